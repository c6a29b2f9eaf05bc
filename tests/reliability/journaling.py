"""Attempts at keeping the recovery journal (autosave)."""

from __future__ import annotations

import os
import time
from pathlib import Path

from tests.reliability.documents import WHEN, WHO, change_to, project_at, step_of
from tests.reliability.survival import Attempt, files_in
from xjdesk.core.errors import UserError
from xjdesk.storage.journals.journal import Journal, JournalFolder
from xjdesk.storage.journals.recovery import JournalError, put_away, read_journal, set_aside

_BASE, _LAST = 1, 4
_TWO_MINUTES = 120


class Journaling(Attempt):
    """Beginning a journal and appending changes: what was appended comes back after a crash."""

    def __init__(self, folder: Path) -> None:
        super().__init__(folder)
        self._journal: Journal | None = None
        self._appended = self._recovered = 0

    def run(self) -> None:
        self._appended = self._recovered = 0
        base, file = project_at(_BASE), self.folder / "a.xjd"
        self._journal = JournalFolder(self.folder).begin(base, file, "0")
        self._append_to(self._journal)

    def _append_to(self, journal: Journal) -> None:
        self._appended = _BASE
        for step in range(_BASE + 1, _LAST + 1):
            journal.append([change_to(step)], WHEN, WHO)
            if not journal.is_broken:
                self._appended = step
        journal.sync()

    def start_again(self) -> None:
        if self._journal is not None and self._journal._handle is not None:
            # With the program goes its handle; the file stays.
            os.close(self._journal._handle)
            self._journal = None
        # What is just begun is left alone for a minute.
        for path in self.folder.iterdir():
            moment = time.time() - _TWO_MINUTES
            os.utime(path, (moment, moment))
        for path in JournalFolder(self.folder).left_behind():
            try:
                self._recovered = max(self._recovered, step_of(read_journal(path).project))
            except JournalError:
                set_aside(path)
            else:
                put_away(path)

    def loss(self, *, is_done: bool) -> str:
        lost = self._appended > self._recovered or (is_done and self._recovered != _LAST)
        if lost:
            return f"only up to {self._recovered} of {self._appended}"
        left = {name for name in files_in(self.folder) if not name.startswith("unreadable/")}
        return f"left over: {left}" if left else ""


class Discarding(Attempt):
    """Deleting the journal after a save: it is not offered again, or offers what was appended."""

    def run(self) -> None:
        journal = JournalFolder(self.folder).begin(project_at(_BASE), None, None)
        journal.append([change_to(_BASE + 1)], WHEN, WHO)
        journal.discard()

    def start_again(self) -> None:
        for path in JournalFolder(self.folder).left_behind():
            try:
                read_journal(path)
            except UserError:
                set_aside(path)
            else:
                put_away(path)

    def loss(self, *, is_done: bool) -> str:
        offered = JournalFolder(self.folder).left_behind()
        return f"offered again: {offered}" if offered else ""
