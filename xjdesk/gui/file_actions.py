"""New, open, recent files, save, save as, and the question about unsaved changes."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject

from xjdesk.core.errors import UserError
from xjdesk.core.form import Form
from xjdesk.gui.dialogs import PROJECT, Answer, Dialogs
from xjdesk.gui.document import Document
from xjdesk.gui.errors import errors_told
from xjdesk.gui.file_names import document_name, proposed_path
from xjdesk.gui.services import Services
from xjdesk.gui.shell import Shell
from xjdesk.storage.project_file import Project

_IMPORTED_SUFFIX = ".txt"


class FileActions(QObject):
    """What the menu 文件 does with project files."""

    def __init__(
        self, shell: Shell, services: Services, dialogs: Dialogs, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._shell = shell
        self._services = services
        self._dialogs = dialogs

    def new(self) -> None:
        """Ask for year and form, and begin an empty report."""
        if not self.may_leave():
            return
        wanted = self._dialogs.ask_new_report(self._services.forms)
        if wanted is None:
            return
        with errors_told(self._dialogs):
            project = self._services.new_project(wanted.form.id, wanted.year)
            self._show(project, wanted.form, None)

    def open(self) -> None:
        """Ask for a file and open it."""
        if not self.may_leave():
            return
        path = self._dialogs.choose_open(self._services.settings.folder())
        if path is not None:
            self._load(path)

    def open_path(self, path: Path) -> None:
        """Open a project, or import a text file, after the question about unsaved changes."""
        if self.may_leave():
            self._load(path)

    def save(self) -> bool:
        """Save to the document's file, or ask for one; whether it is saved."""
        document = self._shell.document
        if document is None:
            return False
        self._shell.commit_pending()
        if document.path is None:
            return self.save_as()
        return self._write(document, document.path)

    def save_as(self) -> bool:
        """Ask for a file and save to it; whether it is saved."""
        document = self._shell.document
        if document is None:
            return False
        self._shell.commit_pending()
        folder = self._services.settings.folder()
        proposal = proposed_path(document, folder, PROJECT.suffix)
        path = self._dialogs.choose_save(proposal, PROJECT)
        return path is not None and self._write(document, path)

    def may_leave(self) -> bool:
        """Whether the open document may go: unmodified, saved now, or given up by the user."""
        document = self._shell.document
        if document is None:
            return True
        self._shell.commit_pending()
        if not document.is_modified:
            return True
        match self._dialogs.ask_save(document_name(document)):
            case Answer.SAVE:
                return self.save()
            case Answer.DISCARD:
                return True
            case Answer.CANCEL:
                return False

    def _load(self, path: Path) -> None:
        with errors_told(self._dialogs):
            if path.suffix.lower() == _IMPORTED_SUFFIX:
                self._import(path)
            else:
                self._open(path)

    def _open(self, path: Path) -> None:
        settings = self._services.settings
        try:
            project = self._services.read_project(path)
            form = self._services.form_of(project)
        except UserError:
            # Deleted or renamed; a stick that is pulled out, with its folder, may come back.
            if path.parent.is_dir() and not path.exists():
                settings.forget_recent_file(path)
                self._shell.show_recent()
            raise
        self._show(project, form, path)
        settings.add_recent_file(path)

    def _show(
        self, project: Project, form: Form, path: Path | None, *, is_saved: bool = True
    ) -> None:
        """Make the project the open document, to be checked by the window."""
        document = Document(project, form, path, None)
        if not is_saved:
            document.mark_unsaved()
        self._shell.show_document(document)

    def _import(self, path: Path) -> None:
        imported = self._services.import_text(path)
        self._services.settings.keep_folder(path.parent)
        form = self._services.form_of(imported.project)
        self._show(imported.project, form, None, is_saved=False)
        notes = (
            f"已从“{path.name}”读入，原文件没有改动；请核对后保存为项目文件。",
            *imported.notes,
        )
        self._dialogs.show_notes("导入", notes)

    def _write(self, document: Document, path: Path) -> bool:
        with errors_told(self._dialogs):
            self._services.write_project(path, document.project())
            document.mark_saved(path)
            self._services.settings.add_recent_file(path)
            self._shell.tell(f"已保存：{path.name}")
            return True
        return False
