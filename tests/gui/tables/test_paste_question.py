"""What pasting a range would do, told before it is done."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.gui.conftest import FakeDialogs
from tests.gui.tables.conftest import OpenPage
from xjdesk.gui.document import Document
from xjdesk.gui.main_window import MainWindow
from xjdesk.gui.range_clip import range_clip
from xjdesk.gui.tables.page import TablePage
from xjdesk.gui.tables.paste_dialog import PasteDialog
from xjdesk.gui.tables.paste_plan import plan_paste
from xjdesk.gui.tables.paste_question import PasteQuestion, paste_question


@pytest.fixture
def page(open_page: OpenPage) -> TablePage:
    """The table of requests, at its last number."""
    page = open_page("requests")
    page.view.select(page.model.index(*page.model.grid.fillable[-1]))
    return page


def _question(page: TablePage, rows: list[list[str]]) -> PasteQuestion:
    at = page.view.currentIndex()
    return paste_question(page.model, plan_paste(page.model, rows, (at.row(), at.column())))


def _paste(page: TablePage, rows: list[list[str]]) -> None:
    QApplication.clipboard().setMimeData(range_clip(rows))
    page.view.paste()


def test_what_lies_outside_the_table_is_counted_and_named(page: TablePage) -> None:
    question = _question(page, [["7"], ["8"], ["9"]])
    assert question.headline.startswith("将填入1格（替换1格原有的数），2格不可填。")
    assert [(line.pasted, line.is_lost) for line in question.lines] == [
        ("8", True),
        ("9", True),
        ("7", False),
    ]
    assert question.lines[0].where == "表外"


def test_what_is_replaced_is_counted(page: TablePage) -> None:
    question = _question(page, [["7"], ["8"]])
    assert "（替换1格原有的数）" in question.headline
    line = question.lines[-1]
    assert (line.now, line.pasted) == (page.model.text(*page.model.grid.fillable[-1]), "7")


def test_words_for_numbers_are_marked(page: TablePage) -> None:
    question = _question(page, [["约7", "8"]])
    told = {line.pasted: line.remark for line in question.lines}
    assert told["约7"] == "不是数字"


def test_a_range_that_does_not_fit_is_asked_about_and_pasted_in_one_step(
    page: TablePage, wide: Document, dialogs: FakeDialogs
) -> None:
    before = wide.report
    _paste(page, [["7"], ["8"]])
    assert len(dialogs.paste_questions) == 1
    assert page.model.text(*page.model.grid.fillable[-1]) == "7"
    wide.undo()
    assert wide.report == before


def test_who_goes_back_has_pasted_nothing(
    page: TablePage, wide: Document, dialogs: FakeDialogs
) -> None:
    dialogs.pastes = False
    before = wide.report
    _paste(page, [["7"], ["8"]])
    assert wide.report is before


def test_a_range_that_fits_is_pasted_without_a_question(
    page: TablePage, wide_window: MainWindow, dialogs: FakeDialogs
) -> None:
    page.view.select(page.model.index(*page.model.grid.fillable[0]))
    _paste(page, [["7", "8"]])
    assert dialogs.paste_questions == []
    assert wide_window.ui.statusBar.currentMessage() == "已填入2格。"


def test_the_dialog_shows_each_field_and_enter_fills_them_in(page: TablePage, qtbot: QtBot) -> None:
    dialog = PasteDialog(_question(page, [["7"], ["8"]]))
    qtbot.addWidget(dialog)
    dialog.show()
    model = dialog.list.model()
    shown = [str(model.index(row, 2).data()) for row in range(model.rowCount())]
    assert shown == ["8", "7"]
    with qtbot.waitSignal(dialog.accepted):
        qtbot.keyClick(dialog, Qt.Key.Key_Return)


def test_escape_goes_back(page: TablePage, qtbot: QtBot) -> None:
    dialog = PasteDialog(_question(page, [["7"], ["8"]]))
    qtbot.addWidget(dialog)
    dialog.show()
    with qtbot.waitSignal(dialog.rejected):
        qtbot.keyClick(dialog.list, Qt.Key.Key_Escape)
