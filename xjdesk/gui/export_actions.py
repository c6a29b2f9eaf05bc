"""PDF, workbook, print and print preview."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from xjdesk.core.form import Form
from xjdesk.core.report import Report
from xjdesk.gui.dialogs import PDF, XLSX, Dialogs, FileKind
from xjdesk.gui.document import Document
from xjdesk.gui.errors import errors_told
from xjdesk.gui.file_names import proposed_path
from xjdesk.gui.page_setup import PageSetup
from xjdesk.gui.services import Services
from xjdesk.gui.shell import Shell

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

    from xjdesk.typesetting.pages import PageSet

Export = Callable[[Report, Form, Path], tuple[str, ...]]


class ExportActions(QObject):
    """What the menu 文件 does to bring a report out of the program."""

    def __init__(
        self,
        shell: Shell,
        services: Services,
        setup: PageSetup,
        dialogs: Dialogs,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._shell = shell
        self.services = services
        self._setup = setup
        self._dialogs = dialogs

    def export_pdf(self) -> None:
        """Ask for a file and write the document as PDF."""
        self._export(PDF, self._export_pdf)

    def export_xlsx(self) -> None:
        """Ask for a file and write the report as a workbook."""
        self._export(XLSX, self.services.export_xlsx)

    def print(self) -> None:
        """Ask for a printer and print the document."""
        document = self._ready("打印")
        printer = self._dialogs.choose_printer() if document else None
        if document is not None and printer is not None:
            with errors_told(self._dialogs):
                self._tell("打印", self._missing(document))
                self._paint(printer)
                self._shell.tell("已送往打印机。")

    def preview(self) -> None:
        """Show the pages as they would be printed; the preview can print them, too."""
        document = self._ready("打印预览")
        if document is not None:
            with errors_told(self._dialogs):
                self._tell("打印预览", self._missing(document))
            self._dialogs.preview(self.paint_preview)

    def paint_preview(self, printer: QPrinter) -> None:
        """Paint the pages for the preview; an error is told and leaves them empty."""
        with errors_told(self._dialogs):
            self._paint(printer)

    def _export(self, kind: FileKind, export: Export) -> None:
        document = self._ready("导出")
        if document is None:
            return
        proposal = proposed_path(document, self.services.settings.folder(), kind.suffix)
        path = self._dialogs.choose_save(proposal, kind)
        if path is None:
            return
        with errors_told(self._dialogs):
            notices = export(document.report, document.form, path)
            self.services.settings.keep_folder(path.parent)
            self._shell.tell(f"已导出：{path}")
            self._tell("导出", notices)

    def _export_pdf(self, report: Report, form: Form, path: Path) -> tuple[str, ...]:
        return self.services.export_pdf(report, form, self._setup.options, path)

    def _ready(self, deed: str) -> Document | None:
        """The open document with everything typed in it; None when the user thinks better."""
        document = self._shell.document
        if document is None:
            return None
        self._shell.commit_pending()
        counts = document.findings.counts()
        if counts.errors and not self._dialogs.ask_despite_errors(deed, counts):
            return None
        return document

    def _paint(self, printer: QPrinter) -> None:
        document = self._shell.document
        if document is None:
            return
        # The fonts are opened and handed to Qt only when something is painted.
        from xjdesk.gui.printing import print_pages

        print_pages(self._pages(document), self.services.fonts(), printer)

    def _pages(self, document: Document) -> PageSet:
        return self.services.typeset(document.report, document.form, self._setup.options)

    def _missing(self, document: Document) -> tuple[str, ...]:
        from xjdesk.typesetting.missing import missing_notices

        return missing_notices(self._pages(document))

    def _tell(self, title: str, notices: tuple[str, ...]) -> None:
        if notices:
            self._dialogs.show_notes(title, notices)
