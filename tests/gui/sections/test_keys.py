"""Numbering while typing."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.gui.sections.chapter import OpenChapter
from xjdesk.gui.main_window import MainWindow

ENTER, BACKSPACE, DELETE = Qt.Key.Key_Return, Qt.Key.Key_Backspace, Qt.Key.Key_Delete


@pytest.fixture
def three(chapter: OpenChapter) -> OpenChapter:
    chapter.write("（一）甲", "（二）乙", "（三）丙")
    return chapter


def test_enter_behind_a_heading_numbers_on_and_the_next_ones_follow(
    three: OpenChapter, qtbot: QtBot
) -> None:
    three.put_caret(0, 4)
    qtbot.keyClick(three.editor, ENTER)
    assert three.texts == three.shown == ["（一）甲", "（二）", "（三）乙", "（四）丙"]
    assert three.caret == (1, 3)
    assert three.document.stack.count() == 1
    qtbot.keyClicks(three.editor, "x")
    assert three.texts[1] == "（二）x"
    three.document.undo()
    three.document.undo()
    assert three.texts == three.shown == ["（一）甲", "（二）乙", "（三）丙"]


def test_enter_again_takes_the_number_away(three: OpenChapter, qtbot: QtBot) -> None:
    three.put_caret(0, 4)
    qtbot.keyClick(three.editor, ENTER)
    qtbot.keyClick(three.editor, ENTER)
    assert three.texts == three.shown == ["（一）甲", "", "（二）乙", "（三）丙"]
    assert three.caret == (1, 0)
    qtbot.keyClick(three.editor, ENTER)
    assert three.texts == ["（一）甲", "", "", "（二）乙", "（三）丙"]


def test_shift_enter_begins_a_line_without_a_number(three: OpenChapter, qtbot: QtBot) -> None:
    three.put_caret(0, 4)
    qtbot.keyClick(three.editor, ENTER, Qt.KeyboardModifier.ShiftModifier)
    assert three.texts == ["（一）甲", "", "（二）乙", "（三）丙"]


def test_enter_inside_a_heading_parts_it(three: OpenChapter, qtbot: QtBot) -> None:
    three.write("（一）甲乙", "（二）丙")
    three.put_caret(0, 4)
    qtbot.keyClick(three.editor, ENTER)
    assert three.texts == ["（一）甲", "乙", "（二）丙"]


def test_backspace_behind_a_number_takes_it_away(three: OpenChapter, qtbot: QtBot) -> None:
    three.put_caret(1, 3)
    qtbot.keyClick(three.editor, BACKSPACE)
    assert three.texts == three.shown == ["（一）甲", "乙", "（二）丙"]
    assert three.caret == (1, 0)
    assert three.document.stack.count() == 1
    qtbot.keyClick(three.editor, BACKSPACE)
    assert three.texts == ["（一）甲乙", "（二）丙"]


def test_deleting_a_paragraph_lets_the_next_ones_follow_in_one_step(
    three: OpenChapter, qtbot: QtBot
) -> None:
    three.put_caret(0, 4, to=(1, 4))
    qtbot.keyClick(three.editor, DELETE)
    assert three.texts == three.shown == ["（一）甲", "（二）丙"]
    assert three.caret == (0, 4)
    assert three.document.stack.count() == 1
    three.document.undo()
    assert three.texts == three.shown == ["（一）甲", "（二）乙", "（三）丙"]


def test_what_is_pasted_is_numbered_with_the_others(three: OpenChapter) -> None:
    three.put_caret(1, 0)
    data = QMimeData()
    data.setText("（一）丁\n（二）戊\n")
    three.editor.insertFromMimeData(data)
    assert three.texts == three.shown
    assert three.texts == ["（一）甲", "（二）丁", "（三）戊", "（四）乙", "（五）丙"]
    assert three.document.stack.count() == 1


def test_a_number_written_where_it_belongs_lets_the_next_ones_follow(
    three: OpenChapter, qtbot: QtBot
) -> None:
    three.write("（一）甲", "乙", "（二）丙")
    three.put_caret(1, 0)
    three.editor.insertPlainText("（二）")
    assert three.texts == three.shown == ["（一）甲", "（二）乙", "（三）丙"]
    assert three.caret == (1, 3)


def test_any_other_number_written_by_hand_stays_and_so_do_the_next_ones(
    three: OpenChapter, qtbot: QtBot
) -> None:
    three.put_caret(1, 1, to=(1, 2))
    QApplication.sendEvent(three.editor, QInputMethodEvent("wu", []))
    done = QInputMethodEvent()
    done.setCommitString("五")
    QApplication.sendEvent(three.editor, done)
    assert three.texts == ["（一）甲", "（五）乙", "（三）丙"]
    three.put_caret(1, 4)
    qtbot.keyClick(three.editor, ENTER)
    assert three.texts == ["（一）甲", "（五）乙", "（六）", "（三）丙"]


def test_without_automatic_numbering_the_keys_do_what_they_always_do(
    three: OpenChapter, window: MainWindow, qtbot: QtBot
) -> None:
    window.ui.actionAutoNumber.trigger()
    three.put_caret(0, 4)
    qtbot.keyClick(three.editor, ENTER)
    assert three.texts == ["（一）甲", "", "（二）乙", "（三）丙"]
    three.put_caret(2, 3)
    qtbot.keyClick(three.editor, BACKSPACE)
    assert three.texts == ["（一）甲", "", "（二乙", "（三）丙"]


def test_a_figure_behind_a_number_stays_one(three: OpenChapter, qtbot: QtBot) -> None:
    three.write("（一）甲", "（二）200件", "（三）受理30件")
    three.bind(1, "200")
    three.bind(2, "30")
    three.put_caret(1, 3)
    qtbot.keyClick(three.editor, BACKSPACE)
    assert three.texts == ["（一）甲", "200件", "（二）受理30件"]
    assert [len(p.figures) for p in three.paragraphs] == [0, 1, 1]
    three.put_caret(2, 8)
    qtbot.keyClicks(three.editor, "x")
    assert [len(p.figures) for p in three.paragraphs] == [0, 1, 1]


@pytest.mark.parametrize(
    ("typed", "line", "next_line"),
    [("（二）", "（二）", "（三）乙"), ("1.", "1.", "（二）乙"), ("（七）", "（七）", "（三）乙")],
)
def test_a_number_written_behind_the_proposed_one_takes_its_place(
    three: OpenChapter, qtbot: QtBot, typed: str, line: str, next_line: str
) -> None:
    three.put_caret(0, 4)
    qtbot.keyClick(three.editor, ENTER)
    for letter in f"{typed}丁":
        three.editor.insertPlainText(letter)
    assert three.texts == three.shown
    assert three.texts[1:3] == [f"{line}丁", next_line]


def test_a_number_written_elsewhere_behind_a_number_stays(three: OpenChapter) -> None:
    three.write("（一）")
    three.put_caret(0, 3)
    for letter in "1.甲":
        three.editor.insertPlainText(letter)
    assert three.texts == ["（一）1.甲"]
