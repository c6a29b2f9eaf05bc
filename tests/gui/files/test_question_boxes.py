"""The real boxes, answered while they stand."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tests.gui.modal_answers import Clicker, Keys
from xjdesk.gui.files.question_boxes import FileQuestionBoxes
from xjdesk.gui.files.questions import (
    LockedAnswer,
    OutsideAnswer,
    RecoveryAnswer,
    RecoveryQuestion,
    WriteAnswer,
    WriteQuestion,
)
from xjdesk.storage.files.write_error import WriteError, WriteProblem

_HELD = WriteQuestion(
    WriteError("文件“报告.xlsx”没有写成。", "errno 13", WriteProblem.HELD), Path("报告(1).xlsx")
)
_FULL = WriteQuestion(WriteError("磁盘空间不足。", "", WriteProblem.FULL), None)


@pytest.fixture
def boxes(qtbot: QtBot) -> FileQuestionBoxes:
    window = QWidget()
    qtbot.addWidget(window)
    return FileQuestionBoxes(window)


@pytest.mark.parametrize(
    ("question", "words", "answer"),
    [
        (_HELD, "已关闭，重试", WriteAnswer.RETRY),
        (_HELD, "另存为“报告(1).xlsx”", WriteAnswer.BESIDE),
        (_HELD, "另存到别处", WriteAnswer.ELSEWHERE),
        (_HELD, "取消", WriteAnswer.CANCEL),
        (_FULL, "重试", WriteAnswer.RETRY),
        (_FULL, "另存到别处", WriteAnswer.ELSEWHERE),
    ],
)
def test_a_file_that_could_not_be_written(
    boxes: FileQuestionBoxes, question: WriteQuestion, words: str, answer: WriteAnswer
) -> None:
    clicker = Clicker(words)
    assert boxes.ask_write_failed(question) is answer
    assert clicker.texts == [question.error.sentence]


@pytest.mark.parametrize(
    ("words", "answer"),
    [
        ("两份都留", OutsideAnswer.BESIDE),
        ("用我的覆盖", OutsideAnswer.MINE),
        ("改用磁盘上的", OutsideAnswer.THEIRS),
        ("取消", OutsideAnswer.CANCEL),
    ],
)
def test_a_file_that_somebody_else_changed(
    boxes: FileQuestionBoxes, words: str, answer: OutsideAnswer
) -> None:
    clicker = Clicker(words)
    assert boxes.ask_changed_outside(Path("西吉.xjd")) is answer
    assert "西吉.xjd" in clicker.texts[0]


@pytest.mark.parametrize(
    ("words", "answer"),
    [
        ("只读打开", LockedAnswer.READ_ONLY),
        ("打开一份副本", LockedAnswer.COPY),
        ("接着编辑", LockedAnswer.TAKE_OVER),
        ("取消", LockedAnswer.CANCEL),
    ],
)
def test_a_file_that_is_open_elsewhere(
    boxes: FileQuestionBoxes, words: str, answer: LockedAnswer
) -> None:
    clicker = Clicker(words)
    assert boxes.ask_locked("正由张三编辑。", may_take_over=True) is answer
    assert clicker.texts == ["正由张三编辑。"]


def test_a_lock_that_is_alive_is_not_offered_to_be_taken_over(boxes: FileQuestionBoxes) -> None:
    with Keys(Qt.Key.Key_Escape) as keys:
        assert boxes.ask_locked("正由张三编辑。", may_take_over=False) is LockedAnswer.CANCEL
    assert keys.put_away


@pytest.mark.parametrize(("words", "opens"), [("打开备份", True), ("取消", False)])
def test_a_backup_instead_of_a_damaged_file(
    boxes: FileQuestionBoxes, words: str, opens: bool
) -> None:
    clicker = Clicker(words)
    assert boxes.ask_backup_instead("文件已损坏。", "今天9:05") is opens
    assert clicker.texts == ["文件已损坏。"]


def test_escape_answers_nothing_away(boxes: FileQuestionBoxes) -> None:
    question = RecoveryQuestion("西吉.xjd", "今天9:05", ("一处",), "")
    with Keys(Qt.Key.Key_Escape):
        assert boxes.ask_changed_outside(Path("西吉.xjd")) is OutsideAnswer.CANCEL
    with Keys(Qt.Key.Key_Escape):
        assert boxes.ask_write_failed(_FULL) is WriteAnswer.CANCEL
    with Keys(Qt.Key.Key_Escape):
        assert boxes.ask_recovery(question) is RecoveryAnswer.LATER
