"""The grids of tables with panels, several columns and headings beside their rows."""

from __future__ import annotations

from decimal import Decimal

import pytest
from PySide6.QtCore import QItemSelection, QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from tests.gui.tables.conftest import OpenPage
from xjdesk.core.address import CellAddress
from xjdesk.core.change import Change
from xjdesk.gui.document import Document
from xjdesk.gui.main_window import MainWindow
from xjdesk.gui.tables.frozen_columns import FrozenColumns
from xjdesk.gui.tables.page import TablePage
from xjdesk.gui.tables.view import TableView

Key = Qt.Key
TABLES = ["disclosure", "requests", "review"]


def _cell(row: str, column: str, table: str = "requests") -> CellAddress:
    return CellAddress(table, row, column)


def _at(page: TablePage) -> CellAddress | None:
    index = page.view.currentIndex()
    return page.model.grid.address(index.row(), index.column())


def _go_to(page: TablePage, cell: CellAddress) -> None:
    page.view.select(page.model.index_of(cell))


def _type(view: TableView, qtbot: QtBot, digit: Key, end: Key) -> None:
    qtbot.keyClick(view, digit)
    editor = view.indexWidget(view.currentIndex())
    assert isinstance(editor, QLineEdit)
    qtbot.keyClick(editor, end)


def _settled(page: TablePage, qtbot: QtBot) -> TableView:
    """The view once it found the sizes of what it shows."""
    qtbot.waitUntil(lambda: not page.view.is_measuring)
    return page.view


@pytest.mark.parametrize("table_id", TABLES)
def test_cells_span_in_the_grid_as_they_do_in_print(open_page: OpenPage, table_id: str) -> None:
    page = open_page(table_id)
    for cell in page.model.grid.cells:
        spans = (
            page.view.rowSpan(cell.row, cell.column),
            page.view.columnSpan(cell.row, cell.column),
        )
        assert spans == (cell.shown.row_span, cell.shown.column_span)


@pytest.mark.parametrize("table_id", TABLES)
def test_everything_fits_into_a_small_window(
    open_page: OpenPage, table_id: str, qtbot: QtBot
) -> None:
    view = _settled(open_page(table_id), qtbot)
    columns = view.model().columnCount()
    assert sum(view.columnWidth(column) for column in range(columns)) == view.viewport().width()
    assert view.horizontalScrollBar().maximum() == 0


def test_every_number_has_room(open_page: OpenPage, wide: Document, qtbot: QtBot) -> None:
    page = open_page("requests")
    view = _settled(page, qtbot)
    index = page.model.index_of(_cell("granted", "charity"))
    before = view.columnWidth(index.column())
    page.model.setData(index, "123456789")
    qtbot.waitUntil(lambda: view.columnWidth(index.column()) > before)
    assert view.columnWidth(index.column()) >= view.fontMetrics().horizontalAdvance("123456789")


def test_every_label_has_room_in_the_rows_it_spans(open_page: OpenPage, qtbot: QtBot) -> None:
    page = open_page("requests")
    view = _settled(page, qtbot)
    labels = [cell for cell in page.model.grid.cells if cell.shown.row and cell.shown.text]
    for cell in labels:
        index = page.model.index(cell.row, cell.column)
        area = view.visualRect(index)
        needed = view.fontMetrics().boundingRect(
            0, 0, area.width() - 14, 0, Qt.TextFlag.TextWordWrap, cell.shown.text
        )
        assert area.height() >= needed.height(), cell.shown.text


