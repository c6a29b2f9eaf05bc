"""Kills a program at a random moment while it saves, again and again, and looks at what is left.

The program goes on where the one before was killed: it opens the file, and then appends a change
to the recovery journal, saves, backs up, begins the next journal, and so on without a rest.
As a program: COUNT FOLDER; prints the figures as JSON.
"""

from __future__ import annotations

import logging
import multiprocessing
import os
import random
import sys
import time
from dataclasses import dataclass
from multiprocessing.connection import Connection
from pathlib import Path

from tests.own_process import tell
from tests.reliability.documents import WHEN, WHO, change_to, changed, forms, project_at, step_of
from xjdesk.core.errors import UserError
from xjdesk.storage.backups.backup_folder import BackupFolder
from xjdesk.storage.files.leftovers import sweep
from xjdesk.storage.journals.journal import JournalFolder
from xjdesk.storage.journals.recovery import put_away, read_journal, set_aside
from xjdesk.storage.project_file import decode_project
from xjdesk.storage.project_store import ProjectStore

_LONGEST = 3
"""Saves that a program has the time for before it is killed."""
_READY, _APPENDED, _SAVED = b"r", b"a", b"s"


@dataclass
class KillFigures:
    """What was found after so many kills; all but the first three should be 0.

    `saves`: were acknowledged in all. `torn`: a temporary file was there just after the kill.
    """

    kills: int = 0
    saves: int = 0
    torn: int = 0
    unreadable: int = 0
    saves_lost: int = 0
    changes_lost: int = 0
    left_over: int = 0
    unreadable_backups: int = 0
    unreadable_journals: int = 0


@dataclass(frozen=True, slots=True)
class _Place:
    """The user's file, and the folders of the program."""

    users: Path
    backups: Path
    journals: Path

    @property
    def file(self) -> Path:
        return self.users / "报告.xjd"

    def store(self) -> ProjectStore:
        return ProjectStore(forms(), BackupFolder(self.backups))

    def all_folders(self) -> list[Path]:
        return [self.users, self.backups, *self.backups.iterdir()]

    def temporary_files(self) -> int:
        return sum(len(list(folder.glob(".xjdesk-*"))) for folder in self.all_folders())


def kill_often(kills: int, folder: Path) -> KillFigures:
    """Kill the saving program so many times."""
    place = _Place(folder / "文件", folder / "backups", folder / "journals")
    for made in (place.users, place.backups, place.journals):
        made.mkdir()
    began = time.perf_counter()
    place.store().save(place.file, project_at(0), None)
    longest_s = _LONGEST * (time.perf_counter() - began)
    figures = KillFigures()
    for _ in range(kills):
        _kill_once(place, random.uniform(0, longest_s), figures)
    backups = place.store().backups
    for backup in backups.of(project_at(0).document_id):
        try:
            decode_project(backup.read(), backup.path)
        except UserError:
            figures.unreadable_backups += 1
    return figures


def _kill_once(place: _Place, after_s: float, figures: KillFigures) -> None:
    # Where it can be had: a fork is there at once.
    context = multiprocessing.get_context("fork" if os.name == "posix" else "spawn")
    here, there = context.Pipe(duplex=False)
    saving = context.Process(target=_save_for_ever, args=(place, there))
    saving.start()
    there.close()
    assert here.recv_bytes()[:1] == _READY
    time.sleep(after_s)
    saving.kill()
    saving.join()
    appended, saved = _acknowledged(here)
    figures.kills += 1
    figures.saves += saved[1]
    figures.torn += bool(place.temporary_files())
    _start_again(place, appended, saved[0], figures)


def _acknowledged(pipe: Connection) -> tuple[int, tuple[int, int]]:
    """The last change appended; the last state saved, and how many were."""
    appended = saved = count = 0
    while True:
        try:
            said = pipe.recv_bytes()
        except (EOFError, OSError):
            pipe.close()
            return appended, (saved, count)
        if said[:1] == _APPENDED:
            appended = int(said[1:])
        else:
            saved, count = int(said[1:]), count + 1


def _start_again(place: _Place, appended: int, saved: int, figures: KillFigures) -> None:
    for folder in place.all_folders():
        sweep(folder)
    try:
        step = step_of(place.store().open(place.file).project)
    except UserError:
        figures.unreadable += 1
        return
    figures.saves_lost += step < saved
    figures.changes_lost += max(step, _recovered(place, figures)) < appended
    left = place.temporary_files() + len(list(place.journals.glob("*.journal")))
    figures.left_over += left + len(set(place.users.iterdir()) - {place.file})


def _recovered(place: _Place, figures: KillFigures) -> int:
    """The last change in the journals; they are put away."""
    found = 0
    for path in place.journals.glob("*.journal"):
        # What is just begun would be left alone for a minute.
        os.utime(path, (time.time() - 120, time.time() - 120))
    for path in JournalFolder(place.journals).left_behind():
        try:
            found = max(found, step_of(read_journal(path).project))
        except UserError:
            # Without an end of its first line it was just begun, and holds no change.
            figures.unreadable_journals += b"\n" in path.read_bytes()
            set_aside(path)
        else:
            put_away(path)
    return found


def _save_for_ever(place: _Place, pipe: Connection) -> None:
    store, journals = place.store(), JournalFolder(place.journals)
    opened = store.open(place.file)
    project, digest = opened.project, opened.digest
    pipe.send_bytes(_READY)
    while True:
        journal = journals.begin(project, place.file, digest)
        project = changed(project)
        step = b"%d" % step_of(project)
        journal.append([change_to(step_of(project))], WHEN, WHO)
        pipe.send_bytes(_APPENDED + step)
        digest = store.save(place.file, project, digest).digest
        pipe.send_bytes(_SAVED + step)
        journal.discard()


def main() -> None:
    """Kill, and print the figures."""
    logging.disable()
    kills, folder = sys.argv[1:]
    tell(kill_often(int(kills), Path(folder)))


if __name__ == "__main__":
    main()
