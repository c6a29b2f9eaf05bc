"""What stands beside and below the numbers: never in a cell, never entered, never pasted over."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest
from PySide6.QtCore import QItemSelection, Qt
from PySide6.QtGui import QFontMetrics, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from tests.gui.tables.conftest import OpenPage
from xjdesk.checks.check_data import NO_DATA
from xjdesk.core.address import CellAddress
from xjdesk.core.last_year import last_year_of
from xjdesk.core.severity import Severity
from xjdesk.gui.document import Document
from xjdesk.gui.main_window import MainWindow
from xjdesk.gui.severity_look import SeverityLook
from xjdesk.gui.tables.delegate import LabelDelegate
from xjdesk.gui.tables.finding_sign import on_plate
from xjdesk.gui.tables.page import TablePage
from xjdesk.gui.tables.sides import Side
from xjdesk.gui.tables.sizes import GridSizes
from xjdesk.gui.tables.strip import small

Key = Qt.Key


def compare_with_year_before(document: Document) -> None:
    """Let the report, with every number one less, be last year's as well."""
    report = document.report
    values = {c: e - 1 for c, e in report.values.items() if isinstance(e, Decimal) and e}
    before = replace(report, year=report.year - 1, values=values)
    last_year = last_year_of(document.form, document.form, before)
    document.check_with(replace(document.check_data or NO_DATA, last_year=last_year))


@pytest.fixture
def page(window: MainWindow, document: Document, qtbot: QtBot) -> TablePage:
    """The table of the founding document beside last year's numbers."""
    compare_with_year_before(document)
    window.show_first_table()
    workspace = window.workspace
    assert workspace is not None
    found = workspace.page(workspace.currentIndex())
    assert isinstance(found, TablePage)
    qtbot.waitUntil(lambda: found.isVisible() and not found.view.is_measuring)
    return found


def _column(page: TablePage, side: Side) -> int:
    return page.model.grid.side_columns[page.model.grid.sides.index(side)]


def _row(page: TablePage, row_id: str) -> int:
    return page.model.index_of(CellAddress("statistics", row_id, "count")).row()


def _shown(page: TablePage, row_id: str) -> list[str]:
    return [page.model.text(_row(page, row_id), column) for column in page.model.grid.side_columns]


def _hidden(page: TablePage) -> list[bool]:
    return [page.view.isColumnHidden(column) for column in page.model.grid.side_columns]


def test_a_table_with_one_column_of_numbers_has_the_rest_in_columns(page: TablePage) -> None:
    assert _shown(page, "received") == ["∑200", "199", "+1", "+0.5%"]
    assert _shown(page, "staff_full_time") == ["", "上年未填", "", ""]
    captions = [
        page.model.headerData(column, Qt.Orientation.Horizontal)
        for column in page.model.grid.side_columns
    ]
    assert captions == ["算出合计", "上年数", "增减", "增减%"]
    assert _hidden(page) == [False] * 4
    assert not any(page.model.lines_below)


def test_a_heading_has_nothing_beside_it(page: TablePage) -> None:
    headings = [row.id for row in page.model.table.rows if not row.is_indicator]
    assert headings
    for heading in headings:
        assert _shown(page, heading) == [""] * 4


def test_what_stands_beside_the_number_follows_it(page: TablePage) -> None:
    received = page.model.index_of(CellAddress("statistics", "received", "count"))
    page.model.setData(received, "210")
    assert _shown(page, "received") == ["∑200 多10", "199", "+11", "+5.5%"]


def test_columns_without_anything_to_say_are_not_shown(page: TablePage, document: Document) -> None:
    page.model.show_last_year(False)
    assert _hidden(page) == [False, True, True, True]
    page.model.show_last_year(True)
    assert _hidden(page) == [False] * 4
    document.check_with(replace(document.check_data or NO_DATA, last_year=None))
    assert _hidden(page) == [False, True, True, True]


def test_nothing_beside_a_number_can_be_entered_or_reached_by_tab_and_enter(
    page: TablePage, qtbot: QtBot
) -> None:
    model, view = page.model, page.view
    for column in model.grid.side_columns:
        for row in range(model.rowCount()):
            assert not model.index(row, column).flags() & Qt.ItemFlag.ItemIsEditable
    view.select(model.index(_row(page, "received"), _column(page, Side.BEFORE)))
    qtbot.keyClick(view, Key.Key_Return)
    assert view.currentIndex().column() in model.grid.value_columns
    qtbot.keyClick(view, Key.Key_Tab)
    assert view.currentIndex().column() in model.grid.value_columns


