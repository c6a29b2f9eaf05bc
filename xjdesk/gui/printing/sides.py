"""Printing typeset pages."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtGui import QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrinter

from xjdesk.core.errors import UserError
from xjdesk.gui.page_painter import PagePainter
from xjdesk.gui.printing.job import GoOn, PrintJob, Sides
from xjdesk.typesetting.pages import Page

_MM_PER_INCH = 25.4
_A4_MM = (210.0, 297.0)
_PAPER_TOLERANCE_MM = 1.0
_BROKEN = (QPrinter.PrinterState.Aborted, QPrinter.PrinterState.Error)


def print_sides(
    sides: Sequence[Page | None], job: PrintJob, painter: PagePainter, title: str, go_on: GoOn
) -> bool:
    """Print pages on A4 in their true size, None as a side without anything on it.

    `title` names the job in the printer's queue. Returns False when `go_on` did not want the rest:
    then all is withdrawn. UserError when the printer does not take all.
    """
    printer = job.printer
    # One side alone needs no duplex unit, which would put the next copy on its back.
    is_double = job.sides is Sides.BOTH and len(sides) > 1
    _set_up(job, title, is_double=is_double)
    # A printer without copies of its own gets the pages as often.
    repeats = 1 if printer.supportsMultipleCopies() else job.copies
    device = QPainter()
    if not device.begin(printer):
        raise UserError(
            f"打印机{_name(printer)}没有接受这份文件（或者刚才取消了），一页也没有打印；"
            "请检查打印机是否接通、有没有纸，或先导出 PDF 再打印。"
        )
    is_whole = False
    try:
        is_whole = _paint_all([*sides] * repeats, job, painter, device, go_on)
    finally:
        if not is_whole:
            # Half a document is not to come out of the printer.
            printer.abort()
        ended = device.end()
    if is_whole and (not ended or printer.printerState() in _BROKEN):
        raise _broken_off(printer)
    return is_whole


def _paint_all(
    sides: Sequence[Page | None],
    job: PrintJob,
    painter: PagePainter,
    device: QPainter,
    go_on: GoOn,
) -> bool:
    """Paint side after side; False as soon as the rest is not wanted."""
    printer = job.printer
    for number, page in enumerate(sides):
        if number and not printer.newPage():
            raise _broken_off(printer)
        _paint(page, job, painter, device)
        if printer.printerState() in _BROKEN:
            raise _broken_off(printer)
        if not go_on(number + 1, len(sides)):
            return False
    return True


def _set_up(job: PrintJob, title: str, *, is_double: bool) -> None:
    printer = job.printer
    # Full page, else Qt refuses margins narrower than those of the printer, and A4 with them: the
    # margins are in the pages.
    layout = QPageLayout()
    layout.setMode(QPageLayout.Mode.FullPageMode)
    layout.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    layout.setOrientation(QPageLayout.Orientation.Portrait)
    printer.setPageLayout(layout)
    paper = printer.pageRect(QPrinter.Unit.Millimeter)
    found = (paper.width(), paper.height())
    if any(abs(a - b) > _PAPER_TOLERANCE_MM for a, b in zip(found, _A4_MM, strict=True)):
        raise UserError(
            f"打印机{_name(printer)}不能用 A4 纸，没有打印，请换一台打印机。", f"{found} mm"
        )
    printer.setDuplex(
        QPrinter.DuplexMode.DuplexLongSide if is_double else QPrinter.DuplexMode.DuplexNone
    )
    printer.setCollateCopies(True)
    printer.setCopyCount(job.copies)
    printer.setDocName(title)


def _paint(page: Page | None, job: PrintJob, painter: PagePainter, device: QPainter) -> None:
    if page is None:
        return
    units_per_mm = job.printer.resolution() / _MM_PER_INCH
    device.save()
    try:
        device.translate(job.offset.right_mm * units_per_mm, job.offset.down_mm * units_per_mm)
        painter.paint(page, device, units_per_mm)
    finally:
        device.restore()


def _broken_off(printer: QPrinter) -> UserError:
    return UserError(
        f"打印机{_name(printer)}中途停止，这份文件没有打印完；"
        "请检查打印机后重新打印，已打出的纸不要使用。"
    )


def _name(printer: QPrinter) -> str:
    return f"“{printer.printerName()}”" if printer.printerName() else ""
