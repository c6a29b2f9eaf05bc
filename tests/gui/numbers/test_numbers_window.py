from __future__ import annotations

from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from xjdesk.checks.check_data import CheckData
from xjdesk.checks.facts.number_overview import NumberState
from xjdesk.core.address import CellAddress, ParagraphAddress
from xjdesk.core.change import Change
from xjdesk.core.form import Form
from xjdesk.core.number_words import read_number_words
from xjdesk.gui.access import Access
from xjdesk.gui.document import Document
from xjdesk.gui.main_window import MainWindow
from xjdesk.gui.numbers.window import NumbersWindow
from xjdesk.resource_files import resource
from xjdesk.storage.project import Project

_MEETINGS = CellAddress("statistics", "meetings", "count")


@pytest.fixture
def numbers(window: MainWindow, document: Document, qtbot: QtBot) -> NumbersWindow:
    """The overview of the founding document, opened by its menu."""
    words = read_number_words(resource("phrases", "number-words.toml").read_text(encoding="utf-8"))
    document.check_with(CheckData(number_words=words))
    window.ui.actionNumbers.trigger()
    shown = window.review.numbers.window
    assert shown is not None
    qtbot.waitExposed(shown)
    return shown


def _row(numbers: NumbersWindow, written: str) -> int:
    rows = range(numbers.model.rowCount())
    return next(row for row in rows if numbers.model.entry_at(row).written == written)


def test_first_come_the_numbers_that_were_compared_ready_to_be_gone_through(
    numbers: NumbersWindow, window: MainWindow, qtbot: QtBot
) -> None:
    entries = [numbers.model.entry_at(row) for row in range(numbers.model.rowCount())]
    assert entries
    assert NumberState.ALONE not in {entry.state for entry in entries}
    assert numbers.focusWidget() is numbers.view
    qtbot.keyClick(numbers.view, Qt.Key.Key_Down)
    qtbot.keyClick(numbers.view, Qt.Key.Key_Return)
    assert window.workspace is not None
    here = window.workspace.here()
    place = entries[1].place
    assert here is not None
    assert here.place == ParagraphAddress(place.chapter, place.paragraph)


def test_after_an_edit_a_row_is_selected_still(
    numbers: NumbersWindow, document: Document, qtbot: QtBot
) -> None:
    numbers.view.selectRow(1)
    states = [numbers.model.entry_at(row).state for row in range(numbers.model.rowCount())]
    old = document.report.value(_MEETINGS)
    document.submit("修改", [Change(_MEETINGS, old, Decimal(4))])

    def is_renewed() -> bool:
        rows = range(numbers.model.rowCount())
        return [numbers.model.entry_at(row).state for row in rows] != states

    qtbot.waitUntil(is_renewed)
    assert numbers.view.currentIndex().row() == 1


def test_every_number_is_listed_with_what_was_done(numbers: NumbersWindow) -> None:
    numbers.choice.setCurrentText("全部")
    assert numbers.model.rowCount() > 80
    entry = numbers.model.entry_at(_row(numbers, "4次"))
    assert entry.state is NumberState.DIFFERS
    assert entry.cells == (_MEETINGS,)
    assert "共" in numbers.summary.text()


def test_only_the_numbers_asked_for_are_shown(numbers: NumbersWindow) -> None:
    numbers.choice.setCurrentText("不符和约数")
    states = {numbers.model.entry_at(row).state for row in range(numbers.model.rowCount())}
    assert states == {NumberState.DIFFERS, NumberState.LOOSE}


def test_the_list_follows_an_edit_of_the_table(
    numbers: NumbersWindow, document: Document, qtbot: QtBot
) -> None:
    old = document.report.value(_MEETINGS)
    document.submit("修改", [Change(_MEETINGS, old, Decimal(4))])
    row = _row(numbers, "4次")
    qtbot.waitUntil(lambda: numbers.model.entry_at(row).state is NumberState.AGREES)


def test_a_number_leads_into_its_chapter(
    numbers: NumbersWindow, window: MainWindow, qtbot: QtBot
) -> None:
    row = _row(numbers, "4次")
    numbers.view.setFocus()
    numbers.view.selectRow(row)
    numbers.view.activated.emit(numbers.model.index(row, 0))
    assert window.workspace is not None
    here = window.workspace.here()
    place = numbers.model.entry_at(row).place
    assert here is not None
    assert here.place == ParagraphAddress(place.chapter, place.paragraph)


def test_escape_closes_it_and_the_menu_opens_it_again(
    numbers: NumbersWindow, window: MainWindow, qtbot: QtBot
) -> None:
    qtbot.keyClick(numbers, Qt.Key.Key_Escape)
    assert not numbers.isVisible()
    window.ui.actionNumbers.trigger()
    assert numbers.isVisible()


def test_it_goes_with_its_document(numbers: NumbersWindow, window: MainWindow) -> None:
    window.review.enable(False)
    assert window.review.numbers.window is None


def test_before_the_checks_are_loaded_it_is_told_to_wait(window: MainWindow) -> None:
    window.ui.actionNumbers.trigger()
    assert window.review.numbers.window is None
    assert "正在审核" in window.ui.statusBar.currentMessage()


@pytest.mark.parametrize("can_edit", [True, False])
def test_numbers_are_bound_only_in_a_document_that_is_edited(
    window: MainWindow, project: Project, form: Form, can_edit: bool
) -> None:
    words = read_number_words(resource("phrases", "number-words.toml").read_text(encoding="utf-8"))
    access = Access(can_edit=can_edit, reason="只能查看。")
    window.show_document(
        Document(project, form, None, CheckData(number_words=words), access=access)
    )
    window.ui.actionNumbers.trigger()
    numbers = window.review.numbers.window
    assert numbers is not None
    buttons = {button.text(): button for button in numbers.findChildren(QPushButton)}
    assert buttons["引用统计数(&L)…"].isEnabled() is can_edit
    assert buttons["转到正文(&G)"].isEnabled()
