"""Bringing a report out of the program."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

import pytest

from xjdesk.checks.check_data import CheckData
from xjdesk.core.address import CellAddress
from xjdesk.core.change import Change, content_at
from xjdesk.core.document_fields import SIGNER
from xjdesk.core.errors import UserError
from xjdesk.core.form import Form
from xjdesk.core.report import Report
from xjdesk.gui.document import Document
from xjdesk.gui.main_window import MainWindow
from xjdesk.gui.open_file import OpenFile
from xjdesk.gui.services import Services
from xjdesk.typesetting.page_options import Letterhead, PageOptions

if TYPE_CHECKING:
    from tests.gui.conftest import FakeDevices, FakeDialogs

STRAY = CellAddress("statistics", "response_channels", "count")


def _clear_errors(document: Document) -> None:
    document.submit("清除", [Change(STRAY, content_at(document.report, STRAY), None)])


@pytest.mark.parametrize("suffix", [".pdf", ".xlsx"])
def test_exports_beside_the_project_under_its_name(
    window: MainWindow, document: Document, dialogs: FakeDialogs, tmp_path: Path, suffix: str
) -> None:
    document.mark_saved(OpenFile(tmp_path / "西吉.xjd"))
    dialogs.to_save = tmp_path / f"out{suffix}"
    action = window.ui.actionExportPdf if suffix == ".pdf" else window.ui.actionExportXlsx
    action.trigger()
    assert dialogs.proposals == [tmp_path / f"西吉{suffix}"]
    assert dialogs.to_save.read_text(encoding="utf-8") == document.form.id
    assert str(dialogs.to_save) in window.ui.statusBar.currentMessage()


def test_a_pdf_without_the_whole_letterhead_is_told_to_be_one(
    window: MainWindow, dialogs: FakeDialogs, tmp_path: Path
) -> None:
    dialogs.to_save = tmp_path / "out.pdf"
    window.ui.actionExportPdf.trigger()
    assert "样式" not in window.ui.statusBar.currentMessage()
    window.page_setup.choose(PageOptions(letterhead=Letterhead.NONE))
    window.ui.actionExportPdf.trigger()
    assert "样式：网站发布样式（不带版头）。" in window.ui.statusBar.currentMessage()


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


@pytest.mark.parametrize("action", ["actionExportPdf", "actionPrint"])
def test_characters_that_no_font_has_are_asked_about_once(
    window: MainWindow,
    document: Document,
    dialogs: FakeDialogs,
    devices: FakeDevices,
    tmp_path: Path,
    action: str,
) -> None:
    _clear_errors(document)
    dialogs.printer = devices.opened("打印室")
    dialogs.print_choices = {"pages": (1,)}
    dialogs.to_save = tmp_path / "out.pdf"
    document.check_with(CheckData(can_print=lambda character: character != "\U0001f642"))
    document.submit("填写", [Change(SIGNER, "", "马\U0001f642")])
    getattr(window.ui, action).trigger()
    assert len(dialogs.asked) == 1
    assert dialogs.asked[0].endswith(" 1")


def test_what_is_to_be_said_of_a_pdf_is_told(
    window: MainWindow, services: Services, dialogs: FakeDialogs, tmp_path: Path
) -> None:
    def adjusted(report: Report, form: Form, options: PageOptions, path: Path) -> tuple[str, ...]:
        return ("行距缩小了 1%。", "没有字体能显示“𱁬”。")

    window.exports.services = replace(services, export_pdf=adjusted)
    dialogs.to_save = tmp_path / "out.pdf"
    window.ui.actionExportPdf.trigger()
    told = window.ui.statusBar.currentMessage()
    assert told.endswith("out.pdf。行距缩小了 1%。没有字体能显示“𱁬”。")


def test_the_folder_of_an_export_is_where_the_next_one_begins(
    window: MainWindow, dialogs: FakeDialogs, services: Services, tmp_path: Path
) -> None:
    (tmp_path / "上报").mkdir()
    dialogs.to_save = tmp_path / "上报" / "a.pdf"
    window.ui.actionExportPdf.trigger()
    assert services.settings.folder() == tmp_path / "上报"


def test_the_list_of_findings_is_proposed_beside_the_project_under_a_name_of_its_own(
    window: MainWindow, document: Document, dialogs: FakeDialogs, tmp_path: Path
) -> None:
    document.mark_saved(OpenFile(tmp_path / "报告.xjd"))
    dialogs.to_save = tmp_path / "清单.xlsx"
    window.ui.actionExportFindings.trigger()
    assert dialogs.proposals == [tmp_path / "报告问题清单.xlsx"]
    written = dialogs.to_save.read_text(encoding="utf-8")
    assert written == f"{document.form.id} {len(document.index.settled)}"
    assert "已导出" in window.ui.statusBar.currentMessage()


def test_the_list_of_findings_is_for_reports_with_errors_and_asks_nothing(
    window: MainWindow, document: Document, dialogs: FakeDialogs, tmp_path: Path
) -> None:
    assert document.index.counts().errors
    dialogs.goes_on = False
    dialogs.to_save = tmp_path / "清单.xlsx"
    window.ui.actionExportFindings.trigger()
    assert dialogs.asked == []
    assert dialogs.to_save.exists()
