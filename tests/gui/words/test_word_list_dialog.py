from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QPushButton, QTableWidgetItem
from pytestqt.qtbot import QtBot

from xjdesk.gui.words.word_list_dialog import WordListDialog
from xjdesk.storage.user_words import UserWords, WordLine, WordPair

_FILE = Path("我的用词表.txt")
_WORDS = UserWords().with_pairs([WordPair("固源市", "固原市"), WordPair("回答", "答复")])


@pytest.fixture
def dialog(qtbot: QtBot) -> Iterator[WordListDialog]:
    shown = WordListDialog(_WORDS, _FILE)
    qtbot.addWidget(shown)
    shown.show()
    shown.activateWindow()
    qtbot.waitUntil(shown.isActiveWindow)
    yield shown
    shown.close()


def _press(dialog: WordListDialog, text: str) -> None:
    buttons = dialog.findChildren(QPushButton)
    next(button for button in buttons if button.text().startswith(text)).click()


def _type(dialog: WordListDialog, text: str) -> None:
    editor = dialog.table.findChild(QLineEdit)
    assert editor is not None
    editor.setText(text)
    QTest.keyClick(editor, Qt.Key.Key_Return)


def _put(dialog: WordListDialog, row: int, wrong: str, right: str) -> None:
    dialog.table.setItem(row, 0, QTableWidgetItem(wrong))
    dialog.table.setItem(row, 1, QTableWidgetItem(right))


def test_the_words_are_shown_and_given_back_as_they_are(dialog: WordListDialog) -> None:
    assert dialog.pairs() == _WORDS.pairs
    assert dialog.accept_button.isEnabled()


def test_a_pair_is_added_from_the_keyboard(dialog: WordListDialog, qtbot: QtBot) -> None:
    _press(dialog, "添加")
    _type(dialog, "甲")
    qtbot.waitUntil(lambda: not dialog.accept_button.isEnabled())
    assert "第3行" in dialog.problem.text()
    QTest.keyClick(dialog.table, Qt.Key.Key_Return)
    assert (dialog.table.currentRow(), dialog.table.currentColumn()) == (2, 1)
    dialog.table.edit(dialog.table.currentIndex())
    _type(dialog, " 乙 ")
    qtbot.waitUntil(dialog.accept_button.isEnabled)
    assert dialog.pairs() == (*_WORDS.pairs, WordPair("甲", "乙"))
    assert dialog.isVisible()


def test_chosen_rows_are_removed(dialog: WordListDialog) -> None:
    dialog.table.setCurrentCell(0, 1)
    _press(dialog, "删除")
    assert dialog.pairs() == _WORDS.pairs[1:]


def test_a_removed_row_takes_its_problem_with_it(dialog: WordListDialog) -> None:
    _put(dialog, 2, "固源市", "固原")
    assert not dialog.accept_button.isEnabled()
    dialog.table.setCurrentCell(2, 0)
    _press(dialog, "删除")
    assert dialog.accept_button.isEnabled()
    assert dialog.problem.isHidden()


def test_two_columns_from_a_worksheet_are_pasted_behind_the_others(dialog: WordListDialog) -> None:
    QGuiApplication.clipboard().setText("甲\t乙\r\n丙\t丁\r\n")
    QTest.keyClick(dialog.table, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert dialog.pairs() == (*_WORDS.pairs, WordPair("甲", "乙"), WordPair("丙", "丁"))


def test_one_column_is_pasted_downwards_from_the_current_cell(dialog: WordListDialog) -> None:
    QGuiApplication.clipboard().setText("固原\n答案")
    dialog.table.setCurrentCell(0, 1)
    _press(dialog, "粘贴")
    assert dialog.pairs() == (WordPair("固源市", "固原"), WordPair("回答", "答案"))


def test_there_is_always_room_for_one_more_pair(dialog: WordListDialog) -> None:
    QGuiApplication.clipboard().setText("\n".join(f"错{n}\t正{n}" for n in range(300)))
    _press(dialog, "粘贴")
    assert len(dialog.pairs()) == 302
    assert dialog.table.rows()[-1] == WordPair("", "")


def test_delete_empties_cells(dialog: WordListDialog) -> None:
    dialog.table.selectRow(1)
    QTest.keyClick(dialog.table, Qt.Key.Key_Delete)
    assert dialog.pairs() == _WORDS.pairs[:1]


def test_lines_that_were_not_understood_are_shown_with_their_numbers(qtbot: QtBot) -> None:
    lines = (*_WORDS.lines, *(WordLine(f"坏{n}") for n in range(5)))
    dialog = WordListDialog(UserWords(lines), _FILE)
    qtbot.addWidget(dialog)
    shown = dialog.unread.text().splitlines()
    assert shown[1:] == ["第3行：坏0", "第4行：坏1", "第5行：坏2", "……共 5 行"]
    assert not dialog.unread.isHidden()


def test_without_such_lines_nothing_is_said(dialog: WordListDialog) -> None:
    assert dialog.unread.isHidden()
