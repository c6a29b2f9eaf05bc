"""PDF, workbook and print."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject

from xjdesk.core.errors import UserError
from xjdesk.gui.dialogs import FINDINGS, PDF, XLSX, Dialogs, FileKind
from xjdesk.gui.document import Document
from xjdesk.gui.errors import errors_told
from xjdesk.gui.files.file_names import proposed_path
from xjdesk.gui.files.writing import write_or_ask
from xjdesk.gui.page_setup import LETTERHEADS, PageSetup
from xjdesk.gui.printing.devices import InstalledPrinters, PrintDevices
from xjdesk.gui.services import Services
from xjdesk.gui.shell import Shell
from xjdesk.gui.waiting import waiting
from xjdesk.typesetting.page_options import Letterhead


class ExportActions(QObject):
    """What the menu 文件 does to bring a report out of the program.

    `current_page` tells the number of the page that is shown, None when none is.
    """

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
        self.devices: PrintDevices = InstalledPrinters()
        self.current_page: Callable[[], int | None] = _no_page
        self._setup = setup
        self._dialogs = dialogs

    def export_pdf(self) -> None:
        """Ask for a file and write the document as PDF."""
        document = self._ready("导出")
        if document is not None:
            self._export_pdf(document)

    def export_xlsx(self) -> None:
        """Ask for a file and write the report as a workbook."""
        document = self._ready("导出")
        if document is not None:
            report, form = document.report, document.form
            self._export(document, XLSX, lambda path: self.services.export_xlsx(report, form, path))

    def export_findings(self) -> None:
        """Ask for a file and write the list of findings as a workbook."""
        document = self._handed_on()
        if document is None:
            return
        report, form, settled = document.report, document.form, document.index.settled

        def write(path: Path) -> tuple[str, ...]:
            self.services.export_findings(report, form, settled, path)
            return ()

        self._export(document, FINDINGS, write)

    def print(self) -> None:
        """Ask for a printer and print the document; without one, offer the PDF."""
        document = self._ready("打印")
        if document is None:
            return
        with waiting():
            printers = self.devices.names()
        if not printers:
            if self._dialogs.ask_pdf_instead():
                self._export_pdf(document)
            return
        with errors_told(self._dialogs):
            # What prints is loaded only when something is to be printed.
            from xjdesk.gui.printing.run import PrintRun

            run = PrintRun(document, self.services, self._setup, self._dialogs)
            told = run.print(self.devices, printers, self.current_page())
            if told:
                self._shell.tell(told)

    def _export_pdf(self, document: Document) -> None:
        report, form, options = document.report, document.form, self._setup.options

        def write(path: Path) -> tuple[str, ...]:
            notices = self.services.export_pdf(report, form, options, path)
            # The choice is remembered: next year nobody may think of it.
            is_whole = options.letterhead is Letterhead.FULL
            kind = () if is_whole else (f"样式：{LETTERHEADS[options.letterhead]}。",)
            return (*kind, *notices)

        self._export(document, PDF, write)

    def _export(
        self, document: Document, kind: FileKind, write: Callable[[Path], tuple[str, ...]]
    ) -> None:
        """Have the file written that the user names, and tell what `write` says of it."""
        settings = self.services.settings
        path = self._dialogs.choose_save(
            proposed_path(document, settings.folder(), kind.suffix, kind.ending), kind
        )
        if path is None:
            return
        with errors_told(self._dialogs):
            written = write_or_ask(self._dialogs, path, kind, write)
            if written is not None:
                settings.keep_folder(written.path.parent)
                self._shell.tell("".join((f"已导出：{written.path}。", *written.result)))

    def _ready(self, deed: str) -> Document | None:
        """The open document with everything typed in it; None when the user thinks better.

        Asked where errors stand: characters that no font has are among them.
        """
        document = self._handed_on()
        if document is None:
            return None
        counts = document.index.counts()
        if counts.errors and not self._dialogs.ask_despite_errors(deed, counts):
            return None
        return document

    def _handed_on(self) -> Document | None:
        """The open document with everything typed in it; None when it may not leave the program."""
        document = self._shell.document
        if document is None:
            return None
        self._shell.commit_pending()
        with errors_told(self._dialogs):
            if not document.access.can_hand_on:
                raise UserError(document.access.reason)
            return document
        return None


def _no_page() -> None:
    return None
