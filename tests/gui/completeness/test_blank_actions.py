from __future__ import annotations

from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from xjdesk.core.address import Address, CellAddress, ParagraphAddress
from xjdesk.core.change import Change, Content, content_at
from xjdesk.core.document_fields import BLANKS, DIRECTION, DOWNWARD, ISSUER, MAY_STAY_BLANK, SIGNER
from xjdesk.core.report import Paragraph
from xjdesk.gui.completeness.meter import FillingMeter
from xjdesk.gui.document import Document
from xjdesk.gui.main_window import MainWindow


def _cell(row: str) -> CellAddress:
    return CellAddress("statistics", row, "count")


def _submit(document: Document, address: Address, new: Content) -> None:
    document.submit("填写", [Change(address, content_at(document.report, address), new)])


def _told(window: MainWindow) -> str:
    return window.ui.statusBar.currentMessage()


def _tab(window: MainWindow, title: str) -> int:
    workspace = window.workspace
    assert workspace is not None
    return next(n for n in range(workspace.count()) if workspace.page_title(n) == title)


@pytest.fixture
def meter(window: MainWindow) -> FillingMeter:
    return window.blanks.meter


def _counts(meter: FillingMeter) -> tuple[int, int]:
    """Filled and asked for, as the accessible name tells them."""
    asked, filled = (part.split(" ")[1] for part in meter.accessibleName().split("，"))
    return int(filled), int(asked)


def test_the_meter_follows_every_edit_and_its_undoing(
    document: Document, meter: FillingMeter
) -> None:
    filled, asked = _counts(meter)
    assert asked - filled == 2
    _submit(document, SIGNER, "马学军")
    assert _counts(meter) == (filled + 1, asked)
    _submit(document, _cell("website"), None)
    assert _counts(meter) == (filled, asked)
    document.undo()
    document.undo()
    assert _counts(meter) == (filled, asked)


def test_less_is_asked_for_where_less_is_required(document: Document, meter: FillingMeter) -> None:
    filled, asked = _counts(meter)
    _submit(document, DIRECTION, DOWNWARD)
    assert _counts(meter) == (filled, asked - 1)
    _submit(document, BLANKS, MAY_STAY_BLANK)
    assert _counts(meter)[1] < asked - 20


def test_the_tooltip_tells_of_every_tab(meter: FillingMeter) -> None:
    lines = meter.toolTip().splitlines()
    assert "公文信息：4/5" in lines
    assert "导语：1/1" in lines
    assert lines[-1] == "单击跳到下一处未填（Ctrl+F8）"


def test_every_tab_tells_how_far_it_is_filled_in(window: MainWindow, document: Document) -> None:
    workspace = window.workspace
    assert workspace is not None
    number = _tab(window, "公文信息")
    assert workspace.tabToolTip(number).splitlines()[-1] == "已填 4/5"
    _submit(document, SIGNER, "马学军")
    assert workspace.tabToolTip(number).splitlines()[-1] == "已填 5/5"


def test_a_click_on_the_meter_leads_to_the_next_blank(
    window: MainWindow, meter: FillingMeter
) -> None:
    workspace = window.workspace
    assert workspace is not None
    QTest.mouseClick(meter, Qt.MouseButton.LeftButton)
    here = workspace.here()
    assert here is not None
    assert here.place == SIGNER
    assert _told(window) == "未填：公文信息 签发人（共 2 处未填）。"


def test_the_menu_leads_from_blank_to_blank_and_round(window: MainWindow) -> None:
    workspace = window.workspace
    assert workspace is not None
    seen: list[object] = []
    for _ in range(3):
        window.ui.actionNextBlank.trigger()
        here = workspace.here()
        assert here is not None
        seen.append(here.place)
    assert seen == [SIGNER, _cell("staff_full_time"), SIGNER]


def test_an_empty_chapter_is_led_to(window: MainWindow, document: Document) -> None:
    workspace = window.workspace
    assert workspace is not None
    paragraphs = document.report.chapter("overview").paragraphs
    change = Change(ParagraphAddress("overview", 0), paragraphs, (Paragraph(""),))
    document.submit("删除", [change])
    window.show_place(SIGNER)
    window.ui.actionNextBlank.trigger()
    assert workspace.currentIndex() == _tab(window, "一、工作情况")


def test_without_a_blank_it_is_said(window: MainWindow, document: Document) -> None:
    _submit(document, SIGNER, "马学军")
    _submit(document, _cell("staff_full_time"), Decimal(1))
    window.ui.actionNextBlank.trigger()
    assert _told(window) == "应填的都已填写。"


def test_blank_cells_are_filled_with_0_in_one_step(window: MainWindow, document: Document) -> None:
    for row in ("microblog", "website_interviews", "courses"):
        _submit(document, _cell(row), None)
    _submit(document, ISSUER, "西吉县人民政府办公室")
    steps = document.stack.count()
    blank = [row.id for row in document.form.tables[0].rows if row.is_indicator]
    blank = [row for row in blank if document.report.value(_cell(row)) is None]
    window.ui.actionFillBlanks.trigger()
    filled = [row for row in blank if document.report.value(_cell(row)) == 0]
    assert document.stack.count() == steps + 1
    assert document.stack.undoText() == "空白格填0"
    assert f"已在 {len(filled)} 个空白格填 0。" in _told(window)
    document.undo()
    assert all(document.report.value(_cell(row)) is None for row in blank)


def test_a_blank_that_a_sum_asks_more_for_is_left_and_told(
    window: MainWindow, document: Document
) -> None:
    _submit(document, _cell("staff_full_time"), Decimal(0))
    total = document.report.value(_cell("closed"))
    assert isinstance(total, Decimal)
    assert total > 0
    _submit(document, _cell("closed"), None)
    window.ui.actionFillBlanks.trigger()
    assert document.report.value(_cell("closed")) is None
    assert _told(window).startswith("1 格按合计关系不应为 0，没有填")


def test_without_blank_cells_nothing_is_done(window: MainWindow, document: Document) -> None:
    _submit(document, _cell("staff_full_time"), Decimal(0))
    steps = document.stack.count()
    window.ui.actionFillBlanks.trigger()
    assert document.stack.count() == steps
    assert _told(window) == "统计表没有空白格。"


def test_without_a_document_there_is_no_meter(empty_window: MainWindow) -> None:
    assert empty_window.blanks.meter.isHidden()
    assert not empty_window.ui.actionNextBlank.isEnabled()


def test_another_document_is_counted_from_its_own_blanks(
    window: MainWindow, document: Document, qtbot: QtBot
) -> None:
    meter = window.blanks.meter
    _submit(document, SIGNER, "马学军")
    other = Document(document.project(), document.form, None)
    before = _counts(meter)
    window.show_document(other)
    assert _counts(meter) == before
    assert not meter.isHidden()
