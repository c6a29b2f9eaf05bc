"""Bringing a report out of the program."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

import pypdfium2
import pytest
from PySide6.QtPrintSupport import QPrinter

from xjdesk.core.address import CellAddress
from xjdesk.core.change import Change, content_at
from xjdesk.core.document_fields import SIGNER
from xjdesk.core.errors import UserError
from xjdesk.core.form import Form
from xjdesk.core.report import Report
from xjdesk.gui.document import Document
from xjdesk.gui.main_window import MainWindow
from xjdesk.gui.services import Services
from xjdesk.typesetting.page_options import PageOptions
from xjdesk.typesetting.pages import PageSet

if TYPE_CHECKING:
    from tests.gui.conftest import FakeDialogs

STRAY = CellAddress("statistics", "response_channels", "count")


@pytest.fixture
def printer(tmp_path: Path) -> QPrinter:
    """A printer that prints into a file."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "printed.pdf"))
    return printer


@pytest.mark.parametrize("suffix", [".pdf", ".xlsx"])
def test_exports_beside_the_project_under_its_name(
    window: MainWindow, document: Document, dialogs: FakeDialogs, tmp_path: Path, suffix: str
) -> None:
    document.mark_saved(tmp_path / "西吉.xjd")
    dialogs.to_save = tmp_path / f"out{suffix}"
    action = window.ui.actionExportPdf if suffix == ".pdf" else window.ui.actionExportXlsx
    action.trigger()
    assert dialogs.proposals == [tmp_path / f"西吉{suffix}"]
    assert dialogs.to_save.read_text(encoding="utf-8") == document.form.id
    assert str(dialogs.to_save) in window.ui.statusBar.currentMessage()


def test_errors_that_stand_are_asked_about(
    window: MainWindow, document: Document, dialogs: FakeDialogs, tmp_path: Path
) -> None:
    dialogs.to_save = tmp_path / "out.pdf"
    dialogs.goes_on = False
    window.ui.actionExportPdf.trigger()
    assert dialogs.asked == ["导出 1"]
    assert not dialogs.to_save.exists()
    document.submit("清除", [Change(STRAY, content_at(document.report, STRAY), None)])
    window.ui.actionExportPdf.trigger()
    assert dialogs.asked == ["导出 1"]
    assert dialogs.to_save.exists()


def test_an_export_that_fails_is_told(
    window: MainWindow, document: Document, dialogs: FakeDialogs, tmp_path: Path
) -> None:
    dialogs.to_save = tmp_path / "no such folder" / "out.pdf"

    def fail(report: Report, form: Form, options: PageOptions, path: Path) -> NoReturn:
        raise UserError("文件没有写成，请另存到其他文件夹。", str(path))

    services = window.exports.services
    window.exports.services = replace(services, export_pdf=fail)
    window.ui.actionExportPdf.trigger()
    assert dialogs.errors[0].sentence == "文件没有写成，请另存到其他文件夹。"


def test_prints_every_page_on_a4(
    window: MainWindow,
    services: Services,
    document: Document,
    dialogs: FakeDialogs,
    printer: QPrinter,
    tmp_path: Path,
) -> None:
    dialogs.printer = printer
    window.ui.actionPrint.trigger()
    assert dialogs.errors == []
    pages: PageSet = services.typeset(document.report, document.form, PageOptions())
    printed = pypdfium2.PdfDocument(tmp_path / "printed.pdf")
    assert len(printed) == len(pages.pages)
    width, height = printed[0].get_size()
    assert (width, height) == (pytest.approx(595, abs=1), pytest.approx(842, abs=1))
    printed.close()


def test_only_the_wanted_pages_are_printed(
    window: MainWindow, dialogs: FakeDialogs, printer: QPrinter, tmp_path: Path
) -> None:
    printer.setPrintRange(QPrinter.PrintRange.PageRange)
    printer.setFromTo(2, 3)
    dialogs.printer = printer
    window.ui.actionPrint.trigger()
    printed = pypdfium2.PdfDocument(tmp_path / "printed.pdf")
    assert len(printed) == 2
    printed.close()


def test_the_preview_paints_what_is_printed(
    window: MainWindow, dialogs: FakeDialogs, printer: QPrinter, tmp_path: Path
) -> None:
    dialogs.printer = printer
    window.ui.actionPrintPreview.trigger()
    assert (tmp_path / "printed.pdf").stat().st_size > 1000


@pytest.mark.qt_log_ignore("This plugin does not support", "QPainter::begin")
def test_a_printer_that_takes_nothing_is_told(
    window: MainWindow, dialogs: FakeDialogs, printer: QPrinter, tmp_path: Path
) -> None:
    printer.setOutputFileName(str(tmp_path / "no such folder" / "printed.pdf"))
    dialogs.printer = printer
    window.ui.actionPrint.trigger()
    assert "打印机没有响应" in dialogs.errors[0].sentence


def test_characters_that_no_font_has_are_told_before_they_are_signed(
    window: MainWindow,
    document: Document,
    dialogs: FakeDialogs,
    printer: QPrinter,
) -> None:
    dialogs.printer = printer
    document.submit("填写", [Change(SIGNER, "", "马\U0001f642")])
    for action in (window.ui.actionPrint, window.ui.actionPrintPreview):
        dialogs.notes.clear()
        action.trigger()
        assert len(dialogs.notes) == 1
        assert "“\U0001f642”，已印成“〓”" in dialogs.notes[0]


def test_the_preview_asks_about_errors_as_printing_does(
    window: MainWindow, dialogs: FakeDialogs
) -> None:
    dialogs.goes_on = False
    window.ui.actionPrintPreview.trigger()
    assert dialogs.asked == ["打印预览 1"]


def test_the_folder_of_an_export_is_where_the_next_one_begins(
    window: MainWindow, dialogs: FakeDialogs, services: Services, tmp_path: Path
) -> None:
    (tmp_path / "上报").mkdir()
    dialogs.to_save = tmp_path / "上报" / "a.pdf"
    window.ui.actionExportPdf.trigger()
    assert services.settings.folder() == tmp_path / "上报"
