"""The tab of a chapter that holds a table: heading, text, grid, totals, last year's numbers."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from tests.gui.tables.conftest import OpenPage
from xjdesk.checks.check_data import NO_DATA
from xjdesk.core.address import CellAddress, HeadingAddress, ParagraphAddress, SpanAddress
from xjdesk.core.change import Change
from xjdesk.core.form import Form
from xjdesk.core.last_year import LastYear
from xjdesk.core.report import Paragraph, Report
from xjdesk.gui.document import Document
from xjdesk.gui.main_window import MainWindow
from xjdesk.gui.tables.cell_notes import Note
from xjdesk.gui.tables.page import TablePage
from xjdesk.gui.tables.sides import Side

HINT = "该部分以表格形式报告。表格如下："
FIRST = ParagraphAddress("requests", 0)
RECEIVED_NATURAL = CellAddress("requests", "received", "natural")
GRAND = CellAddress("requests", "settled", "total")
RECEIVED = CellAddress("requests", "received", "total")


def _add_text(document: Document) -> None:
    document.submit("修改正文", [Change(FIRST, (), (Paragraph(HINT),))])


def _button(page: TablePage) -> QPushButton:
    assert page.head is not None
    (button,) = page.head.findChildren(QPushButton)
    return button


def _beside(page: TablePage, cell: CellAddress, side: Side) -> str:
    """What the grid shows beside a cell."""
    grid = page.model.grid
    column = grid.side_columns[grid.sides.index(side)]
    return page.model.text(grid.values[cell].row, column)


def _set(document: Document, **columns: int | None) -> None:
    """Fill cells of the row 本年新收 in."""
    cells = {CellAddress("requests", "received", c): n for c, n in columns.items()}
    changes = [
        Change(cell, document.report.value(cell), None if n is None else Decimal(n))
        for cell, n in cells.items()
    ]
    document.submit("填写", changes)


def test_every_chapter_and_every_table_has_one_tab(wide_window: MainWindow, wide: Document) -> None:
    workspace = wide_window.workspace
    assert workspace is not None
    titles = [workspace.page_title(number) for number in range(workspace.count())]
    assert titles[4:8] == ["三、依申请公开表", "四、复议诉讼表", "五、问题改进", "六、其他事项"]
    for table in wide.form.tables:
        cell = next(iter(table.addresses()))
        places = (
            HeadingAddress(table.chapter),
            ParagraphAddress(table.chapter, 0),
            SpanAddress(table.chapter, 0, 0, 2),
        )
        assert {workspace.page_number(p) for p in places} == {workspace.page_number(cell)}


def test_a_chapter_without_text_shows_only_heading_and_table(open_page: OpenPage) -> None:
    page = open_page("requests")
    assert page.head is not None
    assert page.head.heading.isVisible()
    assert not page.head.editor.isVisible()
    assert _button(page).isVisible()


def test_text_that_was_left_in_is_seen_and_can_be_deleted(
    open_page: OpenPage, wide: Document, qtbot: QtBot
) -> None:
    _add_text(wide)
    page = open_page("requests")
    assert page.head is not None
    assert page.head.editor.isVisible()
    assert page.head.editor.toPlainText() == HINT
    page.head.editor.setFocus()
    page.head.editor.selectAll()
    qtbot.keyClick(page.head.editor, Qt.Key.Key_Delete)
    assert not any(p.text for p in wide.report.chapter("requests").paragraphs)
    wide.undo()
    assert page.head.editor.toPlainText() == HINT


def test_text_can_be_added_above_a_table(open_page: OpenPage, wide: Document, qtbot: QtBot) -> None:
    page = open_page("requests")
    assert page.head is not None
    qtbot.mouseClick(_button(page), Qt.MouseButton.LeftButton)
    assert page.head.editor.hasFocus()
    page.head.editor.insertPlainText("本年未收到申请。")
    assert wide.report.chapter("requests").paragraphs == (Paragraph("本年未收到申请。"),)
    page.view.setFocus()
    assert page.head.editor.isVisible()


def test_room_for_text_goes_when_none_was_written(open_page: OpenPage, qtbot: QtBot) -> None:
    page = open_page("requests")
    assert page.head is not None
    editor = page.head.editor
    qtbot.mouseClick(_button(page), Qt.MouseButton.LeftButton)
    assert editor.isVisible()
    page.view.setFocus()
    qtbot.waitUntil(lambda: not editor.isVisible())
    assert _button(page).isVisible()


def test_findings_and_preview_lead_to_heading_text_and_cells(
    open_page: OpenPage, wide: Document, wide_window: MainWindow
) -> None:
    _add_text(wide)
    page, workspace = open_page("requests"), wide_window.workspace
    assert workspace is not None
    assert page.head is not None
    workspace.show_place(SpanAddress("requests", 0, 2, 4))
    assert page.head.editor.textCursor().selectedText() == HINT[2:4]
    assert page.text_selection() == SpanAddress("requests", 0, 2, 4)
    workspace.show_place(FIRST, 5)
    here = page.here()
    assert here is not None
    assert (here.place, here.start) == (FIRST, 5)
    workspace.show_place(HeadingAddress("requests"), 3)
    here = page.here()
    assert here is not None
    assert (here.place, here.start) == (HeadingAddress("requests"), 3)
    assert page.text_selection() is None
    workspace.show_place(GRAND)
    here = page.here()
    assert here is not None
    assert here.place == GRAND
    assert page.text_selection() is None


def test_an_undone_edit_of_the_text_is_shown_where_it_was(
    open_page: OpenPage, wide: Document, wide_window: MainWindow
) -> None:
    page = open_page("requests")
    _add_text(wide)
    assert wide_window.workspace is not None
    wide_window.workspace.setCurrentIndex(0)
    wide_window.ui.actionUndo.trigger()
    assert page.isVisible()
    assert page.head is not None
    assert not page.head.editor.toPlainText()


def test_a_total_says_beside_the_number_what_its_parts_add_up_to(
    open_page: OpenPage, wide: Document
) -> None:
    page = open_page("requests")
    number = wide.report.value(RECEIVED)
    natural = wide.report.value(RECEIVED_NATURAL)
    assert isinstance(number, Decimal)
    assert isinstance(natural, Decimal)
    assert page.model.notes.beside(RECEIVED, Side.SUM) == Note(f"∑{number}")
    assert not page.model.notes.below(RECEIVED)
    _set(wide, natural=0)
    wrong = f"∑{number - natural} 多{natural}"
    assert page.model.notes.beside(RECEIVED, Side.SUM) == Note(
        wrong, is_wrong=True, shorter=f"∑{number - natural}"
    )
    assert _beside(page, RECEIVED, Side.SUM) == wrong
    _set(wide, total=None)
    assert page.model.notes.beside(RECEIVED, Side.SUM) == Note(f"∑{number - natural}")
    tip = str(page.model.index_of(RECEIVED).data(Qt.ItemDataRole.ToolTipRole))
    assert "各分项合计" in tip
    assert "此格未填" in tip
    spoken = str(page.model.index_of(RECEIVED).data(Qt.ItemDataRole.AccessibleTextRole))
    assert "各分项合计" in spoken
    _set(wide, natural=None)
    assert page.model.notes.beside(RECEIVED, Side.SUM) == Note("")


def test_a_sum_along_the_row_stands_at_its_end_and_one_down_the_column_below(
    open_page: OpenPage, wide: Document
) -> None:
    page = open_page("requests")
    part = CellAddress("requests", "granted", "total")
    number, grand = wide.report.value(part), wide.report.value(GRAND)
    assert isinstance(number, Decimal)
    assert isinstance(grand, Decimal)
    wide.submit("填写", [Change(part, number, number + 1)])
    assert page.model.notes.beside(GRAND, Side.SUM) == Note(f"∑{grand}")
    assert page.model.notes.below(GRAND) == (
        Note(f"∑{grand + 1} 少1", is_wrong=True, shorter=f"∑{grand + 1}"),
    )
    told = page.model.notes.sentences(GRAND)
    assert told == (
        f"本列各行合计 {grand + 1}，填写的数少 1",
        f"本行各列合计 {grand}，与填写的数一致",
    )


def test_totals_are_filled_in_only_when_asked_for(
    open_page: OpenPage, wide: Document, wide_window: MainWindow
) -> None:
    page = open_page("requests")
    right = dict(wide.report.values)
    totals = [RECEIVED, GRAND, CellAddress("requests", "settled", "natural")]
    wide.submit("清除", [Change(cell, right[cell], None) for cell in totals])
    assert all(wide.report.value(cell) is None for cell in totals)
    page.view.select(page.model.index_of(RECEIVED))
    wide_window.ui.actionFillTotals.trigger()
    assert wide.report.values == right
    assert wide.stack.undoText() == "填入合计3格"
    told = wide_window.ui.statusBar.currentMessage()
    assert told.startswith("已填入合计3格：")
    wide.undo()
    assert all(wide.report.value(cell) is None for cell in totals)


def test_of_several_selected_cells_only_their_totals_are_filled_in(
    open_page: OpenPage, wide: Document
) -> None:
    page = open_page("requests")
    right = dict(wide.report.values)
    wide.submit("清除", [Change(c, right[c], None) for c in (RECEIVED, GRAND)])
    index = page.model.index_of(RECEIVED)
    page.view.select(index)
    selection = page.view.selectionModel()
    selection.select(index.siblingAtColumn(index.column() - 1), selection.SelectionFlag.Select)
    page.fill_totals()
    assert wide.report.value(RECEIVED) == right[RECEIVED]
    assert wide.report.value(GRAND) is None


def test_what_cannot_be_filled_in_is_told(open_page: OpenPage, wide: Document) -> None:
    page = open_page("requests")
    assert page.fill_totals() == "合计都已填好，没有改动。"
    _set(wide, natural=None)
    assert page.fill_totals() == "1格合计的分项没有填全，没有填入。"
    assert open_page("disclosure").fill_totals() == "这张表没有按分项算出的合计。"


def test_outside_the_tables_nothing_is_filled_in(wide_window: MainWindow, wide: Document) -> None:
    assert wide_window.workspace is not None
    wide_window.workspace.setCurrentIndex(0)
    wide_window.ui.actionFillTotals.trigger()
    assert wide_window.ui.statusBar.currentMessage() == "请先打开统计表，再填入合计。"


@pytest.fixture
def before(wide: Document, wide_form: Form, clean: Report) -> Callable[[], LastYear]:
    """Makes the clean report last year's as well, with one cell that cannot be compared."""

    def look() -> LastYear:
        cells = {cell: cell for cell in wide_form.indicator_cells() if cell != GRAND}
        values = {**clean.values, RECEIVED: Decimal(1000)}
        last_year = LastYear(replace(clean, values=values), wide_form, cells)
        wide.check_with(replace(wide.check_data or NO_DATA, last_year=last_year))
        return last_year

    return look