def test_captions_stand_above_the_columns_they_hold_for(open_page: OpenPage, qtbot: QtBot) -> None:
    page = open_page("requests")
    view = _settled(page, qtbot)
    header = view.horizontalHeader()
    assert header.isVisible()
    assert header.height() > 3 * view.fontMetrics().height()
    names = [page.model.headerData(c, Qt.Orientation.Horizontal) for c in range(12)]
    assert names[3:] == [
        *("自然人", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他", "总计"),
        *("审核", "算出合计"),
    ]


def test_a_table_whose_panels_have_captions_needs_none_above(open_page: OpenPage) -> None:
    assert not open_page("disclosure").view.horizontalHeader().isVisible()


def test_the_whole_cell_is_there_to_type_in(open_page: OpenPage, qtbot: QtBot) -> None:
    page = open_page("disclosure")
    _go_to(page, _cell("licences", "decisions", "disclosure"))
    page.model.setData(page.view.currentIndex(), "约4万")
    qtbot.keyClick(page.view, Key.Key_F2)
    editor = page.view.indexWidget(page.view.currentIndex())
    assert isinstance(editor, QLineEdit)
    assert editor.geometry() == page.view.visualRect(page.view.currentIndex())


def test_tab_goes_along_the_row_and_enter_down_the_column(
    open_page: OpenPage, qtbot: QtBot
) -> None:
    page = open_page("requests")
    _go_to(page, _cell("carried_in", "other"))
    qtbot.keyClick(page.view, Key.Key_Tab)
    assert _at(page) == _cell("carried_in", "total")
    qtbot.keyClick(page.view, Key.Key_Tab)
    assert _at(page) == _cell("granted", "natural")
    _type(page.view, qtbot, Key.Key_7, Key.Key_Return)
    assert _at(page) == _cell("partly_granted", "natural")
    qtbot.keyClick(page.view, Key.Key_Return)
    assert _at(page) == _cell("refused_state_secret", "natural")


def test_arrows_make_the_whole_of_a_spanning_cell_current(
    open_page: OpenPage, qtbot: QtBot
) -> None:
    page = open_page("disclosure")
    _go_to(page, _cell("normative_documents", "in_force", "disclosure"))
    for _ in range(3):
        qtbot.keyClick(page.view, Key.Key_Down)
    assert _at(page) == _cell("licences", "decisions", "disclosure")
    cell = page.model.grid.values[_cell("licences", "decisions", "disclosure")]
    at = page.view.currentIndex()
    assert (at.row(), at.column()) == (cell.row, cell.column)


def test_a_stray_number_comes_and_goes_and_what_is_current_stays(
    open_page: OpenPage, wide: Document
) -> None:
    page = open_page("requests")
    here, stray = _cell("petition", "legal"), _cell("refused", "natural")
    _go_to(page, here)
    rows = page.model.rowCount()
    wide.submit("填写", [Change(stray, None, Decimal(4))])
    assert page.model.rowCount() == rows + 1
    assert page.model.index_of(stray).data() == "4"
    assert _at(page) == here
    assert page.view.selected_values() == {here}
    assert page.view.rowSpan(*_begin(page, "results")) == rows - 2
    wide.undo()
    assert page.model.rowCount() == rows
    assert not page.model.index_of(stray).isValid()
    assert _at(page) == here


def _begin(page: TablePage, row_id: str) -> tuple[int, int]:
    cells = page.model.grid.cells
    cell = next(c for c in cells if c.shown.row is not None and c.shown.row.id == row_id)
    return cell.row, cell.column


def test_a_stray_number_can_be_deleted_and_its_row_goes(
    open_page: OpenPage, wide: Document, qtbot: QtBot
) -> None:
    stray = _cell("refused", "natural")
    wide.submit("填写", [Change(stray, None, Decimal(4))])
    page = open_page("requests")
    page.show_place(stray)
    assert _at(page) == stray
    row = page.view.currentIndex().row()
    qtbot.keyClick(page.view, Key.Key_7)
    assert wide.report.value(stray) == 4
    qtbot.keyClick(page.view, Key.Key_Delete)
    assert wide.report.value(stray) is None
    assert page.view.currentIndex().row() == row
    page.show_place(stray)
    assert page.view.currentIndex().row() == row


def _narrow(page: TablePage, window: MainWindow, qtbot: QtBot) -> TableView:
    window.resize(640, 500)
    window.ui.findingsDock.hide()
    view = _settled(page, qtbot)
    view.setFixedWidth(460)
    qtbot.waitUntil(lambda: view.width() == 460 and not view.is_measuring)
    assert view.horizontalScrollBar().maximum() > 0
    return view


def test_labels_stay_in_view_when_a_narrow_grid_is_scrolled(
    open_page: OpenPage, wide_window: MainWindow, qtbot: QtBot
) -> None:
    page = open_page("requests")
    view = _narrow(page, wide_window, qtbot)
    label = page.model.index(*_begin(page, "refused_state_secret"))
    area = view.visualRect(label)
    assert not any(frozen.isVisible() for frozen in view.findChildren(FrozenColumns))
    view.horizontalScrollBar().setValue(80)
    (frozen,) = view.findChildren(FrozenColumns)
    assert frozen.isVisible()
    assert view.visualRect(label) == area
    assert view.indexAt(area.center()) == label
    # Where labels lie over it, no value can be hit.
    for x in range(0, frozen.width(), 8):
        index = view.indexAt(QPoint(x, area.center().y()))
        assert index.column() < page.model.grid.first_value_column
    view.horizontalScrollBar().setValue(0)
    assert not frozen.isVisible()


def test_the_current_cell_is_never_behind_the_labels(
    open_page: OpenPage, wide_window: MainWindow, qtbot: QtBot
) -> None:
    page = open_page("requests")
    view = _narrow(page, wide_window, qtbot)
    for column in ("total", "legal", "business", "natural"):
        _go_to(page, _cell("granted", column))
        area = view.visualRect(view.currentIndex())
        covering = [f.width() for f in view.findChildren(FrozenColumns) if f.isVisible()]
        assert area.left() >= max(covering, default=0)
        assert view.viewport().rect().contains(area.center())


def test_a_label_can_be_made_current_without_scrolling_back(
    open_page: OpenPage, wide_window: MainWindow, qtbot: QtBot
) -> None:
    page = open_page("requests")
    view = _narrow(page, wide_window, qtbot)
    view.horizontalScrollBar().setValue(80)
    area = view.visualRect(page.model.index(*_begin(page, "granted")))
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=area.center())
    assert view.currentIndex() == page.model.index(*_begin(page, "granted"))
    assert view.horizontalScrollBar().value() == 80


