"""Backups: list them, look into one, go back to one (文件 → 备份与恢复)."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from xjdesk.core.change import ChangeError
from xjdesk.core.difference import difference
from xjdesk.core.document_fields import ISSUER
from xjdesk.core.errors import UserError
from xjdesk.core.report import Report
from xjdesk.gui.changes.change_words import change_summary
from xjdesk.gui.dialogs import Dialogs
from xjdesk.gui.document import Document
from xjdesk.gui.errors import errors_told
from xjdesk.gui.files.file_names import document_name
from xjdesk.gui.files.opening import Opening
from xjdesk.gui.files.questions import BackupDeed, BackupList, ListedBackup
from xjdesk.gui.shell import Shell
from xjdesk.gui.waiting import waiting
from xjdesk.storage.backups.backup_folder import Backup
from xjdesk.storage.files.presence import is_there
from xjdesk.storage.project import Project
from xjdesk.storage.project_errors import NewerProjectError
from xjdesk.storage.project_store import OpenedProject, ProjectStore

_STEP = "恢复到备份"
_UNREADABLE = "已损坏，不能打开"
_NEWER = "由更新版本保存，不能打开"


class BackupActions:
    """What the menu does with backups.

    `may_leave` asks about unsaved changes; `open_file` opens a project file in place of the open
    document, and tells whether that worked.
    """

    def __init__(
        self,
        shell: Shell,
        store: ProjectStore,
        dialogs: Dialogs,
        opening: Opening,
        may_leave: Callable[[], bool],
        open_file: Callable[[Path], bool],
    ) -> None:
        self._shell = shell
        self._store = store
        self._dialogs = dialogs
        self._opening = opening
        self._may_leave = may_leave
        self._open_file = open_file

    def show(self) -> None:
        """Let the user choose a backup, and open it or go back to it."""
        self._shell.commit_pending()
        with waiting():
            backups = self._list(self._shell.document)
        choice = self._dialogs.choose_backup(backups)
        if choice is None:
            return
        with errors_told(self._dialogs):
            opened = self._store.opened_backup(choice.backup)
            if choice.deed is BackupDeed.OPEN:
                self._look_at(opened)
            else:
                self._restore(choice.backup, opened)

    def _look_at(self, opened: OpenedProject) -> None:
        if self._may_leave():
            self._shell.show_document(self._opening.begin_apart(opened.project, opened.form))
            self._shell.tell("已打开备份的一份副本；原文件没有改动。")

    def _restore(self, backup: Backup, opened: OpenedProject) -> None:
        is_open = self._is_open(backup)
        if not is_open and not self._open_its_file(backup):
            return
        if self._go_back(backup, opened.project):
            self._shell.tell("已恢复到备份，请核对后保存；按 Ctrl+Z 可以撤销。")
        elif not is_open or self._may_leave():
            self._shell.show_document(self._opening.copy(opened.project, opened.form))
            self._shell.tell("已恢复为一份未保存的副本，请另存。")

    def _is_open(self, backup: Backup) -> bool:
        """Whether the open document is the one that the backup was taken of."""
        document = self._shell.document
        return document is not None and document.saved_project.document_id == backup.document_id

    def _open_its_file(self, backup: Backup) -> bool:
        """Open the file that the backup was taken of, where it is still there.

        False when the user goes back, or the file cannot be opened.
        """
        if not self._may_leave():
            return False
        file = self._store.backups.file_of(backup.document_id)
        return file is None or not is_there(file) or self._open_file(file)

    def _go_back(self, backup: Backup, project: Project) -> bool:
        """Make the open document what `project` is; whether it is the backup's, and can be."""
        document = self._shell.document
        if document is None or not self._is_open(backup) or not document.access.can_edit:
            return False
        if document.is_modified:
            # Once it is saved, only undoing leads back there, and only until the program ends.
            self._store.keep_unsaved(document.project())
        try:
            document.become(_STEP, project)
        except ChangeError:
            return False
        return True

    def _list(self, document: Document | None) -> BackupList:
        own = document.saved_project.document_id if document else ""
        others = (
            backup
            for document_id in self._store.backups.documents()
            if document_id != own
            for backup in self._store.backups.of(document_id)
        )
        return BackupList(
            document_name(document) if document else "",
            tuple(self._listed(self._store.backups.of(own), document)) if document else (),
            tuple(self._listed(others, None)),
        )

    def _listed(
        self, backups: Iterable[Backup], document: Document | None
    ) -> Iterator[ListedBackup]:
        for backup in backups:
            try:
                opened = self._store.opened_backup(backup)
            except UserError as error:
                is_newer = isinstance(error, NewerProjectError)
                title = _NEWER if is_newer else _UNREADABLE
                yield ListedBackup(backup, title, "", is_usable=False)
                continue
            title = _title(opened.project.report)
            yield ListedBackup(backup, title, _against(document, opened))


def _title(report: Report) -> str:
    return f"{report.field(ISSUER)} {report.year}年度".strip()


def _against(document: Document | None, opened: OpenedProject) -> str:
    if document is None:
        return ""
    try:
        changes = difference(document.report, opened.project.report)
    except ChangeError:
        return "报表格式不同"
    return change_summary(document.form, changes)
