"""Working the grid from the keyboard and the clipboard."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QContextMenuEvent, QGuiApplication, QInputMethodEvent, QPalette
from PySide6.QtWidgets import QApplication, QLineEdit, QMenu
from pytestqt.qtbot import QtBot

from xjdesk.core.address import CellAddress
from xjdesk.core.document_fields import SIGNER
from xjdesk.core.form import Form
from xjdesk.core.severity import Severity
from xjdesk.gui.document import Document
from xjdesk.gui.main_window import MainWindow
from xjdesk.gui.services import Services
from xjdesk.gui.tables.page import TablePage
from xjdesk.gui.tables.view import TableView

Key = Qt.Key


@pytest.fixture
def page(window: MainWindow) -> TablePage:
    assert window.workspace is not None
    window.show_place(CellAddress("statistics", "disclosed", "count"))
    page = window.workspace.page(window.workspace.currentIndex())
    assert isinstance(page, TablePage)
    return page


@pytest.fixture
def view(page: TablePage) -> TableView:
    return page.view


def _go_to(page: TablePage, row_id: str) -> None:
    page.view.select(page.model.index_of(CellAddress("statistics", row_id, "count")))


def _at(page: TablePage) -> str:
    row = page.model.grid.form_row(page.view.currentIndex().row())
    assert row is not None
    return row.id


def _value(document: Document, row_id: str) -> object:
    return document.report.value(CellAddress("statistics", row_id, "count"))


def _fillable(page: TablePage) -> int:
    return sum(row.is_indicator for row in page.model.table.rows)


def _editor(view: TableView) -> QLineEdit:
    editor = view.indexWidget(view.currentIndex())
    assert isinstance(editor, QLineEdit)
    return editor


def test_typing_over_a_cell_marks_the_whole_relation_at_once(
    page: TablePage, view: TableView, document: Document, qtbot: QtBot
) -> None:
    errors = document.index.counts().errors
    _go_to(page, "closed_in_time")
    qtbot.keyClick(view, Key.Key_5)
    qtbot.keyClick(_editor(view), Key.Key_1)
    qtbot.keyClick(_editor(view), Key.Key_Return)
    assert _value(document, "closed_in_time") == 51
    assert document.index.counts().errors == errors + 1
    rows = [
        page.model.index_of(CellAddress("statistics", r, "count")).row()
        for r in ("closed", "closed_in_time", "closed_extended")
    ]
    assert [page.model.row_severity(row) for row in rows] == [Severity.ERROR] * 3


def test_enter_goes_down_over_headings_and_shift_enter_up(
    page: TablePage, view: TableView, qtbot: QtBot
) -> None:
    _go_to(page, "issued_documents")
    qtbot.keyClick(view, Key.Key_Return)
    assert _at(page) == "gazette"
    qtbot.keyClick(view, Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    assert _at(page) == "issued_documents"


def test_tab_goes_to_the_next_cell_that_takes_a_number(
    page: TablePage, view: TableView, qtbot: QtBot
) -> None:
    _go_to(page, "other_channels")
    qtbot.keyClick(view, Key.Key_Tab)
    assert _at(page) == "responded"
    qtbot.keyClick(view, Key.Key_Backtab)
    assert _at(page) == "other_channels"


def test_arrows_in_the_editor_commit_and_move(
    page: TablePage, view: TableView, document: Document, qtbot: QtBot
) -> None:
    _go_to(page, "meetings")
    qtbot.keyClick(view, Key.Key_4)
    qtbot.keyClick(_editor(view), Key.Key_Down)
    assert _value(document, "meetings") == 4
    assert _at(page) == "courses"


def test_escape_gives_up_what_was_typed(
    page: TablePage, view: TableView, document: Document, qtbot: QtBot
) -> None:
    _go_to(page, "meetings")
    qtbot.keyClick(view, Key.Key_4)
    qtbot.keyClick(_editor(view), Key.Key_Escape)
    assert _value(document, "meetings") == 0
    assert document.stack.count() == 0


def test_delete_clears_the_selection_and_a_stray_number_in_a_heading(
    page: TablePage, view: TableView, document: Document, qtbot: QtBot
) -> None:
    view.setCurrentIndex(
        page.model.index_of(CellAddress("statistics", "response_channels", "count"))
    )
    qtbot.keyClick(view, Key.Key_Delete)
    assert _value(document, "response_channels") is None
    assert document.index.counts().errors == 0


def test_a_heading_opens_no_editor(page: TablePage, view: TableView, qtbot: QtBot) -> None:
    view.setCurrentIndex(page.model.index_of(CellAddress("statistics", "channels", "count")))
    qtbot.keyClick(view, Key.Key_7)
    assert view.indexWidget(view.currentIndex()) is None
    assert _at(page) == "channels"


def test_the_input_method_stays_on_over_headings_and_loses_no_first_letter(
    page: TablePage, view: TableView, document: Document, qtbot: QtBot
) -> None:
    view.setCurrentIndex(page.model.index_of(CellAddress("statistics", "channels", "count")))
    assert view.testAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled)
    _go_to(page, "gazette")
    event = QInputMethodEvent("", [])
    event.setCommitString("１２")
    QApplication.sendEvent(view, event)
    qtbot.keyClick(_editor(view), Key.Key_Return)
    assert _value(document, "gazette") == 12


def test_a_pasted_column_is_one_step_and_skips_headings(
    page: TablePage, view: TableView, document: Document, qtbot: QtBot
) -> None:
    told: list[object] = []
    view.told.connect(told.append)
    _go_to(page, "disclosed_documents")
    QGuiApplication.clipboard().setText("11\r\n22\r\n\r\n33\r\n")
    view.paste()
    assert [
        _value(document, r)
        for r in ("disclosed_documents", "issued_documents", "channels", "gazette")
    ] == [11, 22, None, 33]
    assert document.stack.count() == 1
    assert told == ["已填入3格。"]
    document.stack.undo()
    assert _value(document, "gazette") == 0


def test_a_range_copied_with_its_labels_fills_only_the_values(
    page: TablePage, view: TableView, document: Document
) -> None:
    row = page.model.index_of(CellAddress("statistics", "meetings", "count")).row()
    view.setCurrentIndex(page.model.index(row, 0))
    QGuiApplication.clipboard().setText("会议数\t次\t4\n培训班数\t次\t3\n")
    view.paste()
    assert (_value(document, "meetings"), _value(document, "courses")) == (4, 3)
    assert page.model.index(row, 0).data() == "（一）召开政府信息公开工作会议或专题会议数"


def test_what_is_pasted_beyond_the_table_is_left_out_and_told(
    page: TablePage, view: TableView, document: Document
) -> None:
    told: list[object] = []
    view.told.connect(told.append)
    _go_to(page, "trainees")
    QGuiApplication.clipboard().setText("301\n302")
    view.paste()
    assert _value(document, "trainees") == 301
    assert told == ["已填入1格，另有1格不是可填的格，没有填。"]


def test_one_pasted_number_fills_the_selection(
    page: TablePage, view: TableView, document: Document
) -> None:
    model = page.model
    top = model.index_of(CellAddress("statistics", "gazette", "count"))
    view.setCurrentIndex(top)
    selection = view.selectionModel()
    for down in range(3):
        selection.select(
            model.index(top.row() + down, top.column()), selection.SelectionFlag.Select
        )
    QGuiApplication.clipboard().setText("9")
    view.paste()
    assert [_value(document, r) for r in ("gazette", "website", "microblog")] == [9, 9, 9]


def test_a_range_goes_round_through_the_clipboard(
    page: TablePage, view: TableView, document: Document, qtbot: QtBot
) -> None:
    view.selectAll()
    view.copy()
    assert "二、回应解读情况" in QGuiApplication.clipboard().text()
    view.cut()
    assert _value(document, "received") is None
    view.setCurrentIndex(page.model.index(0, 0))
    told: list[object] = []
    view.told.connect(told.append)
    view.paste()
    assert _value(document, "received") == 200
    # The stray number of the heading was cut and is not taken back.
    assert told == [f"已填入{_fillable(page)}格，另有1格不是可填的格，没有填。"]
    view.paste()
    assert told[1:] == told[:1]


def test_what_looks_like_a_formula_comes_back_as_it_was_and_is_text_to_others(
    page: TablePage, view: TableView, document: Document
) -> None:
    _go_to(page, "website")
    index = view.currentIndex()
    page.model.setData(index, "=A1+1")
    view.copy()
    assert QGuiApplication.clipboard().text().strip() == "'=A1+1"
    _go_to(page, "microblog")
    view.paste()
    assert _value(document, "microblog") == _value(document, "website") == "=A1+1"


def test_what_stands_there_anyway_is_not_called_lost(
    page: TablePage, view: TableView, document: Document
) -> None:
    told: list[object] = []
    view.told.connect(told.append)
    view.selectAll()
    view.copy()
    view.paste()
    assert document.stack.count() == 0
    assert told == [f"已填入{_fillable(page)}格。"]


def test_blank_fields_are_not_called_lost(
    page: TablePage, view: TableView, document: Document
) -> None:
    told: list[object] = []
    view.told.connect(told.append)
    row = page.model.index_of(CellAddress("statistics", "meetings", "count")).row()
    view.setCurrentIndex(page.model.index(row, 0))
    QGuiApplication.clipboard().setText("\t\t7\n\t\t8\t\t\t")
    view.paste()
    assert (_value(document, "meetings"), _value(document, "courses")) == (7, 8)
    assert told == ["已填入2格。"]


def test_a_pasted_text_stays_text_and_is_told(
    page: TablePage, view: TableView, document: Document
) -> None:
    told: list[object] = []
    view.told.connect(told.append)
    _go_to(page, "meetings")
    long = "长" * 140_000
    QGuiApplication.clipboard().setText(f"{long}\n3")
    view.paste()
    assert (_value(document, "meetings"), _value(document, "courses")) == (long, 3)
    assert told == ["已填入2格，其中1格不是数字。"]


def test_a_column_pasted_while_a_cell_is_edited_fills_the_cells(
    page: TablePage, view: TableView, document: Document, qtbot: QtBot
) -> None:
    _go_to(page, "meetings")
    qtbot.keyClick(view, Key.Key_9)
    QGuiApplication.clipboard().setText("12\r\n345\r\n")
    qtbot.keyClick(_editor(view), Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert view.indexWidget(view.currentIndex()) is None
    assert (_value(document, "meetings"), _value(document, "courses")) == (12, 345)
    assert document.stack.count() == 1


def test_the_paste_action_of_the_window_does_the_same(
    page: TablePage, view: TableView, document: Document, window: MainWindow, qtbot: QtBot
) -> None:
    _go_to(page, "meetings")
    qtbot.keyClick(view, Key.Key_9)
    QGuiApplication.clipboard().setText("12\t3")
    window.ui.actionPaste.trigger()
    assert view.indexWidget(view.currentIndex()) is None
    assert _value(document, "meetings") == 12


def test_the_paste_entry_of_the_editors_menu_does_the_same(
    page: TablePage, view: TableView, document: Document, qtbot: QtBot
) -> None:
    _go_to(page, "meetings")
    qtbot.keyClick(view, Key.Key_9)
    QGuiApplication.clipboard().setText("12\n345")
    editor = _editor(view)
    centre = editor.rect().center()
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, centre, editor.mapToGlobal(centre))
    QApplication.sendEvent(editor, event)
    (menu,) = editor.findChildren(QMenu)
    next(action for action in menu.actions() if action.objectName() == "edit-paste").trigger()
    menu.close()
    assert (_value(document, "meetings"), _value(document, "courses")) == (12, 345)


def test_one_number_pasted_into_the_editor_stays_in_the_editor(
    page: TablePage, view: TableView, document: Document, qtbot: QtBot
) -> None:
    _go_to(page, "meetings")
    qtbot.keyClick(view, Key.Key_9)
    QGuiApplication.clipboard().setText("12\x00\r\n")
    qtbot.keyClick(_editor(view), Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert _editor(view).text() == "912"
    qtbot.keyClick(_editor(view), Key.Key_Return)
    assert _value(document, "meetings") == 912


def test_a_long_text_in_a_cell_survives_being_edited(
    page: TablePage, view: TableView, document: Document, qtbot: QtBot
) -> None:
    _go_to(page, "meetings")
    QGuiApplication.clipboard().setText("长" * 40_000)
    view.paste()
    qtbot.keyClick(view, Key.Key_F2)
    qtbot.keyClick(_editor(view), Key.Key_Return)
    assert _value(document, "meetings") == "长" * 40_000


def test_the_first_number_typed_into_a_new_report_stands_in_the_first_cell(
    empty_window: MainWindow, services: Services, form: Form, qtbot: QtBot
) -> None:
    document = Document(services.new_project(form.id, form.first_year), form, None)
    empty_window.show_document(document)
    workspace = empty_window.workspace
    assert workspace is not None
    table = form.tables[0]
    number = workspace.page_number(CellAddress(table.id, table.rows[0].id, "count"))
    assert number is not None
    workspace.show_place(SIGNER)
    bar = workspace.tabBar()
    position = bar.tabRect(number).center()
    qtbot.mouseClick(bar, Qt.MouseButton.LeftButton, pos=position)
    page = workspace.page(number)
    assert isinstance(page, TablePage)
    assert empty_window.focusWidget() is page.view
    qtbot.keyClick(page.view, Key.Key_5)
    qtbot.keyClick(_editor(page.view), Key.Key_Return)
    qtbot.keyClick(page.view, Key.Key_6)
    qtbot.keyClick(_editor(page.view), Key.Key_Return)
    fillable = [row.id for row in table.rows if row.is_indicator]
    assert [_value(document, row) for row in fillable[:3]] == [5, 6, None]


def test_a_heading_that_was_selected_stays_current_when_the_focus_comes(
    page: TablePage, view: TableView, window: MainWindow
) -> None:
    assert window.workspace is not None
    heading = page.model.index_of(CellAddress("statistics", "channels", "count"))
    view.setCurrentIndex(heading)
    window.workspace.tabBar().setFocus()
    view.setFocus()
    assert view.currentIndex() == heading


@pytest.mark.parametrize("is_edited", [False, True])
def test_tab_leaves_the_grid_at_its_last_cell(
    page: TablePage, view: TableView, window: MainWindow, qtbot: QtBot, is_edited: bool
) -> None:
    last = [row.id for row in page.model.table.rows if row.is_indicator][-1]
    _go_to(page, last)
    if is_edited:
        qtbot.keyClick(view, Key.Key_5)
    qtbot.keyClick(_editor(view) if is_edited else view, Key.Key_Tab)
    assert _at(page) == last
    focused = window.focusWidget()
    assert focused is not None
    assert focused is not view
    assert not view.isAncestorOf(focused)


def test_tab_backwards_leaves_the_grid_at_its_first_cell(
    page: TablePage, view: TableView, window: MainWindow, qtbot: QtBot
) -> None:
    first = next(row.id for row in page.model.table.rows if row.is_indicator)
    _go_to(page, first)
    qtbot.keyClick(view, Key.Key_Backtab)
    focused = window.focusWidget()
    assert focused is not None
    assert focused is not view
    assert not view.isAncestorOf(focused)


def test_marked_cells_follow_the_palette(page: TablePage, view: TableView) -> None:
    index = page.model.index_of(CellAddress("statistics", "response_channels", "count"))
    light = index.data(Qt.ItemDataRole.BackgroundRole).color()
    palette = view.palette()
    palette.setColor(QPalette.ColorRole.Base, QColor("#202020"))
    view.setPalette(palette)
    dark = index.data(Qt.ItemDataRole.BackgroundRole).color()
    assert light.lightness() > 200
    assert dark.lightness() < 100
