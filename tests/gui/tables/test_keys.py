"""The keys of the grid do what they do in Excel and WPS."""

from __future__ import annotations

from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit
from pytestqt.qtbot import QtBot

from xjdesk.core.address import CellAddress
from xjdesk.gui.document import Document
from xjdesk.gui.main_window import MainWindow
from xjdesk.gui.tables.page import TablePage
from xjdesk.gui.tables.view import TableView

Key, Held = Qt.Key, Qt.KeyboardModifier
_TOP, _FIRST, _SECOND, _THIRD = "disclosed", "gazette", "website", "microblog"


@pytest.fixture
def page(window: MainWindow) -> TablePage:
    assert window.workspace is not None
    window.show_place(_cell(_FIRST))
    page = window.workspace.page(window.workspace.currentIndex())
    assert isinstance(page, TablePage)
    return page


@pytest.fixture
def view(page: TablePage) -> TableView:
    return page.view


def _cell(row: str) -> CellAddress:
    return CellAddress("statistics", row, "count")


def _at(page: TablePage) -> str:
    row = page.model.grid.form_row(page.view.currentIndex().row())
    assert row is not None
    return row.id


def _editor(view: TableView) -> QLineEdit:
    editor = view.indexWidget(view.currentIndex())
    assert isinstance(editor, QLineEdit)
    return editor


def _select(page: TablePage, first: str, last: str, qtbot: QtBot) -> None:
    """As by Shift and the arrow down."""
    page.view.select(page.model.index_of(_cell(first)))
    while _at(page) != last:
        qtbot.keyClick(page.view, Key.Key_Down, Held.ShiftModifier)


def test_ctrl_home_and_end_lead_to_the_first_and_last_cell(
    page: TablePage, view: TableView, qtbot: QtBot
) -> None:
    qtbot.keyClick(view, Key.Key_End, Held.ControlModifier)
    *_, last = page.model.grid.fillable
    assert (view.currentIndex().row(), view.currentIndex().column()) == last
    qtbot.keyClick(view, Key.Key_Home, Held.ControlModifier)
    assert _at(page) == _TOP


def test_ctrl_arrow_leads_to_the_end_of_what_is_filled_and_to_the_next_stretch(
    page: TablePage, view: TableView, document: Document, qtbot: QtBot
) -> None:
    qtbot.keyClick(view, Key.Key_Down, Held.ControlModifier)
    before_blank = _at(page)
    assert document.report.value(_cell(before_blank)) is not None
    qtbot.keyClick(view, Key.Key_Down)
    qtbot.keyClick(view, Key.Key_Down, Held.ControlModifier)
    assert document.report.value(_cell(_at(page))) is not None
    qtbot.keyClick(view, Key.Key_Home, Held.ControlModifier)
    assert _at(page) == _TOP


def test_ctrl_shift_arrow_selects_up_to_there(
    page: TablePage, view: TableView, qtbot: QtBot
) -> None:
    qtbot.keyClick(view, Key.Key_Down, Held.ControlModifier)
    last = view.currentIndex().row()
    qtbot.keyClick(view, Key.Key_Home, Held.ControlModifier)
    first = view.currentIndex().row()
    qtbot.keyClick(view, Key.Key_Down, Held.ControlModifier | Held.ShiftModifier)
    assert {index.row() for index in view.selectedIndexes()} == set(range(first, last + 1))
    qtbot.keyClick(view, Key.Key_Up, Held.ControlModifier | Held.ShiftModifier)
    assert {index.row() for index in view.selectedIndexes()} == {first}


def test_enter_goes_round_inside_a_selection(
    page: TablePage, view: TableView, qtbot: QtBot
) -> None:
    _select(page, _FIRST, _THIRD, qtbot)
    chosen = {(index.row(), index.column()) for index in view.selectedIndexes()}
    seen: list[str] = []
    for _ in range(4):
        qtbot.keyClick(view, Key.Key_Return)
        seen.append(_at(page))
    assert seen == [_FIRST, _SECOND, _THIRD, _FIRST]
    qtbot.keyClick(view, Key.Key_Return, Held.ShiftModifier)
    assert _at(page) == _THIRD
    assert {(index.row(), index.column()) for index in view.selectedIndexes()} == chosen


def test_what_is_typed_inside_a_selection_leaves_it_selected(
    page: TablePage, view: TableView, document: Document, qtbot: QtBot
) -> None:
    _select(page, _FIRST, _THIRD, qtbot)
    qtbot.keyClick(view, Key.Key_Return)
    qtbot.keyClick(view, Key.Key_7)
    qtbot.keyClick(_editor(view), Key.Key_Return)
    assert document.report.value(_cell(_FIRST)) == 7
    assert _at(page) == _SECOND
    assert len(view.selected_values()) == 3


def test_enter_leads_right_where_the_user_wants_it_so(
    window: MainWindow, page: TablePage, view: TableView, qtbot: QtBot
) -> None:
    window.ui.actionEnterRight.trigger()
    qtbot.keyClick(view, Key.Key_Return)
    # With one column of values the next cell to the right is the first of the next row.
    assert _at(page) == _SECOND
    qtbot.keyClick(view, Key.Key_Return, Held.ShiftModifier)
    assert _at(page) == _FIRST
    window.ui.actionEnterRight.trigger()
    assert not view.keys.enter_leads_right


