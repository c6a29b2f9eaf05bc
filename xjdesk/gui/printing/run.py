"""Printing a document, from the question to the last sheet."""

from __future__ import annotations

from xjdesk.gui.dialogs import Dialogs
from xjdesk.gui.document import Document
from xjdesk.gui.files.file_names import document_name
from xjdesk.gui.page_painter import PagePainter
from xjdesk.gui.page_setup import PageSetup
from xjdesk.gui.printing.devices import PrintDevices
from xjdesk.gui.printing.job import PrintJob, PrintQuestion
from xjdesk.gui.printing.order import passes
from xjdesk.gui.printing.settings import PrintSettings
from xjdesk.gui.printing.sides import print_sides
from xjdesk.gui.services import Services
from xjdesk.gui.waiting import waiting
from xjdesk.typesetting.missing import missing_notices
from xjdesk.typesetting.page_options import PageOptions
from xjdesk.typesetting.pages import PageSet


class PrintRun:
    """One request to print one document as it is now."""

    def __init__(
        self, document: Document, services: Services, setup: PageSetup, dialogs: Dialogs
    ) -> None:
        self._document = document
        self._services = services
        self._setup = setup
        self._dialogs = dialogs
        self._settings = PrintSettings(services.settings)
        self._typeset: dict[PageOptions, PageSet] = {}

    def print(
        self, devices: PrintDevices, printers: tuple[str, ...], current_page: int | None
    ) -> str:
        """Ask how and print; returns what to say of it, nothing when the user goes back.

        `printers` are the names to choose from. UserError when the document cannot be set, or the
        printer does not take it.
        """
        # Where it cannot be set, this is said instead of asking how to print it.
        self._pages(self._setup.options)
        last = self._settings.last_printer()
        job = self._dialogs.ask_print(
            PrintQuestion(
                devices=devices,
                printers=printers,
                proposed=last if last in printers else printers[0],
                options=self._setup.options,
                page_count=lambda options: len(self._pages(options).pages),
                offset=self._settings.offset,
                current_page=current_page,
            )
        )
        if job is None:
            return ""
        self._keep(job)
        return self._send(job, self._pages(job.options))

    def _keep(self, job: PrintJob) -> None:
        self._setup.choose(job.options)
        name = job.printer.printerName()
        self._settings.keep_last_printer(name)
        self._settings.keep_offset(name, job.offset)

    def _send(self, job: PrintJob, pages: PageSet) -> str:
        painter = PagePainter(self._services.fonts())
        by_number = {page.number: page for page in pages.pages}
        numbers = job.pages or tuple(by_number)
        for turn, wanted in enumerate(passes(numbers, job.sides)):
            if turn and not self._dialogs.ask_turned():
                return "正面已送往打印机，反面没有打印。"
            sides = [None if number is None else by_number[number] for number in wanted]
            with self._dialogs.printing() as go_on:
                title = document_name(self._document)
                if not print_sides(sides, job, painter, title, go_on):
                    return "已取消打印；已打出的纸不要使用。"
        sent = f"已送往打印机“{job.printer.printerName()}”，共 {len(numbers)} 页。"
        return "".join((sent, *pages.adjustments, *missing_notices(pages)))

    def _pages(self, options: PageOptions) -> PageSet:
        if options not in self._typeset:
            document = self._document
            with waiting():
                self._typeset[options] = self._services.typeset(
                    document.report, document.form, options
                )
        return self._typeset[options]
