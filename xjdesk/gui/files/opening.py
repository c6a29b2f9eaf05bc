"""Opening a project file: damaged, from a newer program, or open elsewhere."""

from __future__ import annotations

import logging
from dataclasses import dataclass, replace
from pathlib import Path

from xjdesk.core.errors import UserError
from xjdesk.core.form import Form
from xjdesk.gui.access import EDITING, Access
from xjdesk.gui.dialogs import Dialogs
from xjdesk.gui.document import Document
from xjdesk.gui.files.moments import moment
from xjdesk.gui.files.questions import LockedAnswer
from xjdesk.gui.open_file import OpenFile, lock_of
from xjdesk.storage.files.file_reading import ReadError, shown_name
from xjdesk.storage.locks.project_lock import (
    LockedError,
    LockHolder,
    LockUnavailableError,
    take_lock,
)
from xjdesk.storage.project import Project, new_document_id
from xjdesk.storage.project_errors import DamagedProjectError, UnfitFormError
from xjdesk.storage.project_store import OpenedProject, ProjectStore, digest_of

_LOG = logging.getLogger("xjdesk.gui")
_NEWER = (
    "这个文件由更新版本的西吉填报保存，可能有这里看不到的内容，所以只能查看，不能修改、"
    "导出和打印；请用新版本打开。"
)
_READ_ONLY = "只读打开：{who}正在编辑这份报告；要修改，请等对方关闭后重新打开，或另存一份副本。"


@dataclass(frozen=True, slots=True)
class Begun:
    """A document ready to be shown, and what to say in the status bar."""

    document: Document
    remark: str = ""


class Opening:
    """Makes documents of project files, and asks where there is more than one way.

    `author` is the name under which changes are logged.
    """

    def __init__(self, store: ProjectStore, dialogs: Dialogs, author: str) -> None:
        self._store = store
        self._dialogs = dialogs
        self._author = author

    def open(self, path: Path, held: OpenFile | None = None) -> Begun | None:
        """The document in the file; None when the user goes back, UserError when it is of no use.

        `held` is the file of the document that is open now: its lock is ours.
        """
        path = path.absolute()
        try:
            opened = self._store.open(path)
        except (DamagedProjectError, UnfitFormError) as error:
            return self._from_backup(path, error, held)
        if opened.is_newer:
            access = Access(can_edit=False, can_hand_on=False, reason=_NEWER)
            return Begun(self._document(opened, OpenFile(path, opened.digest), access))
        return self._locked(path, opened, held)

    def begin(self, project: Project, form: Form) -> Document:
        """The document of a project that no file holds yet."""
        return Document(project, form, None, None, author=self._author)

    def begin_apart(self, project: Project, form: Form) -> Document:
        """A document of its own with what `project` holds, for looking at or going on from."""
        return self.begin(replace(project, document_id=new_document_id()), form)

    def copy(self, project: Project, form: Form) -> Document:
        """The same, which is to be saved: what it holds is in no file."""
        document = self.begin_apart(project, form)
        document.mark_unsaved()
        return document

    def _document(
        self, opened: OpenedProject, file: OpenFile, access: Access = EDITING
    ) -> Document:
        author = self._author
        return Document(opened.project, opened.form, file, None, access=access, author=author)

    def _locked(self, path: Path, opened: OpenedProject, held: OpenFile | None) -> Begun | None:
        try:
            file = OpenFile(path, opened.digest, lock_of(path, held))
        except LockUnavailableError as error:
            _LOG.warning("%s | %s", error.sentence, error.detail)
            document = self._document(opened, OpenFile(path, opened.digest))
            return Begun(document, "这个文件夹不能写入，修改后请另存到其他位置。")
        except LockedError as error:
            return self._held_elsewhere(path, opened, error)
        return Begun(self._document(opened, file))

    def _held_elsewhere(
        self, path: Path, opened: OpenedProject, error: LockedError
    ) -> Begun | None:
        holder = error.holder
        match self._dialogs.ask_locked(error.sentence, may_take_over=holder.is_silent):
            case LockedAnswer.READ_ONLY:
                reason = _READ_ONLY.format(who=_name(holder))
                access = Access(can_edit=False, reason=reason)
                return Begun(self._document(opened, OpenFile(path, opened.digest), access))
            case LockedAnswer.COPY:
                return Begun(self.copy(opened.project, opened.form))
            case LockedAnswer.TAKE_OVER:
                return self._taken_over(path, holder)
            case LockedAnswer.CANCEL:
                return None

    def _taken_over(self, path: Path, holder: LockHolder) -> Begun | None:
        """The document as it is now: while the question stood its holder may have saved it."""
        lock = take_lock(path, over=holder)
        begun = None
        try:
            begun = self.open(path, OpenFile(path, None, lock))
        finally:
            if begun is None or not begun.document.file or begun.document.file.lock is not lock:
                lock.release()
        return begun

    def _from_backup(self, path: Path, error: UserError, held: OpenFile | None) -> Begun | None:
        """The newest good backup instead of a file that is of no use; the file stays for now."""
        backup = self._store.newest_good_backup(path)
        if backup is None:
            raise error
        if not self._dialogs.ask_backup_instead(error.sentence, moment(backup.taken)):
            return None
        opened = self._store.opened_backup(backup)
        try:
            damaged = digest_of(path.read_bytes())
        except OSError as reason:
            sentence = f"文件“{shown_name(path)}”无法读取，请确认磁盘没有断开。"
            raise ReadError(sentence, f"{path}: {reason}") from reason
        try:
            lock = lock_of(path, held)
        except (LockUnavailableError, LockedError):
            return Begun(self.copy(opened.project, opened.form), "已打开备份，请另存。")
        document = self._document(opened, OpenFile(path, damaged, lock))
        document.mark_unsaved()
        return Begun(document, "已打开备份，请核对后保存；损坏的文件会留在备份中。")


def _name(holder: LockHolder) -> str:
    user, host = holder.station.user, holder.station.host
    return f"{user or '另一用户'}（{host}）" if host else user or "另一用户"