def test_what_is_pasted_over_it_changes_nothing(page: TablePage, document: Document) -> None:
    told: list[object] = []
    page.view.told.connect(told.append)
    page.view.select(page.model.index(_row(page, "received"), _column(page, Side.BEFORE)))
    QGuiApplication.clipboard().setText("7")
    page.view.paste()
    assert document.stack.count() == 0
    assert told == ["已填入0格。"]


def test_it_is_copied_as_it_is_shown_and_never_with_the_numbers_alone(page: TablePage) -> None:
    model, view = page.model, page.view
    first, last = _row(page, "received"), _row(page, "received") + 1
    value = model.grid.first_value_column
    chosen = view.selectionModel()
    view.select(model.index(first, value))
    chosen.select(
        QItemSelection(model.index(first, value), model.index(last, value)),
        chosen.SelectionFlag.ClearAndSelect,
    )
    view.copy()
    shown = [model.text(row, value) for row in (first, last)]
    assert QGuiApplication.clipboard().text().split() == shown
    before, percent = _column(page, Side.BEFORE), _column(page, Side.PERCENT)
    chosen.select(
        QItemSelection(model.index(first, before), model.index(first, percent)),
        chosen.SelectionFlag.ClearAndSelect,
    )
    view.copy()
    assert QGuiApplication.clipboard().text().split() == ["199", "+1", "+0.5%"]


def test_the_editor_never_lies_over_what_stands_below_the_number(
    open_page: OpenPage, wide: Document, qtbot: QtBot
) -> None:
    page = open_page("requests")
    view = page.view
    before = view.rowHeight(0)
    compare_with_year_before(wide)
    qtbot.waitUntil(lambda: view.rowHeight(0) > before)
    view.select(page.model.index_of(CellAddress("requests", "received", "natural")))
    qtbot.keyClick(view, Key.Key_F2)
    editor = view.indexWidget(view.currentIndex())
    assert isinstance(editor, QLineEdit)
    cell = view.visualRect(view.currentIndex())
    assert editor.geometry().top() == cell.top()
    assert cell.bottom() - editor.geometry().bottom() >= view.rowHeight(0) - before - 1


def test_a_selection_does_not_reach_over_the_strip_below_the_number(
    open_page: OpenPage, wide: Document, qtbot: QtBot
) -> None:
    page = open_page("requests")
    compare_with_year_before(wide)
    view = page.view
    view.select(page.model.index_of(CellAddress("requests", "received", "natural")))
    qtbot.waitUntil(lambda: not view.is_measuring)
    cell = view.visualRect(view.currentIndex())
    picture = view.viewport().grab().toImage()
    ground = view.palette().color(QPalette.ColorRole.Window)
    assert picture.pixelColor(cell.left() + 1, cell.bottom() - 2) == ground
    assert picture.pixelColor(cell.left() + 1, cell.top() + 2) != ground


@pytest.mark.parametrize("severity", list(Severity))
def test_a_sign_on_the_selection_stands_on_a_ground_of_its_own(
    look: SeverityLook, severity: Severity, qapp: QApplication
) -> None:
    palette = qapp.palette()
    icon = on_plate(look.icons[severity], palette)
    selected = icon.pixmap(16, icon.Mode.Selected).toImage()
    assert selected.pixelColor(3, 2) == palette.color(QPalette.ColorRole.Base)
    assert icon.pixmap(16).toImage() == look.icons[severity].pixmap(16).toImage()


def test_in_a_narrow_grid_less_is_said_below_the_numbers(
    open_page: OpenPage, wide: Document, qtbot: QtBot
) -> None:
    page = open_page("review")
    compare_with_year_before(wide)
    sizes = GridSizes(page.model, LabelDelegate(page.model, page.view), page.view.font())
    full, short = sizes.least_widths(10_000), sizes.least_widths(10)
    assert sum(short) < sum(full)
    metrics = QFontMetrics(small(page.view.font()))
    for address, place in page.model.grid.values.items():
        for note in page.model.notes.below(address):
            told = note.shorter or note.text
            assert metrics.horizontalAdvance(told) < short[place.column]


def test_what_was_counted_otherwise_says_so_and_has_no_change(
    page: TablePage, document: Document
) -> None:
    last_year = document.last_year
    assert last_year is not None
    other = replace(last_year, same={})
    document.check_with(replace(document.check_data or NO_DATA, last_year=other))
    assert _shown(page, "received") == ["∑200", "口径已变", "", ""]


def test_the_year_before_is_never_in_the_text_of_a_cell(page: TablePage) -> None:
    received = page.model.index_of(CellAddress("statistics", "received", "count"))
    assert received.data() == "200"
    assert received.data(Qt.ItemDataRole.EditRole) == "200"
