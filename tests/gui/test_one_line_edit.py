"""A line of text takes only what can stand in one line."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from xjdesk.gui.one_line_edit import OneLineEdit


@pytest.fixture
def edit(qtbot: QtBot) -> OneLineEdit:
    made = OneLineEdit()
    qtbot.addWidget(made)
    return made


def _is_taken(edit: OneLineEdit, data: QMimeData) -> bool:
    event = QDragEnterEvent(
        QPoint(1, 1),
        Qt.DropAction.CopyAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    edit.dragEnterEvent(event)
    return event.isAccepted()


def test_pasted_breaks_and_control_characters_are_left_out(edit: OneLineEdit) -> None:
    heard: list[str] = []
    edit.entered.connect(heard.append)
    edit.show_text("𠮷XY")
    edit.setCursorPosition(3)
    QApplication.clipboard().setText("西吉县\r\n人民\t政府\u2028\u2029\x07\n")
    edit.paste()
    assert heard == ["𠮷X西吉县人民政府Y"]
    assert edit.text() == heard[0]
    edit.insert("办")
    assert edit.text() == "𠮷X西吉县人民政府办Y"


def test_the_cursor_goes_where_the_text_changed(edit: OneLineEdit) -> None:
    edit.show_text("𠮷甲乙丙")
    edit.show_text("𠮷甲丁丁乙丙")
    assert edit.cursorPosition() == 5
    edit.show_text("𠮷甲乙丙")
    assert edit.cursorPosition() == 3


def test_words_can_be_dropped_but_a_file_is_left_to_the_window(edit: OneLineEdit) -> None:
    data = QMimeData()
    data.setText("甲")
    assert _is_taken(edit, data)
    data.setUrls([QUrl.fromLocalFile("/a.xjd")])
    assert not _is_taken(edit, data)
