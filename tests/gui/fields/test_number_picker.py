"""The number of a document, written in its pieces."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QDate, Qt
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from xjdesk.core.change import Change
from xjdesk.core.document_fields import NUMBER
from xjdesk.gui.document import Document
from xjdesk.gui.fields.number_picker import NumberPicker, NumberPieces
from xjdesk.gui.main_window import MainWindow


@pytest.fixture
def line(window: MainWindow) -> QLineEdit:
    """The field of the number."""
    found = window.findChild(QLineEdit, "field-letterhead-number")
    assert isinstance(found, QLineEdit)
    return found


def _opened(window: MainWindow, line: QLineEdit, qtbot: QtBot) -> NumberPieces:
    qtbot.keyClick(line, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    picker = window.findChild(NumberPicker)
    assert isinstance(picker, NumberPicker)
    assert picker.pieces is not None
    assert picker.pieces.isVisible()
    return picker.pieces


def _shown(pieces: NumberPieces) -> list[str]:
    return [edit.text() for edit in (pieces.code, pieces.year, pieces.serial)]


def test_the_pieces_of_what_stands_there_are_shown_and_written_back(
    window: MainWindow, line: QLineEdit, document: Document, qtbot: QtBot
) -> None:
    pieces = _opened(window, line, qtbot)
    assert _shown(pieces) == ["西政发", "2017", "12"]
    pieces.serial.setText("０１３")
    qtbot.keyClick(pieces.serial, Qt.Key.Key_Return)
    assert document.report.field(NUMBER) == line.text() == "西政发〔2017〕13号"
    assert not pieces.isVisible()
    document.undo()
    assert line.text() == "西政发〔2017〕12号"


def test_what_is_no_number_is_left_until_it_is_one(
    window: MainWindow, line: QLineEdit, document: Document, qtbot: QtBot
) -> None:
    document.submit("改", [Change(NUMBER, document.report.field(NUMBER), "西政发待定")])
    pieces = _opened(window, line, qtbot)
    assert _shown(pieces) == ["西政发待定", str(QDate.currentDate().year()), ""]
    assert not pieces.take.isEnabled()
    qtbot.keyClick(pieces.serial, Qt.Key.Key_Return)
    assert pieces.isVisible()
    qtbot.keyClick(pieces, Qt.Key.Key_Escape)
    assert not pieces.isVisible()
    assert document.report.field(NUMBER) == "西政发待定"


def test_the_code_of_last_years_number_is_proposed(qtbot: QtBot) -> None:
    line = QLineEdit()
    qtbot.addWidget(line)
    picker = NumberPicker(line, lambda: "西政发〔2017〕12号", line)
    picker.open()
    pieces = picker.pieces
    assert pieces is not None
    assert pieces.code.text() == "西政发"
    assert pieces.first_empty() is pieces.serial
    pieces.hide()