def test_what_is_typed_over_a_cell_is_left_by_every_arrow(
    page: TablePage, view: TableView, document: Document, qtbot: QtBot
) -> None:
    qtbot.keyClick(view, Key.Key_7)
    qtbot.keyClick(_editor(view), Key.Key_Right)
    assert document.report.value(_cell(_FIRST)) == 7
    assert _at(page) == _SECOND


def test_after_f2_the_arrows_move_the_caret(
    page: TablePage, view: TableView, document: Document, qtbot: QtBot
) -> None:
    qtbot.keyClick(view, Key.Key_F2)
    editor = _editor(view)
    editor.deselect()
    editor.end(False)
    at = editor.cursorPosition()
    qtbot.keyClick(editor, Key.Key_Left)
    assert _editor(view) is editor
    assert editor.cursorPosition() == at - 1


def test_ctrl_enter_fills_the_selection_as_one_step(
    page: TablePage, view: TableView, document: Document, qtbot: QtBot
) -> None:
    before = document.report
    _select(page, _FIRST, _THIRD, qtbot)
    qtbot.keyClick(view, Key.Key_7)
    qtbot.keyClick(_editor(view), Key.Key_Return, Held.ControlModifier)
    filled = [document.report.value(_cell(row)) for row in (_FIRST, _SECOND, _THIRD)]
    assert filled == [7, 7, 7]
    document.undo()
    assert document.report == before


def test_ctrl_d_fills_down_and_copies_from_above_into_one_cell(
    window: MainWindow, page: TablePage, view: TableView, document: Document, qtbot: QtBot
) -> None:
    top = document.report.value(_cell(_FIRST))
    view.select(page.model.index_of(_cell(_SECOND)))
    qtbot.keyClick(view, Key.Key_D, Held.ControlModifier)
    assert document.report.value(_cell(_SECOND)) == top
    _select(page, _FIRST, _THIRD, qtbot)
    qtbot.keyClick(view, Key.Key_D, Held.ControlModifier)
    assert document.report.value(_cell(_THIRD)) == top
    window.ui.actionUndo.trigger()
    assert document.report.value(_cell(_THIRD)) != top


def test_ctrl_apostrophe_copies_what_stands_above(
    page: TablePage, view: TableView, document: Document, qtbot: QtBot
) -> None:
    view.select(page.model.index_of(_cell(_THIRD)))
    qtbot.keyClick(view, Key.Key_Apostrophe, Held.ControlModifier)
    assert document.report.value(_cell(_THIRD)) == document.report.value(_cell(_SECOND))


def test_the_first_cell_has_nothing_above_it(
    page: TablePage, view: TableView, document: Document, qtbot: QtBot
) -> None:
    view.select(page.model.index_of(_cell(_TOP)))
    before, told = document.report, list[str]()
    view.told.connect(told.append)
    view.copy_above()
    assert document.report == before
    assert told == ["上面没有可以照填的格。"]


def test_filling_is_greyed_outside_the_tables(window: MainWindow, page: TablePage) -> None:
    assert window.workspace is not None
    assert window.ui.actionFillDown.isEnabled()
    window.workspace.setCurrentIndex(0)
    assert not window.ui.actionFillDown.isEnabled()
    assert not window.ui.actionCopyAbove.isEnabled()


@pytest.mark.parametrize("typed", ["=50+148", "＝５０＋１４８"])
def test_a_calculation_is_reckoned_and_told(
    typed: str, page: TablePage, view: TableView, document: Document, qtbot: QtBot
) -> None:
    told: list[str] = []
    view.told.connect(told.append)
    _compose(view, typed)
    qtbot.keyClick(_editor(view), Key.Key_Return)
    assert document.report.value(_cell(_FIRST)) == Decimal(198)
    assert told == ["50+148＝198，已填入198。"]


def test_a_calculation_that_fails_stays_and_is_told(
    page: TablePage, view: TableView, document: Document, qtbot: QtBot
) -> None:
    told: list[str] = []
    view.told.connect(told.append)
    _compose(view, "=10/3")
    qtbot.keyClick(_editor(view), Key.Key_Return)
    assert document.report.value(_cell(_FIRST)) == "=10/3"
    assert told == ["“=10/3”没有算出来：除不尽。已原样留在格里，请改正。"]


def test_the_status_bar_sums_what_is_selected(
    window: MainWindow, page: TablePage, document: Document, qtbot: QtBot
) -> None:
    sums = window.findChild(QLabel, "selection-sums")
    assert isinstance(sums, QLabel)
    assert not sums.isVisible()
    _select(page, _FIRST, _THIRD, qtbot)
    values = [document.report.value(_cell(row)) for row in (_FIRST, _SECOND, _THIRD)]
    total = sum(value for value in values if isinstance(value, Decimal))
    assert sums.text().startswith(f"计数 3　求和 {total}　平均 ")
    assert sums.isVisible()
    assert window.workspace is not None
    window.workspace.setCurrentIndex(0)
    assert not sums.isVisible()


def _compose(view: TableView, text: str) -> None:
    """As an input method gives what was composed."""
    for event in (QInputMethodEvent(text, []), QInputMethodEvent()):
        if not event.preeditString():
            event.setCommitString(text)
        target = QApplication.focusWidget()
        assert target is not None
        QApplication.sendEvent(target, event)
