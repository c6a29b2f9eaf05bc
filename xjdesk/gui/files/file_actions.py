"""New, open, recent files, save, save as, and the question about unsaved changes."""

from __future__ import annotations

from dataclasses import replace
from importlib.resources import as_file
from pathlib import Path

from PySide6.QtCore import QObject

from xjdesk.core.begun_report import begun_from
from xjdesk.core.errors import UserError
from xjdesk.core.issuer_profile import IssuerProfile
from xjdesk.gui.dialogs import PROJECT, Answer, Dialogs
from xjdesk.gui.document import Document
from xjdesk.gui.errors import errors_told
from xjdesk.gui.files.backup_actions import BackupActions
from xjdesk.gui.files.file_names import document_name, proposed_path
from xjdesk.gui.files.opening import Opening
from xjdesk.gui.files.recovering import Recovering
from xjdesk.gui.files.saving import Saving
from xjdesk.gui.last_year.remembered import RememberedLastYear
from xjdesk.gui.services import Services
from xjdesk.gui.shell import Shell
from xjdesk.storage.files.presence import is_there
from xjdesk.storage.last_year_file import read_last_year

_SAMPLE = ("samples", "xiji-2016.txt")
_ABOUT_SAMPLE = "这是示例报告的副本，可以随意修改；要留下时另存为自己的文件。"
_IMPORTED_SUFFIXES = (".txt", ".html", ".htm", ".mht", ".mhtml")


class FileActions(QObject):
    """What the menu 文件 does with project files."""

    def __init__(
        self, shell: Shell, services: Services, dialogs: Dialogs, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._shell = shell
        self._services = services
        self._dialogs = dialogs
        store = services.projects
        self._opening = Opening(store, dialogs, services.author)
        self._saving = Saving(store, dialogs, self._load)
        self._recovering = Recovering(shell, services, dialogs, self._opening, self._load)
        self._backups = BackupActions(
            shell, store, dialogs, self._opening, self.may_leave, self._load
        )

    def new(self) -> None:
        """Ask for year and form, and begin a report: an empty one, or with parts of last year's."""
        if not self.may_leave():
            return
        settings = self._services.settings
        wanted = self._dialogs.ask_new_report(
            self._services.forms, self._profiles(), settings.folder()
        )
        if wanted is None:
            return
        with errors_told(self._dialogs):
            project = self._services.new_project(wanted.form.id, wanted.year)
            if wanted.last_year is not None:
                last_year = read_last_year(
                    self._services.projects, wanted.last_year, wanted.form, project.report
                )
                report = begun_from(last_year, wanted.form, wanted.parts)
                project = replace(project, report=report)
                RememberedLastYear(settings).keep(project.document_id, wanted.last_year)
            filled = {**wanted.fields, **project.report.fields}
            project = replace(project, report=replace(project.report, fields=filled))
            document = self._opening.begin(project, wanted.form)
            if wanted.last_year is not None or wanted.fields:
                document.mark_unsaved()
            self._shell.show_document(document)

    def _profiles(self) -> tuple[IssuerProfile, ...]:
        """The profiles that are kept; none where their file cannot be read, which is told."""
        with errors_told(self._dialogs):
            return self._services.profiles.read()
        return ()

    def open(self) -> None:
        """Ask for a file and open it."""
        if not self.may_leave():
            return
        path = self._dialogs.choose_open(self._services.settings.folder())
        if path is not None:
            self._load_and_offer(path)

    def open_path(self, path: Path) -> None:
        """Open a project, or import a text or page, after the question about unsaved changes."""
        if self.may_leave():
            self._load_and_offer(path)

    def open_first(self, path: Path) -> None:
        """The same for a window that is not shown yet; `offer_recovery` is to follow."""
        self._load(path)

    def open_sample(self) -> None:
        """Open a copy of the report that comes with the program, to be tried out."""
        if not self.may_leave():
            return
        with errors_told(self._dialogs), as_file(self._services.resource(*_SAMPLE)) as path:
            project = self._services.import_text(path).project
            form = self._services.forms.form(project.report.form_id)
            self._show(self._opening.begin(project, form), _ABOUT_SAMPLE)

    def offer_recovery(self) -> None:
        """Ask about what was not saved when the program was ended, of whatever document."""
        self._recovering.offer()

    def show_backups(self) -> None:
        """Let the user go back to a backup."""
        self._backups.show()

    def save(self) -> bool:
        """Save to the document's file, or ask for one; whether it is saved."""
        document = self._shell.document
        if document is None:
            return False
        self._shell.commit_pending()
        if document.file is None or not document.access.can_edit:
            return self.save_as()
        with errors_told(self._dialogs):
            return self._is_saved(self._saving.save(document, document.file.path))
        return False

    def save_as(self) -> bool:
        """Ask for a file and save to it; whether it is saved."""
        document = self._shell.document
        if document is None or not document.access.can_hand_on:
            return False
        self._shell.commit_pending()
        folder = self._services.settings.folder()
        proposal = proposed_path(document, folder, PROJECT.suffix)
        path = self._dialogs.choose_save(proposal, PROJECT)
        if path is None:
            return False
        with errors_told(self._dialogs):
            if not self._is_saved(self._saving.save(document, path)):
                return False
            is_shown = self._shell.document is document
            if is_shown and not document.access.can_edit and document.path is not None:
                # The user's own copy of what was open read-only.
                return self._load(document.path)
            return True
        return False

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
                # Where it was a slip, it can be found among the backups.
                self._services.projects.keep_unsaved(document.project())
                return True
            case Answer.CANCEL:
                return False

    def _load_and_offer(self, path: Path) -> None:
        if self._load(path):
            self._recovering.offer()

    def _load(self, path: Path) -> bool:
        """Open or import the file in place of the open document; whether that was done."""
        with errors_told(self._dialogs):
            if path.suffix.lower() in _IMPORTED_SUFFIXES:
                return self._import(path)
            return self._open(path)
        return False

    def _open(self, path: Path) -> bool:
        settings = self._services.settings
        shown = self._shell.document
        try:
            begun = self._opening.open(path, shown.file if shown else None)
        except UserError:
            # Deleted or renamed; a stick that is pulled out, with its folder, may come back.
            if is_there(path.parent) and not is_there(path):
                settings.forget_recent_file(path)
                self._shell.show_recent()
            raise
        if begun is None:
            return False
        self._show(begun.document, begun.remark)
        settings.add_recent_file(path)
        return True

    def _import(self, path: Path) -> bool:
        """Read a report from another format, and take it if the user does."""
        imported = self._services.import_text(path)
        self._services.settings.keep_folder(path.parent)
        if not self._dialogs.ask_import(path.name, imported.account):
            return False
        form = self._services.forms.form(imported.project.report.form_id)
        document = self._opening.begin(imported.project, form)
        document.mark_unsaved()
        self._show(document, f"已从“{path.name}”读入，原文件没有改动；请核对后保存为项目文件。")
        return True

    def _show(self, document: Document, remark: str = "") -> None:
        self._shell.show_document(document)
        if remark:
            self._shell.tell(remark)

    def _is_saved(self, told: str | None) -> bool:
        """Say what was saved; whether anything was."""
        if told is None:
            return False
        document = self._shell.document
        if document is not None and document.path is not None:
            self._services.settings.add_recent_file(document.path)
        self._shell.tell(told)
        return True
