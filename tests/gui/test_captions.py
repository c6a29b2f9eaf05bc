"""Names with an ampersand, where Qt takes one for the mark of an access key."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from tests.gui.modal_answers import Clicker
from xjdesk.gui.captions import caption
from xjdesk.gui.files.question_boxes import FileQuestionBoxes
from xjdesk.gui.files.questions import WriteAnswer, WriteQuestion
from xjdesk.gui.main_window import MainWindow
from xjdesk.gui.services import Services
from xjdesk.storage.files.write_error import WriteError, WriteProblem


def test_an_ampersand_is_no_access_key(qtbot: QtBot) -> None:
    button = QPushButton("甲&B")
    qtbot.addWidget(button)
    assert button.shortcut() == QKeySequence.mnemonic("&B")
    button.setText(caption("甲&B&&"))
    assert button.shortcut().isEmpty()
    assert button.text() == "甲&&B&&&&"


def test_a_recent_file_is_shown_by_its_whole_name(
    empty_window: MainWindow, services: Services
) -> None:
    services.settings.add_recent_file(Path("甲&乙.xjd"))
    menu = empty_window.ui.menuRecent
    menu.aboutToShow.emit()
    assert menu.actions()[0].text().endswith("甲&&乙.xjd")
    assert menu.actions()[0].data().endswith("甲&乙.xjd")


def test_a_name_beside_is_offered_whole(empty_window: MainWindow) -> None:
    error = WriteError("文件没有写成。", "", WriteProblem.HELD)
    clicker = Clicker("另存为“甲&&乙.xlsx”")
    boxes = FileQuestionBoxes(empty_window)
    assert boxes.ask_write_failed(WriteQuestion(error, Path("甲&乙.xlsx"))) is WriteAnswer.BESIDE
    assert clicker.texts == ["文件没有写成。"]
