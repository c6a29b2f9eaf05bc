"""Attempts at saving and opening projects, with their backups."""

from __future__ import annotations

from pathlib import Path

from tests.reliability.documents import forms, project_at, step_of
from tests.reliability.survival import Attempt, files_in
from xjdesk.core.errors import UserError
from xjdesk.storage.backups.backup_folder import BackupFolder, BackupReason
from xjdesk.storage.files.leftovers import sweep
from xjdesk.storage.project import Project
from xjdesk.storage.project_file import (
    decode_project,
    encode_project,
    read_project,
    write_project,
)
from xjdesk.storage.project_store import ChangedOutsideError, ProjectStore

OLD, NEW, THEIRS = 1, 2, 7
_OTHER_DOCUMENT = "00000000-0000-4000-8000-000000000002"


class StoreAttempt(Attempt):
    """An attempt at something with a project in a folder of the user's, and a backup folder."""

    def __init__(self, folder: Path) -> None:
        super().__init__(folder)
        self.users = folder / "文件"
        self.users.mkdir()
        self.path = self.users / "报告.xjd"
        self.store = self._new_store()

    def _new_store(self) -> ProjectStore:
        return ProjectStore(forms(), BackupFolder(self.folder / "backups"))

    def start_again(self) -> None:
        backups = self.folder / "backups"
        documents = backups.iterdir() if backups.is_dir() else ()
        for folder in (self.users, backups, *documents):
            sweep(folder)
        if self.path.exists():
            self._new_store().open(self.path)

    def backed_up(self, project: Project) -> set[int]:
        """The states of that document of which there is a backup; each can be read."""
        backups = self._new_store().backups.of(project.document_id)
        return {step_of(decode_project(b.read(), b.path)) for b in backups}

    def litter(self) -> str:
        """What the user did not put there."""
        left = files_in(self.users) - {self.path.name}
        left |= {name for name in files_in(self.folder / "backups") if name.endswith(".tmp")}
        return f"left over: {left}" if left else ""


class SavingOver(StoreAttempt):
    """Saving a project that was opened from its file and changed."""

    def __init__(self, folder: Path) -> None:
        super().__init__(folder)
        self._known = self.store.save(self.path, project_at(OLD), None).digest

    def run(self) -> None:
        self._known = self.store.save(self.path, project_at(NEW), self._known).digest

    def loss(self, *, is_done: bool) -> str:
        there = step_of(read_project(self.path))
        if there not in ((NEW,) if is_done else (OLD, NEW)):
            return f"state {there} in the file"
        if OLD not in self.backed_up(project_at(OLD)):
            return "the backup of the old state is gone"
        return self.litter()


class SavingNew(StoreAttempt):
    """Saving a project to a path where there is nothing."""

    def run(self) -> None:
        self.store.save(self.path, project_at(NEW), None)

    def loss(self, *, is_done: bool) -> str:
        if (is_done or self.path.exists()) and step_of(read_project(self.path)) != NEW:
            return "another state in the file"
        return self.litter()


class SavingOverAnother(StoreAttempt):
    """Saving a project over another document, as the user wants it: that one is backed up."""

    def __init__(self, folder: Path) -> None:
        super().__init__(folder)
        self._other = project_at(THEIRS, _OTHER_DOCUMENT)
        write_project(self.path, self._other)
        self._remarks: tuple[str, ...] = ()

    def run(self) -> None:
        self._remarks += self.store.save(self.path, project_at(NEW), None).remarks

    def loss(self, *, is_done: bool) -> str:
        there = read_project(self.path)
        if there == self._other:
            return "nothing was written" if is_done else self.litter()
        if step_of(there) != NEW:
            return "another state in the file"
        if not self._remarks and THEIRS not in self.backed_up(self._other):
            return "the other document is gone, and nothing was said"
        return self.litter()


class SavingOverTheirs(StoreAttempt):
    """Saving to a file that somebody else has changed since: it must be left as it is."""

    def __init__(self, folder: Path) -> None:
        super().__init__(folder)
        self._known = self.store.save(self.path, project_at(OLD), None).digest
        write_project(self.path, project_at(THEIRS))

    def run(self) -> None:
        try:
            self.store.save(self.path, project_at(NEW), self._known)
        except ChangedOutsideError:
            return

    def loss(self, *, is_done: bool) -> str:
        there = step_of(read_project(self.path))
        return self.litter() if there == THEIRS else f"state {there} instead of theirs"


class Opening(StoreAttempt):
    """Opening a project; its file is only read."""

    def __init__(self, folder: Path) -> None:
        super().__init__(folder)
        write_project(self.path, project_at(OLD))
        self._there = self.path.read_bytes()
        self._opened: Project | None = None

    def run(self) -> None:
        self._opened = self.store.open(self.path).project

    def loss(self, *, is_done: bool) -> str:
        if self.path.read_bytes() != self._there:
            return "the file is another"
        if is_done and (self._opened is None or step_of(self._opened) != OLD):
            return "another state was opened"
        return self.litter()


class BackingUp(StoreAttempt):
    """Keeping one more backup of a document."""

    def __init__(self, folder: Path) -> None:
        super().__init__(folder)
        self._keep(OLD)

    def _keep(self, step: int) -> None:
        data = encode_project(project_at(step))
        self._new_store().backups.keep(project_at(step).document_id, data, BackupReason.SAVED)

    def run(self) -> None:
        self._keep(NEW)

    def loss(self, *, is_done: bool) -> str:
        try:
            kept = self.backed_up(project_at(OLD))
        except UserError as error:
            return f"a backup that cannot be read: {error.detail}"
        if not kept >= ({OLD, NEW} if is_done else {OLD}):
            return f"only {kept} backed up"
        return self.litter()
