"""What undo takes back of writing in a chapter."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QInputMethodEvent, QTextCursor
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from xjdesk.core.address import ParagraphAddress
from xjdesk.core.change import Change
from xjdesk.core.report import Paragraph
from xjdesk.gui.chapter_editor import ChapterEditor
from xjdesk.gui.document import Document, Edit

CHAPTER = "requests"


class Clock:
    """Tells the time that it is set to."""

    def __init__(self) -> None:
        self.time = 100.0

    def now(self) -> float:
        return self.time


class Writing:
    """Someone who writes into a chapter that begins with 甲乙丙 and 丁, behind 丁."""

    def __init__(self, document: Document, clock: Clock) -> None:
        self.document = document
        old = document.report.chapter(CHAPTER).paragraphs
        new = (Paragraph("甲乙丙"), Paragraph("丁"))
        document.submit("改", [Change(ParagraphAddress(CHAPTER, 0), old, new)])
        document.stack.clear()
        self.editor = ChapterEditor(document, CHAPTER, clock=clock.now)
        document.changed.connect(self._refresh)
        self.editor.show()
        self.editor.moveCursor(QTextCursor.MoveOperation.End)

    @property
    def text(self) -> str:
        """What the report has, without the first paragraph."""
        paragraphs = self.document.report.chapter(CHAPTER).paragraphs
        return "\n".join(paragraph.text for paragraph in paragraphs[1:])

    def commit(self, *words: str) -> None:
        """Let the input method hand over words, each composed before."""
        for word in words:
            QApplication.sendEvent(self.editor, QInputMethodEvent("zheng'fu", []))
            done = QInputMethodEvent("", [])
            done.setCommitString(word)
            QApplication.sendEvent(self.editor, done)

    def taken_back(self) -> list[str]:
        """What is there after each undo, until nothing can be taken back."""
        found: list[str] = []
        while self.document.stack.canUndo():
            self.document.undo()
            found.append(self.text)
        return found

    def _refresh(self, edit: Edit) -> None:
        self.editor.refresh()


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def writing(document: Document, clock: Clock, qapp: QApplication) -> Iterator[Writing]:
    writing = Writing(document, clock)
    yield writing
    writing.editor.close()
    writing.editor.deleteLater()


def test_words_that_an_input_method_hands_over_are_one_step(writing: Writing) -> None:
    writing.commit("政府", "信息", "公开")
    assert writing.text == "丁政府信息公开"
    assert writing.taken_back() == ["丁"]


@pytest.mark.parametrize("mark", "。！？；，、：…")
def test_punctuation_ends_a_step(writing: Writing, mark: str) -> None:
    writing.commit("政府", mark, "信息")
    assert writing.taken_back() == [f"丁政府{mark}", "丁"]


def test_numbers_are_not_parted_at_their_signs(writing: Writing, qtbot: QtBot) -> None:
    qtbot.keyClicks(writing.editor, "1,234.5:")
    assert writing.taken_back() == ["丁"]


def test_a_step_ends_after_twenty_characters_but_never_within_what_came_at_once(
    writing: Writing,
) -> None:
    writing.commit("一二三四五六七八九十" * 3, "甲乙", "丙")
    assert writing.taken_back() == ["丁" + "一二三四五六七八九十" * 3, "丁"]


def test_a_pause_ends_a_step(writing: Writing, clock: Clock) -> None:
    writing.commit("政府")
    clock.time += 1.9
    writing.commit("信息")
    clock.time += 2
    writing.commit("公开")
    assert writing.taken_back() == ["丁政府信息", "丁"]


def test_a_step_ends_where_the_caret_is_moved_even_back_to_the_same_place(
    writing: Writing, qtbot: QtBot
) -> None:
    writing.commit("政府")
    qtbot.keyClick(writing.editor, Qt.Key.Key_Left)
    qtbot.keyClick(writing.editor, Qt.Key.Key_Right)
    writing.commit("信息")
    assert writing.taken_back() == ["丁政府", "丁"]


def test_deleting_is_another_step_than_typing(writing: Writing, qtbot: QtBot) -> None:
    writing.commit("政府信息")
    for _ in range(3):
        qtbot.keyClick(writing.editor, Qt.Key.Key_Backspace)
    qtbot.keyClicks(writing.editor, "ab")
    assert writing.text == "丁政ab"
    assert writing.taken_back() == ["丁政", "丁政府信息", "丁"]


def test_words_typed_over_others_are_one_step(writing: Writing, qtbot: QtBot) -> None:
    writing.commit("政府")
    for _ in range(2):
        modifier = Qt.KeyboardModifier.ShiftModifier
        qtbot.keyClick(writing.editor, Qt.Key.Key_Left, modifier)
    qtbot.keyClicks(writing.editor, "ab")
    assert writing.text == "丁ab"
    assert writing.taken_back() == ["丁政府", "丁"]


def test_a_paste_is_a_step_of_its_own(writing: Writing) -> None:
    writing.commit("政府")
    data = QMimeData()
    data.setText("信息")
    writing.editor.insertFromMimeData(data)
    writing.commit("公开")
    assert writing.taken_back() == ["丁政府信息", "丁政府", "丁"]


def test_a_new_paragraph_is_a_step_of_its_own(writing: Writing, qtbot: QtBot) -> None:
    writing.commit("政府")
    qtbot.keyClick(writing.editor, Qt.Key.Key_Return)
    writing.commit("信息")
    assert writing.taken_back() == ["丁政府\n", "丁政府", "丁"]


def test_after_undo_typing_is_a_step_of_its_own(writing: Writing) -> None:
    writing.commit("政府", "。", "信息")
    writing.document.undo()
    writing.commit("公开")
    assert writing.taken_back() == ["丁政府。", "丁"]
