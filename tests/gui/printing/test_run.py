"""Printing a document, from the question to the last sheet."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

import pypdfium2
import pypdfium2.raw as pdfium
import pytest
from PySide6.QtWidgets import QTableView
from pytestqt.qtbot import QtBot

from xjdesk.core.address import CellAddress
from xjdesk.core.change import Change
from xjdesk.core.document_fields import SIGNER
from xjdesk.core.errors import UserError
from xjdesk.core.form import Form
from xjdesk.core.report import Report
from xjdesk.gui.document import Document
from xjdesk.gui.main_window import MainWindow
from xjdesk.gui.printing.job import PrintOffset, Sides
from xjdesk.gui.printing.settings import PrintSettings
from xjdesk.gui.services import Services
from xjdesk.typesetting.page_options import Letterhead, PageOptions
from xjdesk.typesetting.pages import PageSet

if TYPE_CHECKING:
    from tests.gui.conftest import FakeDevices, FakeDialogs


@dataclass(frozen=True)
class Printed:
    """What stands on a printed side: the kinds of its PDF objects, and whether one is red."""

    shapes: list[int]
    has_red: bool


def _printed(devices: FakeDevices) -> list[Printed]:
    document = pypdfium2.PdfDocument(devices.file)
    try:
        return [_looked_at(document[number]) for number in range(len(document))]
    finally:
        document.close()


def _looked_at(page: pypdfium2.PdfPage) -> Printed:
    shapes = [pdfium.FPDFPageObj_GetType(shape.raw) for shape in page.get_objects()]
    picture = page.render(scale=1).to_pil().convert("RGB")
    channels = zip(*(band.tobytes() for band in picture.split()), strict=True)
    return Printed(shapes, any(red - max(green, blue) > 60 for red, green, blue in channels))


def test_the_document_is_printed_as_it_was_asked_for(
    window: MainWindow,
    services: Services,
    document: Document,
    dialogs: FakeDialogs,
    devices: FakeDevices,
) -> None:
    dialogs.printer = devices.opened("打印室")
    dialogs.print_choices = {"pages": (2, 3), "offset": PrintOffset(1.5, 0.0)}
    window.ui.actionPrint.trigger()
    assert dialogs.errors == []
    assert len(_printed(devices)) == 2
    assert "已送往打印机“打印室”，共 2 页" in window.ui.statusBar.currentMessage()
    assert dialogs.printer.docName() == "未保存的2016年度报告"
    (question,) = dialogs.print_questions
    pages: PageSet = services.typeset(document.report, document.form, PageOptions())
    assert question.page_count(PageOptions()) == len(pages.pages)
    assert (question.printers, question.proposed) == (devices.names(), "办公室")


def test_what_was_chosen_is_chosen_for_preview_and_pdf_and_next_time(
    window: MainWindow, services: Services, dialogs: FakeDialogs, devices: FakeDevices
) -> None:
    published = PageOptions(double_sided=False, letterhead=Letterhead.NONE)
    dialogs.printer = devices.opened("打印室")
    dialogs.print_choices = {
        "pages": (1,),
        "options": published,
        "offset": PrintOffset(1.5, -2.0),
    }
    window.ui.actionPrint.trigger()
    assert window.page_setup.options == published
    assert services.settings.page_options() == published
    window.ui.actionPrint.trigger()
    again = dialogs.print_questions[-1]
    assert (again.proposed, again.options) == ("打印室", published)
    assert again.offset("打印室") == PrintOffset(1.5, -2.0)
    assert again.offset("办公室") == PrintOffset()


def test_only_what_is_typeset_is_printed_and_no_guide(
    window: MainWindow,
    services: Services,
    document: Document,
    dialogs: FakeDialogs,
    devices: FakeDevices,
) -> None:
    pages: PageSet = services.typeset(document.report, document.form, PageOptions())
    assert pages.seal is not None
    dialogs.printer = devices.opened("打印室")
    dialogs.print_choices = {"pages": (pages.seal.page_number,)}
    window.ui.actionPrint.trigger()
    page = pages.pages[pages.seal.page_number - 1]
    typeset = sum(1 for run in page.runs if run.text.strip()) + len(page.rules)
    assert len(_printed(devices)[0].shapes) == typeset


@pytest.mark.parametrize("letterhead", Letterhead)
def test_only_the_whole_document_has_red_parts(
    window: MainWindow, dialogs: FakeDialogs, devices: FakeDevices, letterhead: Letterhead
) -> None:
    dialogs.printer = devices.opened("打印室")
    dialogs.print_choices = {"pages": (1,), "options": PageOptions(letterhead=letterhead)}
    window.ui.actionPrint.trigger()
    assert _printed(devices)[0].has_red is (letterhead is Letterhead.FULL)


def test_going_back_in_the_dialog_prints_and_keeps_nothing(
    window: MainWindow, services: Services, dialogs: FakeDialogs, devices: FakeDevices
) -> None:
    window.ui.actionPrint.trigger()
    assert len(dialogs.print_questions) == 1
    assert not devices.file.exists()
    assert PrintSettings(services.settings).last_printer() == ""
    assert window.ui.statusBar.currentMessage() == ""


def test_a_printer_that_is_not_there_any_more_is_not_proposed(
    window: MainWindow, services: Services, dialogs: FakeDialogs
) -> None:
    PrintSettings(services.settings).keep_last_printer("旧打印机")
    window.ui.actionPrint.trigger()
    assert dialogs.print_questions[0].proposed == "办公室"


def test_the_page_that_is_shown_can_be_asked_for(window: MainWindow, dialogs: FakeDialogs) -> None:
    window.exports.current_page = lambda: 3
    window.ui.actionPrint.trigger()
    assert dialogs.print_questions[0].current_page == 3


@pytest.mark.parametrize("turns", [True, False])
def test_turning_by_hand_fronts_are_printed_and_backs_when_the_sheets_are_turned(
    window: MainWindow, dialogs: FakeDialogs, devices: FakeDevices, turns: bool
) -> None:
    dialogs.printer = devices.opened("打印室")
    dialogs.print_choices = {"pages": (1, 2, 3, 5), "sides": Sides.BOTH_BY_HAND}
    dialogs.turns = turns
    window.ui.actionPrint.trigger()
    assert dialogs.asked == ["打印 1", "翻面"]
    # The backs go into the same file: behind 3 and 5 nothing was wanted.
    printed = [bool(side.shapes) for side in _printed(devices)]
    assert printed == ([True, False, False] if turns else [True, True, True])
    told = window.ui.statusBar.currentMessage()
    assert told.startswith("已送往打印机" if turns else "正面已送往打印机，反面没有打印")


@pytest.mark.qt_log_ignore("This plugin does not support", "QPainter::begin")
def test_a_printer_that_takes_nothing_is_told(
    window: MainWindow, dialogs: FakeDialogs, devices: FakeDevices, tmp_path: Path
) -> None:
    devices.file = tmp_path / "no such folder" / "printed.pdf"
    dialogs.printer = devices.opened("打印室")
    window.ui.actionPrint.trigger()
    assert "“打印室”没有接受这份文件" in dialogs.errors[0].sentence
    assert window.ui.statusBar.currentMessage() == ""


def test_pages_that_cannot_be_set_are_told_instead_of_asking_how_to_print(
    window: MainWindow, services: Services, dialogs: FakeDialogs
) -> None:
    def fail(report: Report, form: Form, options: PageOptions) -> NoReturn:
        raise UserError("字体文件无法读取，请重新安装本程序。")

    window.exports.services = replace(services, typeset=fail)
    window.ui.actionPrint.trigger()
    assert [error.sentence for error in dialogs.errors] == ["字体文件无法读取，请重新安装本程序。"]
    assert dialogs.print_questions == []


def test_what_had_to_be_adjusted_and_what_no_font_has_is_told(
    window: MainWindow,
    services: Services,
    document: Document,
    dialogs: FakeDialogs,
    devices: FakeDevices,
) -> None:
    def adjusted(report: Report, form: Form, options: PageOptions) -> PageSet:
        pages: PageSet = services.typeset(report, form, options)
        return replace(pages, adjustments=("行距缩小了 1%。",))

    window.exports.services = replace(services, typeset=adjusted)
    document.submit("填写", [Change(SIGNER, "", "马\U0001f642")])
    dialogs.printer = devices.opened("打印室")
    dialogs.print_choices = {"pages": (1,)}
    window.ui.actionPrint.trigger()
    told = window.ui.statusBar.currentMessage()
    assert "，共 1 页。行距缩小了 1%。没有字体能显示“\U0001f642”" in told


def test_what_stands_in_an_open_cell_is_printed(
    window: MainWindow,
    services: Services,
    document: Document,
    dialogs: FakeDialogs,
    qtbot: QtBot,
) -> None:
    cell = CellAddress("statistics", "closed", "count")
    window.show_place(cell)
    grid = window.findChild(QTableView, "grid-statistics")
    assert isinstance(grid, QTableView)
    qtbot.keyClick(grid, "7")
    assert document.report.value(cell) == 198
    typeset: list[Report] = []

    def keep(report: Report, form: Form, options: PageOptions) -> PageSet:
        typeset.append(report)
        return services.typeset(report, form, options)

    window.exports.services = replace(services, typeset=keep)
    window.ui.actionPrint.trigger()
    assert [report.value(cell) for report in typeset] == [7]


def test_printing_that_is_stopped_is_told_and_the_backs_are_not_asked_for(
    window: MainWindow, dialogs: FakeDialogs, devices: FakeDevices
) -> None:
    dialogs.printer = devices.opened("打印室")
    dialogs.print_choices = {"sides": Sides.BOTH_BY_HAND}
    dialogs.stops_after = 2
    window.ui.actionPrint.trigger()
    assert window.ui.statusBar.currentMessage() == "已取消打印；已打出的纸不要使用。"
    assert "翻面" not in dialogs.asked
    assert dialogs.errors == []