def test_last_years_numbers_appear_as_soon_as_they_are_known(
    open_page: OpenPage, wide: Document, before: Callable[[], LastYear]
) -> None:
    page = open_page("requests")
    before()
    (note,) = page.model.notes.below(RECEIVED)
    assert note.shorter == "上年1000"
    tip = str(page.model.index_of(RECEIVED).data(Qt.ItemDataRole.ToolTipRole))
    number = wide.report.value(RECEIVED)
    assert isinstance(number, Decimal)
    assert f"上年 1000，增加 {number - 1000}" in tip
    assert note.text == f"上年1000 +{number - 1000}"
    _set(wide, total=990)
    assert page.model.notes.below(RECEIVED)[0].longer == "上年1000 -10 -1.0%"
    wide.check_with(replace(wide.check_data or NO_DATA, last_year=None))
    assert page.model.notes.below(RECEIVED) == ()


def test_a_cell_that_was_counted_otherwise_shows_no_number_and_says_why(
    open_page: OpenPage, before: Callable[[], LastYear]
) -> None:
    page = open_page("requests")
    before()
    assert page.model.notes.below(GRAND)[-1] == Note("不可比")
    assert "口径已变，不可比" in str(page.model.index_of(GRAND).data(Qt.ItemDataRole.ToolTipRole))


def test_last_years_numbers_can_be_hidden_and_stay_so(
    open_page: OpenPage, wide_window: MainWindow, before: Callable[[], LastYear]
) -> None:
    page = open_page("requests")
    before()
    wide_window.ui.actionShowLastYear.setChecked(False)
    assert not page.model.notes.has_last_year
    assert not open_page("review").model.notes.has_last_year
    wide_window.ui.actionShowLastYear.setChecked(True)
    assert page.model.notes.has_last_year


def test_last_years_numbers_are_never_copied(
    open_page: OpenPage, before: Callable[[], LastYear]
) -> None:
    page = open_page("requests")
    before()
    at = page.model.index_of(RECEIVED)
    assert page.model.text(at.row(), at.column()) == str(at.data())
    assert "1000" not in str(at.data())
