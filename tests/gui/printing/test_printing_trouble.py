"""Printers that do not take what they are given."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QSizeF
from PySide6.QtGui import QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QApplication

from xjdesk.core.errors import UserError
from xjdesk.gui.page_painter import PagePainter
from xjdesk.gui.printing.job import GoOn, PrintJob, Sides
from xjdesk.gui.printing.sides import print_sides
from xjdesk.typesetting.fonts.font_set import FontSet
from xjdesk.typesetting.page_options import PageOptions
from xjdesk.typesetting.pages import Page, Rule

PAGE = Page(1, 28.0, (), (Rule(30.0, 100.0, 180.0, 100.0, 1.0),))


def _job(printer: QPrinter) -> PrintJob:
    return PrintJob(printer, PageOptions(), Sides.ONE)


@pytest.mark.qt_log_ignore("QPainter::begin")
def test_a_printer_that_takes_nothing_is_told(
    printer: QPrinter, painter: PagePainter, to_the_end: GoOn, tmp_path: Path
) -> None:
    printer.setOutputFileName(str(tmp_path / "no such folder" / "printed.pdf"))
    with pytest.raises(UserError) as raised:
        print_sides([PAGE], _job(printer), painter, "年报", to_the_end)
    assert "打印机“办公室”没有接受这份文件" in raised.value.sentence
    assert "一页也没有打印" in raised.value.sentence
    assert "导出 PDF" in raised.value.sentence


class WithdrawnPrinter(QPrinter):
    """Keeps whether what it was given was taken back."""

    aborted = False

    def abort(self) -> bool:
        self.aborted = True
        return super().abort()


class StoppingPrinter(WithdrawnPrinter):
    """Takes one page and no more."""

    def newPage(self) -> bool:
        return False


class FailingPrinter(QPrinter):
    """Is in trouble as soon as something is printed."""

    def printerState(self) -> QPrinter.PrinterState:
        return QPrinter.PrinterState.Error


@pytest.mark.parametrize("kind", [StoppingPrinter, FailingPrinter])
def test_a_job_that_breaks_off_is_told_and_withdrawn(
    kind: type[QPrinter], painter: PagePainter, to_the_end: GoOn, file: Path, qapp: QApplication
) -> None:
    printer = kind(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(file))
    with pytest.raises(UserError, match="中途停止，这份文件没有打印完"):
        print_sides([PAGE, PAGE], _job(printer), painter, "年报", to_the_end)
    assert not printer.paintingActive()
    assert not isinstance(printer, StoppingPrinter) or printer.aborted


class FailingPainter(PagePainter):
    """Goes wrong on the second page as nobody foresaw."""

    def paint(self, page: Page, painter: QPainter, units_per_mm: float) -> None:
        if page.number == 2:
            raise OSError("fangsong.ttf")
        super().paint(page, painter, units_per_mm)


def test_half_a_document_is_withdrawn_whatever_goes_wrong(
    file: Path, fonts: FontSet, to_the_end: GoOn, qapp: QApplication
) -> None:
    printer = WithdrawnPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(file))
    with pytest.raises(OSError, match="fangsong"):
        print_sides(
            [PAGE, replace(PAGE, number=2)],
            _job(printer),
            FailingPainter(fonts),
            "年报",
            to_the_end,
        )
    assert printer.aborted
    assert not printer.paintingActive()


def test_what_the_user_stops_is_withdrawn(
    painter: PagePainter, file: Path, qapp: QApplication
) -> None:
    printer = WithdrawnPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(file))
    told: list[int] = []

    def go_on(done: int, count: int) -> bool:
        told.append(done)
        return done < count - 1

    assert not print_sides([PAGE, PAGE, PAGE], _job(printer), painter, "年报", go_on)
    assert told == [1, 2]
    assert printer.aborted
    assert not printer.paintingActive()


class SmallPrinter(QPrinter):
    """Has no paper but A5."""

    def setPageLayout(self, layout: QPageLayout) -> bool:
        layout.setPageSize(QPageSize(QSizeF(148, 210), QPageSize.Unit.Millimeter))
        return super().setPageLayout(layout)


def test_a_printer_without_a4_is_told(
    painter: PagePainter, to_the_end: GoOn, file: Path, qapp: QApplication
) -> None:
    printer = SmallPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(file))
    with pytest.raises(UserError, match="不能用 A4 纸"):
        print_sides([PAGE], _job(printer), painter, "年报", to_the_end)
    assert not file.exists()
