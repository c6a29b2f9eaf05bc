"""Binding numbers in the narrative to cells, and letting them go."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QTextCursor
from pytestqt.qtbot import QtBot

from xjdesk.checks.check_data import NO_DATA
from xjdesk.core.address import CellAddress, HeadingAddress, ParagraphAddress, SpanAddress
from xjdesk.core.change import Change
from xjdesk.core.figure import FigureKind, FigureSource
from xjdesk.core.last_year import LastYear
from xjdesk.core.report import Paragraph
from xjdesk.gui.chapter_page import ChapterPage
from xjdesk.gui.document import Document
from xjdesk.gui.main_window import MainWindow
from xjdesk.gui.page import FigureDeed
from xjdesk.gui.tables.page import TablePage
from xjdesk.gui.text_span import qt_length

if TYPE_CHECKING:
    from tests.gui.conftest import FakeDialogs

_RECEIVED = CellAddress("statistics", "received", "count")
_ANSWERED = CellAddress("statistics", "answered", "count")
_VALUE = FigureSource(FigureKind.VALUE, (_ANSWERED,))
_BIND_KEYS = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


def _paragraph(document: Document) -> Paragraph:
    return document.report.chapter("requests").paragraphs[0]


def _figures(document: Document) -> list[str]:
    paragraph = _paragraph(document)
    return [paragraph.text[figure.start : figure.end] for figure in paragraph.figures]


def _caret(page: ChapterPage, words: str, offset: int = 0, length: int = 0) -> None:
    """Put the caret into the words, or select some of them."""
    text = page.document.report.chapter("requests").paragraphs[0].text
    start = text.index(words) + offset
    cursor = page.editor.textCursor()
    cursor.setPosition(qt_length(text[:start]))
    cursor.setPosition(qt_length(text[: start + length]), QTextCursor.MoveMode.KeepAnchor)
    page.editor.setTextCursor(cursor)


def test_the_number_at_the_caret_is_bound(
    page: ChapterPage, window: MainWindow, dialogs: FakeDialogs, document: Document
) -> None:
    before = _paragraph(document)
    _caret(page, "5.5%", 1)
    dialogs.figure = FigureSource(FigureKind.GROWTH, (_ANSWERED, Decimal(80)), 1)
    window.ui.actionInsertFigure.trigger()
    (question,) = dialogs.figure_questions
    assert (question.written, question.kind) == ("5.5%", FigureKind.GROWTH)
    assert _paragraph(document).text == before.text.replace("增长5.5%", "增长25.0%")
    assert _figures(document) == ["200", "198", "增长25.0%"]
    assert page.editor.toPlainText() == _paragraph(document).text
    assert page.editor.selection().start == _paragraph(document).text.index("25.0%") + 5
    assert "÷80=25.0%" in window.ui.statusBar.currentMessage()
    document.stack.undo()
    assert _paragraph(document) == before


def test_binding_a_number_that_is_right_changes_no_word(
    page: ChapterPage, window: MainWindow, dialogs: FakeDialogs, document: Document
) -> None:
    document.submit("改", [Change(ParagraphAddress("requests", 1), (), (Paragraph("答100件"),))])
    window.show_place(SpanAddress("requests", 1, 2, 3))
    dialogs.figure = _VALUE
    window.ui.actionInsertFigure.trigger()
    bound = document.report.chapter("requests").paragraphs[1]
    assert (bound.text, len(bound.figures)) == ("答100件", 1)


def test_a_number_is_put_in_where_there_is_none(
    page: ChapterPage, window: MainWindow, dialogs: FakeDialogs, document: Document
) -> None:
    _caret(page, "。")
    dialogs.figure = _VALUE
    page.editor.insertPlainText("，答复")
    window.ui.actionInsertFigure.trigger()
    page.editor.insertPlainText("件")
    assert _paragraph(document).text.endswith("，答复100件。")
    assert _figures(document)[-1] == "100"


def test_an_empty_chapter_takes_a_figure(
    page: ChapterPage, window: MainWindow, dialogs: FakeDialogs, document: Document
) -> None:
    page.editor.clear()
    assert document.report.chapter("requests").paragraphs == ()
    dialogs.figure = _VALUE
    window.ui.actionInsertFigure.trigger()
    assert (_paragraph(document).text, _figures(document)) == ("100", ["100"])


def test_a_figure_can_be_bound_to_another_cell(
    page: ChapterPage, window: MainWindow, dialogs: FakeDialogs, document: Document
) -> None:
    _caret(page, "198", 1)
    dialogs.figure = _VALUE
    window.ui.actionInsertFigure.trigger()
    assert dialogs.figure_questions[0].target.source is not None
    assert _figures(document) == ["200", "100"]


def test_going_back_changes_nothing(
    page: ChapterPage, window: MainWindow, document: Document
) -> None:
    window.ui.actionInsertFigure.trigger()
    assert document.stack.count() == 0


def test_a_released_figure_is_plain_text(
    page: ChapterPage, window: MainWindow, document: Document
) -> None:
    text = _paragraph(document).text
    _caret(page, "200", 1)
    window.ui.actionReleaseFigure.trigger()
    assert (_paragraph(document).text, _figures(document)) == (text, ["198"])
    document.submit("填写", [Change(_RECEIVED, Decimal(200), Decimal(7))])
    assert _paragraph(document).text == text
    document.stack.setIndex(0)
    assert _figures(document) == ["200", "198"]


def test_all_selected_figures_are_released(
    page: ChapterPage, window: MainWindow, document: Document
) -> None:
    page.editor.selectAll()
    window.ui.actionReleaseFigure.trigger()
    assert _figures(document) == []
    assert document.stack.count() == 1


def test_where_there_is_no_figure_nothing_is_released(
    page: ChapterPage, window: MainWindow, document: Document
) -> None:
    _caret(page, "同比")
    window.ui.actionReleaseFigure.trigger()
    assert document.stack.count() == 0
    assert window.ui.statusBar.currentMessage() == "光标处没有引用的数。"


@pytest.mark.parametrize("place", [_RECEIVED, HeadingAddress("requests")])
def test_outside_running_text_the_user_is_told_where_to_go(
    page: ChapterPage,
    window: MainWindow,
    dialogs: FakeDialogs,
    place: CellAddress | HeadingAddress,
) -> None:
    window.show_place(place)
    for action in (window.ui.actionInsertFigure, window.ui.actionReleaseFigure):
        action.trigger()
        assert "正文中要引用统计数的地方" in window.ui.statusBar.currentMessage()
    assert dialogs.figure_questions == []


def test_figures_follow_the_table_and_undo_goes_back_to_it(
    page: ChapterPage, window: MainWindow, document: Document
) -> None:
    window.show_place(_RECEIVED)
    document.submit("填写", [Change(_RECEIVED, Decimal(200), Decimal(1234))])
    assert page.editor.toPlainText() == _paragraph(document).text
    assert _figures(document) == ["1234", "198"]
    window.show_place(ParagraphAddress("overview", 0))
    window.ui.actionUndo.trigger()
    assert _figures(document) == ["200", "198"]
    assert page.editor.toPlainText() == _paragraph(document).text
    assert window.workspace is not None
    shown = window.workspace.page(window.workspace.currentIndex())
    assert isinstance(shown, TablePage)


def test_the_caret_stays_among_its_words_while_figures_follow(
    page: ChapterPage, document: Document
) -> None:
    _caret(page, "同比")
    document.submit("填写", [Change(_RECEIVED, Decimal(200), Decimal(12345))])
    page.editor.insertPlainText("，")
    assert "198件，，同比" in _paragraph(document).text


def test_typing_into_a_figure_makes_it_plain_text_and_tells_so(
    page: ChapterPage, window: MainWindow, document: Document, qtbot: QtBot
) -> None:
    before = _paragraph(document)
    _caret(page, "200", 1)
    qtbot.keyClicks(page.editor, "5")
    assert _figures(document) == ["198"]
    assert "已解除引用" in window.ui.statusBar.currentMessage()
    window.ui.statusBar.clearMessage()
    qtbot.keyClicks(page.editor, "6")
    assert window.ui.statusBar.currentMessage() == ""
    window.ui.actionUndo.trigger()
    assert _paragraph(document) == before


def test_deleting_a_whole_figure_is_not_told(
    page: ChapterPage, window: MainWindow, document: Document, qtbot: QtBot
) -> None:
    _caret(page, "200件", 0, 4)
    qtbot.keyClick(page.editor, Qt.Key.Key_Delete)
    assert _figures(document) == ["198"]
    assert window.ui.statusBar.currentMessage() == ""


def test_a_sentence_that_is_cut_keeps_its_figures_where_it_is_pasted(
    page: ChapterPage, document: Document
) -> None:
    before = _paragraph(document)
    page.editor.moveCursor(QTextCursor.MoveOperation.End)
    page.editor.insertPlainText("又：")
    _caret(page, "𠮷办结198件", 0, 7)
    page.editor.cut()
    assert _figures(document) == ["200"]
    page.editor.moveCursor(QTextCursor.MoveOperation.End)
    page.editor.paste()
    assert _paragraph(document).text.endswith("又：𠮷办结198件")
    assert _figures(document) == ["200", "198"]
    document.stack.undo()
    assert _figures(document) == ["200"]
    document.stack.setIndex(0)
    assert _paragraph(document) == before


def test_paragraphs_that_are_pasted_keep_their_figures(
    page: ChapterPage, document: Document, figured: Paragraph
) -> None:
    page.editor.moveCursor(QTextCursor.MoveOperation.End)
    page.editor.insertPlainText("\n又")
    page.editor.selectAll()
    page.editor.copy()
    page.editor.moveCursor(QTextCursor.MoveOperation.Start)
    page.editor.insertPlainText("先")
    page.editor.paste()
    paragraphs = document.report.chapter("requests").paragraphs
    assert [paragraph.text for paragraph in paragraphs] == [
        f"先{figured.text}",
        f"又{figured.text}",
        "又",
    ]
    assert [len(paragraph.figures) for paragraph in paragraphs] == [2, 2, 0]
    assert paragraphs[1].figures[0].start == figured.figures[0].start + 1


def test_a_figure_stays_behind_when_its_cell_has_changed_or_digits_surround_it(
    page: ChapterPage, document: Document
) -> None:
    _caret(page, "200", 0, 3)
    page.editor.copy()
    page.editor.moveCursor(QTextCursor.MoveOperation.End)
    page.editor.insertPlainText("又1")
    page.editor.paste()
    assert _figures(document) == ["200", "198"]
    document.submit("填写", [Change(_RECEIVED, Decimal(200), Decimal(7))])
    page.editor.insertPlainText("、")
    page.editor.paste()
    assert _paragraph(document).text.endswith("又1200、200")
    assert _figures(document) == ["7", "198"]


def test_copied_text_is_plain(page: ChapterPage, document: Document) -> None:
    page.editor.selectAll()
    page.editor.copy()
    assert QGuiApplication.clipboard().text() == _paragraph(document).text


def test_a_chip_asks_for_what_the_menu_does(
    page: ChapterPage, window: MainWindow, dialogs: FakeDialogs, document: Document
) -> None:
    _caret(page, "200", 1)
    page.editor.figure_wanted.emit(FigureDeed.BIND)
    assert len(dialogs.figure_questions) == 1
    page.editor.figure_wanted.emit(FigureDeed.RELEASE)
    assert _figures(document) == ["198"]


def test_the_keys_are_those_of_the_menu(window: MainWindow) -> None:
    assert window.ui.actionInsertFigure.shortcut().toString() == "Ctrl+Shift+L"


def test_the_clerk_is_told_when_the_narrative_follows_the_table(
    page: ChapterPage, window: MainWindow, dialogs: FakeDialogs, document: Document
) -> None:
    _caret(page, "5.5%", 1)
    dialogs.figure = _VALUE
    window.ui.actionInsertFigure.trigger()
    window.tell("")
    old = document.report.value(_ANSWERED)
    document.submit("填数", [Change(_ANSWERED, old, Decimal(77))])
    assert "已随统计表更新" in window.ui.statusBar.currentMessage()


def test_an_edit_that_no_figure_follows_tells_nothing(
    page: ChapterPage, window: MainWindow, document: Document
) -> None:
    cell = CellAddress("statistics", "reading_points", "count")
    window.tell("")
    old = document.report.value(cell)
    document.submit("填数", [Change(cell, old, Decimal(201))])
    assert window.ui.statusBar.currentMessage() == ""


@pytest.mark.parametrize(("years", "is_offered"), [(1, True), (2, False)])
def test_only_a_report_that_can_be_compared_is_offered_as_last_years(
    page: ChapterPage,
    dialogs: FakeDialogs,
    window: MainWindow,
    document: Document,
    years: int,
    is_offered: bool,
) -> None:
    before = replace(document.report, year=document.report.year - years)
    last_year = LastYear(before, document.form, {})
    document.check_with(replace(document.check_data or NO_DATA, last_year=last_year))
    _caret(page, "200", 1)
    window.ui.actionInsertFigure.trigger()
    (question,) = dialogs.figure_questions
    assert (question.last_year is last_year) == is_offered
    assert (question.last_year is None) != is_offered


def test_a_whole_phrase_is_put_behind_the_number_and_follows_the_table(
    page: ChapterPage, dialogs: FakeDialogs, window: MainWindow, document: Document
) -> None:
    cell = CellAddress("statistics", "received", "count")
    dialogs.figure = FigureSource(FigureKind.YEAR_ON_YEAR, (cell, Decimal(180)), 1, "件")
    _caret(page, "5.5%", 1)
    window.ui.actionInsertFigure.trigger()
    assert "较上年增加20件，增长11.1%" in _figures(document)
    document.submit("填数", [Change(cell, document.report.value(cell), Decimal(180))])
    assert "与上年持平" in _figures(document)
