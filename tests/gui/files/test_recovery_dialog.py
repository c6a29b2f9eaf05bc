from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialogButtonBox, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from xjdesk.gui.files.questions import RecoveryAnswer, RecoveryQuestion
from xjdesk.gui.files.recovery_dialog import RecoveryDialog

_CHANGES = tuple(f"统计表 第{n}行：{n} → {n + 1}" for n in range(300))
_QUESTION = RecoveryQuestion("西吉.xjd", "今天9:05", _CHANGES, "记录的末尾不完整。")


@pytest.fixture
def dialog(qtbot: QtBot) -> RecoveryDialog:
    shown = RecoveryDialog(_QUESTION)
    qtbot.addWidget(shown)
    shown.show()
    return shown


def _words(dialog: RecoveryDialog) -> str:
    labels = dialog.findChildren(QLabel)
    return "\n".join(label.text() for label in labels if label.isVisible())


def test_it_says_what_happened_to_which_document_and_when(dialog: RecoveryDialog) -> None:
    assert dialog.windowTitle() == "恢复未保存的修改"
    for words in ("没有正常退出", "“西吉.xjd”", "今天9:05", "末尾不完整", "共 300 处"):
        assert words in _words(dialog)
    assert "文件 → 备份与恢复" in _words(dialog)


def test_all_that_would_come_back_is_listed_and_can_be_read_only(dialog: RecoveryDialog) -> None:
    lines = dialog.changes.toPlainText().splitlines()
    assert [line.removeprefix("· ") for line in lines] == list(_CHANGES)
    assert dialog.changes.isReadOnly()


def test_without_a_remark_there_is_no_gap_for_it(qtbot: QtBot) -> None:
    dialog = RecoveryDialog(RecoveryQuestion("西吉.xjd", "今天9:05", _CHANGES[:1], ""))
    qtbot.addWidget(dialog)
    assert dialog.remark.isHidden()


def test_names_are_shown_as_they_are(qtbot: QtBot) -> None:
    question = RecoveryQuestion("<b>甲</b>.xjd", "今天9:05", ("<img src='a'>",), "<i>乙</i>")
    dialog = RecoveryDialog(question)
    qtbot.addWidget(dialog)
    assert {label.textFormat() for label in dialog.findChildren(QLabel)} == {
        Qt.TextFormat.PlainText
    }
    assert "<img" in dialog.changes.toPlainText()


@pytest.mark.parametrize(
    ("words", "answer"),
    [
        ("恢复", RecoveryAnswer.RECOVER),
        ("另存一份", RecoveryAnswer.SAVE_COPY),
        ("不恢复", RecoveryAnswer.DECLINE),
        ("以后再说", RecoveryAnswer.LATER),
    ],
)
def test_each_button_is_its_answer(
    dialog: RecoveryDialog, words: str, answer: RecoveryAnswer
) -> None:
    buttons = dialog.findChildren(QPushButton)
    next(button for button in buttons if button.text().startswith(words)).click()
    assert dialog.answer is answer
    assert not dialog.isVisible()


def test_enter_recovers(dialog: RecoveryDialog, qtbot: QtBot) -> None:
    qtbot.keyClick(dialog, Qt.Key.Key_Return)
    assert dialog.answer is RecoveryAnswer.RECOVER


def test_escape_and_closing_put_the_question_off(dialog: RecoveryDialog, qtbot: QtBot) -> None:
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()
    assert dialog.answer is RecoveryAnswer.LATER
    dialog.show()
    dialog.close()
    assert dialog.answer is RecoveryAnswer.LATER


def test_the_usual_answer_comes_first_and_putting_it_off_last(dialog: RecoveryDialog) -> None:
    (box,) = dialog.findChildren(QDialogButtonBox)
    buttons = sorted(box.buttons(), key=lambda button: button.x())
    texts = [button.text().partition("(")[0] for button in buttons]
    assert texts == ["恢复", "另存一份", "不恢复", "以后再说"]
    assert dialog.recover.isDefault()
