"""Opens, edits, undoes, saves and closes documents in one process, and counts what stays of them.

It is the program from its start to its end: its own services and event loop, its settings,
backups and journals in a folder that is given, keys and menus for the user. Run as a module it
prints, as JSON, what was counted after each document.
"""

from __future__ import annotations

import dataclasses
import gc
import os
import shutil
import sys
import time
from collections.abc import Generator, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from enum import Enum
from pathlib import Path
from unittest import mock

from PySide6.QtCore import QtMsgType, qInstallMessageHandler
from PySide6.QtGui import QPixmapCache
from PySide6.QtWidgets import QApplication

from tests.own_process import said_by, tell
from tests.program_services import services_in
from tests.reliability.process_counts import Account, Count
from tests.reliability.user_at_work import Steps, User, edit_once_more, rest, show_all, work_on
from xjdesk.app.garbage import put_off_collection, resume_collection
from xjdesk.app.projects import import_project
from xjdesk.gui import application
from xjdesk.gui.dialogs import Answer, WindowDialogs
from xjdesk.gui.main_window import MainWindow
from xjdesk.gui.services import Services
from xjdesk.resource_files import resource

SETTLED = 5
"""After so many documents all that is loaded and made but once is there."""

_ENVIRONMENT = {
    "QT_QPA_PLATFORM": "offscreen",
    # The GNU C library gives what is freed back at once, so that what is not freed can be seen.
    "MALLOC_ARENA_MAX": "1",
    "MALLOC_MMAP_THRESHOLD_": "65536",
    "MALLOC_TRIM_THRESHOLD_": "65536",
}


class Way(Enum):
    """How documents come and go, and what stands open when the program is ended."""

    REPLACED = "replaced"
    """Each is opened in place of the one before, which was saved."""
    DISCARDED = "discarded"
    """The same, but then edited once more, which is given up."""
    WINDOWS = "windows"
    """The same as REPLACED, with the preview and all windows that show a document open."""
    CLOSED = "closed"
    """Each in a window of its own, which is closed."""


@dataclass(frozen=True, slots=True)
class Cycles:
    """The counts after each document; seconds for one of them, and for the end of the process.

    `grown` tells of which classes of Qt objects there were more at the end than once all had
    settled, `complaints` what Qt said meanwhile.
    """

    counts: tuple[Count, ...]
    seconds: float
    end_seconds: float
    grown: dict[str, int]
    complaints: tuple[str, ...]

    @property
    def rise(self) -> int:
        """How many bytes more than in the first third, once settled, the process held after.

        A picture of the window, which is there or not when something is counted, takes 5 MB: it may
        be missing in all of a third. What is left behind raises the most and the least alike, so
        that it is the lesser of both rises that tells.
        """
        settled, later = self._first_third("rss")
        least = min(later[-len(settled) :]) - min(settled)
        return min(max(later) - max(settled), least)

    def growth(self, what: str) -> int:
        """By how much the least in the last third is above the most in the first, once settled."""
        settled, later = self._first_third(what)
        return min(later[-len(settled) :]) - max(settled)

    def _first_third(self, what: str) -> tuple[list[int], list[int]]:
        """The first third of the values once all had settled, and the others."""
        values = [getattr(count, what) for count in self.counts[SETTLED:]]
        third = len(values) // 3
        return values[:third], values[third:]


def cycles(way: Way, count: int, folder: Path) -> Cycles:
    """Go through so many documents in a process of its own, which uses only `folder`.

    AssertionError when it fails, asks what it should not, or does not end with 0.
    """
    said = said_by("reliability.cycles", _Said, way.value, count, folder, environment=_ENVIRONMENT)
    end_seconds = time.time() - said.ending
    return Cycles(said.counts, said.seconds, end_seconds, said.grown, said.complaints)


@dataclass(frozen=True, slots=True)
class _Said:
    """What the process tells of itself; `ending` is the time at which it was asked to end."""

    counts: tuple[Count, ...]
    seconds: float
    ending: float
    grown: dict[str, int]
    complaints: tuple[str, ...]


class _Documents:
    """One project again and again, by turns at two places; the one at the other is still open."""

    def __init__(self, services: Services, folder: Path) -> None:
        sample = import_project(Path(str(resource("samples", "xiji-2016.txt"))), services.forms)
        self._original = folder / "original.xjd"
        services.projects.save(self._original, sample.project, None)
        self._places = [folder / "甲.xjd", folder / "乙.xjd"]

    def next(self) -> Path:
        """The next file, as it was before anybody edited it."""
        self._places.reverse()
        shutil.copyfile(self._original, self._places[0])
        return self._places[0]


def _go_through(
    way: Way, count: int, documents: _Documents, services: Services
) -> Generator[None, None, Account]:
    window = next(w for w in QApplication.topLevelWidgets() if isinstance(w, MainWindow))
    account = Account(SETTLED)
    for _ in range(count):
        if way is Way.CLOSED:
            yield from _in_own_window(services, documents.next())
        else:
            yield from work_on(window, documents.next())
        if way is Way.WINDOWS:
            yield from show_all(window)
        if way is Way.DISCARDED:
            yield from edit_once_more(window)
        yield from rest()
        account.add()
    return account


def _in_own_window(services: Services, path: Path) -> Steps:
    window = MainWindow(services)
    window.show()
    yield from work_on(window, path)
    window.close()
    window.deleteLater()
    del window
    yield from rest()
    # There is but one window in the life of a program: it does not look for what is left of that,
    # and what Qt drew of its icons may stay.
    gc.collect()
    QPixmapCache.clear()


def _main(way: Way, count: int, folder: Path) -> int:
    """Go through the documents; the exit code of the program."""
    put_off_collection()
    services = services_in(folder)
    documents = _Documents(services, folder)
    complaints: list[str] = []
    said: list[_Said] = []
    users: list[User] = []

    def steps() -> Steps:
        begun = time.perf_counter()
        account = yield from _go_through(way, count, documents, services)
        seconds = (time.perf_counter() - begun) / count
        said.append(_Said(tuple(account.counts), seconds, time.time(), account.grown, ()))
        for window in QApplication.topLevelWidgets():
            if isinstance(window, MainWindow):
                window.close()

    def started() -> None:
        resume_collection()
        users.append(User(steps()))

    with _surroundings(complaints):
        code = application.run(services, None, ["xjdesk"], started)
    # Also what Qt complained of at the end.
    tell(dataclasses.replace(said[0], complaints=tuple(complaints)))
    return code


@contextmanager
def _surroundings(complaints: list[str]) -> Iterator[None]:
    """What is asked is answered, what Qt says is noted, and no power is cut."""

    def give_up(_dialogs: WindowDialogs, _name: str) -> Answer:
        return Answer.DISCARD

    def believe(_descriptor: int) -> None:
        pass

    def note(_kind: QtMsgType, _context: object, message: str) -> None:
        # What cannot be done without a screen.
        if not message.startswith("This plugin does not support"):
            complaints.append(message)

    qInstallMessageHandler(note)
    with (
        mock.patch.object(WindowDialogs, "ask_save", give_up),
        # A disk may take its time.
        mock.patch.object(os, "fsync", believe),
    ):
        yield
    qInstallMessageHandler(None)


if __name__ == "__main__":
    sys.exit(_main(Way(sys.argv[1]), int(sys.argv[2]), Path(sys.argv[3])))
