"""Saving the open document, to its file or to another."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from xjdesk.core.errors import UserError
from xjdesk.gui.dialogs import PROJECT, Dialogs
from xjdesk.gui.document import Document
from xjdesk.gui.files.questions import OutsideAnswer
from xjdesk.gui.files.writing import unused_beside, write_or_ask
from xjdesk.gui.open_file import OpenFile, lock_of
from xjdesk.storage.files.file_reading import shown_name
from xjdesk.storage.files.presence import is_there
from xjdesk.storage.locks.project_lock import LockedError, LockUnavailableError, ProjectLock
from xjdesk.storage.project import Project, new_document_id
from xjdesk.storage.project_store import ChangedOutsideError, ProjectStore, SavedProject

_KEPT_MINE = "已改用磁盘上的文件；您的修改没有丢，可在“文件 → 备份与恢复”中找到。"


@dataclass(frozen=True, slots=True)
class _Attempt:
    """What was written where, under which lock, and what is to be said about it."""

    file: OpenFile
    project: Project
    remarks: tuple[str, ...]


class Saving:
    """Saves documents, and asks where that would lose something.

    `open_again` opens the file at a path in place of the document, and tells whether that worked.
    """

    def __init__(
        self, store: ProjectStore, dialogs: Dialogs, open_again: Callable[[Path], bool]
    ) -> None:
        self._store = store
        self._dialogs = dialogs
        self._open_again = open_again

    def save(self, document: Document, path: Path) -> str | None:
        """Save to `path`: what is there may go, the user was asked.

        Not so what somebody else has made of the document's own file: about that it is asked here.
        Returns what to say in the status bar when it is done; None when the user goes back.
        UserError when it cannot be done.
        """
        try:
            return self._write(document, path)
        except ChangedOutsideError as error:
            path = error.path
        match self._dialogs.ask_changed_outside(path):
            case OutsideAnswer.MINE:
                return self._overrule(document, path)
            case OutsideAnswer.THEIRS:
                return self._give_way(document, path)
            case OutsideAnswer.BESIDE:
                return self._write(document, unused_beside(path, "（我的修改）"))
            case OutsideAnswer.CANCEL:
                return None

    def _write(self, document: Document, path: Path, *, over_theirs: bool = False) -> str | None:
        left = document.file
        written = write_or_ask(
            self._dialogs, path, PROJECT, lambda path: self._attempt(document, path, over_theirs)
        )
        if written is None:
            return None
        done = written.result
        document.mark_saved(done.file, done.project)
        if left and left.lock and left.lock is not done.file.lock:
            left.lock.release()
        return "".join((f"已保存：{done.file.path.name}。", *done.remarks))

    def _attempt(self, document: Document, path: Path, over_theirs: bool) -> _Attempt:
        file = document.file
        is_own = file is not None and file.is_at(path)
        known = file.digest if file is not None and is_own and not over_theirs else None
        project = document.project() if is_own else _parted(document)
        # Before anything is written: whoever is editing that file must not be overwritten.
        lock = _lock(path, file)
        try:
            saved = self._store.save(path, project, known)
        except BaseException:
            # Whatever it was: the place is given back that was taken for this save alone.
            if lock is not None and (file is None or lock is not file.lock):
                lock.release()
            raise
        return _Attempt(OpenFile(path, saved.digest, lock), project, saved.remarks)

    def _overrule(self, document: Document, path: Path) -> str | None:
        """Write over the file on the disk, which becomes a backup."""
        if not self._store.keep_theirs(path, document.project()):
            raise UserError("磁盘上的那一份没有能留作备份，没有覆盖，请再次保存，并选择两份都留。")
        return self._write(document, path, over_theirs=True)

    def _give_way(self, document: Document, path: Path) -> str | None:
        """Let the file on the disk stand; what the user wrote becomes a backup."""
        if not self._store.keep_unsaved(document.project()):
            raise UserError("您的修改没有能留作备份，没有换成磁盘上的文件，请先另存一份。")
        return _KEPT_MINE if self._open_again(path) else None


def save_apart(store: ProjectStore, path: Path, project: Project) -> SavedProject:
    """Save a project that is not open; what is at `path` may go, unless somebody is editing it.

    UserError when that is so, and what `ProjectStore.save` raises.
    """
    lock = _lock(path, None)
    try:
        return store.save(path, project, None)
    finally:
        if lock is not None:
            lock.release()


def _parted(document: Document) -> Project:
    """The project for another file: a document of its own where it leaves one behind."""
    project, own = document.project(), document.path
    if own is None or not is_there(own):
        return project
    return replace(project, document_id=new_document_id())


def _lock(path: Path, held: OpenFile | None) -> ProjectLock | None:
    """The lock of a file about to be written; UserError when somebody else is editing it."""
    try:
        return lock_of(path, held)
    except LockUnavailableError:
        # What is in the way is told when the file cannot be written either.
        return None
    except LockedError as error:
        sentence = f"“{shown_name(path)}”正在别处打开编辑，为免覆盖没有保存，请换一个文件名。"
        raise UserError(sentence, error.sentence) from error
