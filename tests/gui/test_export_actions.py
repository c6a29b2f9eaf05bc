"""Bringing a report out of the program."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

import pytest

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
    from tests.gui.conftest import FakeDevices, FakeDialogs

STRAY = CellAddress("statistics", "response_channels", "count")


@pytest.fixture
def window(window: MainWindow, devices: FakeDevices) -> MainWindow:
    window.exports.devices = devices
    return window


def _clear_errors(document: Document) -> None:
    document.submit("清除", [Change(STRAY, content_at(document.report, STRAY), None)])


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


@pytest.mark.parametrize("wants_pdf", [True, False])
def test_without_a_printer_the_pdf_is_offered(
    window: MainWindow,
    dialogs: FakeDialogs,
    devices: FakeDevices,
    tmp_path: Path,
    wants_pdf: bool,
) -> None:
    devices.printers = ()
    dialogs.wants_pdf = wants_pdf
    dialogs.to_save = tmp_path / "out.pdf"
    window.ui.actionPrint.trigger()
    assert dialogs.asked == ["打印 1", "PDF"]
    assert dialogs.to_save.exists() is wants_pdf


@pytest.mark.parametrize("goes_on", [True, False])
def test_characters_that_no_font_has_are_told_before_they_are_in_a_pdf(
    window: MainWindow,
    document: Document,
    dialogs: FakeDialogs,
    tmp_path: Path,
    goes_on: bool,
) -> None:
    _clear_errors(document)
    dialogs.to_save = tmp_path / "out.pdf"
    dialogs.goes_on = goes_on
    document.submit("填写", [Change(SIGNER, "", "马\U0001f642")])
    window.ui.actionExportPdf.trigger()
    assert dialogs.asked[0] == "导出"
    assert "\U0001f642" in dialogs.asked[1]
    assert bool(dialogs.proposals) is goes_on
    assert dialogs.to_save.exists() is goes_on


def test_a_workbook_asks_nothing_about_fonts(
    window: MainWindow, document: Document, dialogs: FakeDialogs, tmp_path: Path
) -> None:
    _clear_errors(document)
    dialogs.to_save = tmp_path / "out.xlsx"
    document.submit("填写", [Change(SIGNER, "", "马\U0001f642")])
    window.ui.actionExportXlsx.trigger()
    assert dialogs.asked == []
    assert dialogs.to_save.exists()


@pytest.mark.parametrize("action", ["actionExportPdf", "actionPrint"])
def test_what_typesetting_adjusted_is_told(
    window: MainWindow,
    services: Services,
    dialogs: FakeDialogs,
    devices: FakeDevices,
    tmp_path: Path,
    action: str,
) -> None:
    def adjusted(report: Report, form: Form, options: PageOptions) -> PageSet:
        pages: PageSet = services.typeset(report, form, options)
        return replace(pages, adjustments=("行距缩小了 1%。",))

    window.exports.services = replace(services, typeset=adjusted)
    dialogs.printer = devices.opened("打印室")
    dialogs.print_choices = {"pages": (1,)}
    dialogs.to_save = tmp_path / "out.pdf"
    getattr(window.ui, action).trigger()
    assert window.ui.statusBar.currentMessage().endswith("。行距缩小了 1%。")


@pytest.mark.parametrize("action", ["actionExportPdf", "actionPrint"])
def test_pages_that_cannot_be_set_are_told(
    window: MainWindow,
    services: Services,
    dialogs: FakeDialogs,
    devices: FakeDevices,
    tmp_path: Path,
    action: str,
) -> None:
    def fail(report: Report, form: Form, options: PageOptions) -> NoReturn:
        raise UserError("字体文件无法读取，请重新安装本程序。")

    window.exports.services = replace(services, typeset=fail)
    dialogs.printer = devices.opened("打印室")
    dialogs.to_save = tmp_path / "out.pdf"
    getattr(window.ui, action).trigger()
    assert [error.sentence for error in dialogs.errors] == ["字体文件无法读取，请重新安装本程序。"]
    assert not dialogs.to_save.exists()


def test_the_folder_of_an_export_is_where_the_next_one_begins(
    window: MainWindow, dialogs: FakeDialogs, services: Services, tmp_path: Path
) -> None:
    (tmp_path / "上报").mkdir()
    dialogs.to_save = tmp_path / "上报" / "a.pdf"
    window.ui.actionExportPdf.trigger()
    assert services.settings.folder() == tmp_path / "上报"
