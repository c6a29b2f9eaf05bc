"""The real dialog, answered while it stands."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QTableWidgetItem, QWidget
from pytestqt.qtbot import QtBot

from xjdesk.gui.dialogs import WindowDialogs
from xjdesk.gui.words.word_list_dialog import WordListDialog
from xjdesk.storage.user_words import UserWords, WordPair

_WORDS = UserWords().with_pairs([WordPair("回答", "答复")])


@pytest.mark.parametrize("is_kept", [True, False])
def test_what_was_written_is_given_back_unless_the_user_goes_back(
    is_kept: bool, qtbot: QtBot
) -> None:
    window = QWidget()
    qtbot.addWidget(window)

    def answer() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, WordListDialog)
        for column, word in enumerate(("甲", "乙")):
            dialog.table.setItem(1, column, QTableWidgetItem(word))
        if is_kept:
            dialog.accept_button.click()
        else:
            dialog.reject()

    QTimer.singleShot(0, answer)
    pairs = WindowDialogs(window).ask_word_list(_WORDS, Path("我的用词表.txt"))
    assert pairs == ((*_WORDS.pairs, WordPair("甲", "乙")) if is_kept else None)