def test_what_is_copied_has_every_label_once(open_page: OpenPage) -> None:
    page = open_page("requests")
    page.view.selectAll()
    page.view.copy()
    text = QGuiApplication.clipboard().text()
    for row in page.model.table.rows:
        assert text.count(row.label) == 1


def test_one_number_fills_the_selected_cells_and_a_spanning_one_counts_once(
    open_page: OpenPage, wide: Document
) -> None:
    page = open_page("disclosure")
    told: list[object] = []
    page.view.told.connect(told.append)
    first = page.model.grid.values[_cell("penalties", "decisions", "disclosure")]
    model = page.model
    page.view.select(model.index(first.row, first.column))
    selection = page.view.selectionModel()
    last = model.index(first.row + 1, model.grid.mark_column - 1)
    selection.select(QItemSelection(page.view.currentIndex(), last), selection.SelectionFlag.Select)
    QGuiApplication.clipboard().setText("9")
    page.view.paste()
    assert told == ["已填入2格。"]
    for row in ("penalties", "coercive_measures"):
        assert wide.report.value(_cell(row, "decisions", "disclosure")) == 9


def test_the_preview_is_told_of_the_cell_beside_a_label(open_page: OpenPage) -> None:
    page = open_page("requests")
    page.view.select(page.model.index(*_begin(page, "granted")))
    origin = page.here()
    assert origin is not None
    assert origin.place == _cell("granted", "natural")


def test_resting_on_the_label_of_several_numbers_tells_what_they_count(open_page: OpenPage) -> None:
    page = open_page("requests")
    index = page.model.index(*_begin(page, "partly_granted"))
    tip = str(index.data(Qt.ItemDataRole.ToolTipRole))
    assert "单位：件" in tip
    assert "不再计入其他办理结果" in tip
