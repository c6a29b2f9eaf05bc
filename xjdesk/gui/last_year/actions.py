"""What the menu 文件 does with last year's report."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from xjdesk.checks.check_data import NO_DATA
from xjdesk.core.errors import UserError
from xjdesk.core.last_year import LastYear
from xjdesk.gui.dialogs import Dialogs
from xjdesk.gui.document import Document
from xjdesk.gui.errors import errors_told
from xjdesk.gui.forms.ui_main_window import Ui_MainWindow
from xjdesk.gui.last_year.remembered import RememberedLastYear
from xjdesk.gui.last_year.sign import LastYearSign
from xjdesk.gui.services import Services
from xjdesk.gui.shell import Shell
from xjdesk.storage.files.file_reading import shown_name
from xjdesk.storage.last_year_file import read_last_year


class LastYearActions(QObject):
    """Compares the open document with last year's file, and remembers with which.

    The file is read once and left alone: it is not locked, and may be open elsewhere.
    """

    def __init__(
        self,
        shell: Shell,
        services: Services,
        dialogs: Dialogs,
        ui: Ui_MainWindow,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._shell = shell
        self._services = services
        self._dialogs = dialogs
        self._drop_action = ui.actionDropLastYear
        self._choose_action = ui.actionLastYear
        self._remembered = RememberedLastYear(services.settings)
        self.sign = LastYearSign(parent)
        ui.actionLastYear.triggered.connect(self.choose)
        ui.actionDropLastYear.triggered.connect(self.drop)
        self.close()

    def open(self, document: Document) -> None:
        """Compare the document, which is checked from now on, with the file it was before."""
        self._choose_action.setEnabled(True)
        document_id = document.saved_project.document_id
        path = self._remembered.of(document_id)
        if path is None:
            return
        self._drop_action.setEnabled(True)
        try:
            self._compare(document, path)
        except UserError as error:
            self.sign.show_missing(path, error.sentence)
            self._shell.tell(f"没有与上年对照：{error.sentence}")

    def close(self) -> None:
        """No document is open any more."""
        self._choose_action.setEnabled(False)
        self._drop_action.setEnabled(False)
        self.sign.hide()

    def choose(self) -> None:
        """Ask for last year's file, and compare the open document with it."""
        self._shell.commit_pending()
        document = self._shell.document
        if document is None:
            return
        settings = self._services.settings
        folder = document.path.parent if document.path else settings.folder()
        path = self._dialogs.choose_last_year(folder, document.report.year - 1)
        if path is None:
            return
        with errors_told(self._dialogs):
            last_year = self._compare(document, path)
            self._remembered.keep(document.saved_project.document_id, path)
            self._drop_action.setEnabled(True)
            self._shell.tell(_told(path, last_year))

    def drop(self) -> None:
        """Compare the open document with no report of last year any more."""
        document = self._shell.document
        if document is None:
            return
        self._remembered.forget(document.saved_project.document_id)
        self._drop_action.setEnabled(False)
        self.sign.hide()
        self._hold_against(document, None)
        self._shell.tell("已取消上年对照。")

    def _compare(self, document: Document, path: Path) -> LastYear:
        store = self._services.projects
        last_year = read_last_year(store, path, document.form, document.report)
        self._hold_against(document, last_year)
        self.sign.show_compared(path)
        return last_year

    def _hold_against(self, document: Document, last_year: LastYear | None) -> None:
        document.check_with(replace(document.check_data or NO_DATA, last_year=last_year))


def _told(path: Path, last_year: LastYear) -> str:
    name = shown_name(path)
    if not last_year.same:
        return f"已打开上年报告“{name}”；两年的报表格式不同，口径已变，统计数不可比。"
    return f"已与上年报告“{name}”对照。"
