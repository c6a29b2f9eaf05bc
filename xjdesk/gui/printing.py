"""Printing a typeset document."""

from __future__ import annotations

from PySide6.QtCore import QMarginsF
from PySide6.QtGui import QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrinter

from xjdesk.core.errors import UserError
from xjdesk.gui.page_painter import PagePainter
from xjdesk.typesetting.font_set import FontSet
from xjdesk.typesetting.pages import Page, PageSet

_MM_PER_INCH = 25.4


def print_pages(pages: PageSet, fonts: FontSet, printer: QPrinter) -> None:
    """Print on A4 without scaling, only the pages the user asked for.

    UserError when the printer does not take the job.
    """
    # The margins are in the pages: the printer must add none, nor shrink the page to its own.
    printer.setFullPage(True)
    printer.setPageLayout(
        QPageLayout(
            QPageSize(QPageSize.PageSizeId.A4),
            QPageLayout.Orientation.Portrait,
            QMarginsF(0, 0, 0, 0),
        )
    )
    painter = QPainter()
    if not painter.begin(printer):
        raise UserError("打印机没有响应，请检查打印机是否接通，或先导出 PDF 再打印。")
    try:
        page_painter = PagePainter(fonts)
        units_per_mm = printer.resolution() / _MM_PER_INCH
        for number, page in enumerate(_wanted(pages, printer)):
            if number:
                printer.newPage()
            page_painter.paint(page, painter, units_per_mm)
    finally:
        painter.end()


def _wanted(pages: PageSet, printer: QPrinter) -> tuple[Page, ...]:
    first, last = printer.fromPage(), printer.toPage()
    if printer.printRange() is QPrinter.PrintRange.PageRange and first > 0:
        return pages.pages[first - 1 : last or first]
    return pages.pages
