"""Numbers of the print dialog."""

from __future__ import annotations

from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from xjdesk.core.errors import UserError
from xjdesk.gui.printing.number_edit import NumberEdit


def _type(edit: NumberEdit, text: str) -> None:
    """As an input method does: keys alone cannot give full-width characters."""
    event = QInputMethodEvent("", [])
    event.setCommitString(text)
    QApplication.sendEvent(edit.lineEdit(), event)


@pytest.fixture
def parent(qtbot: QtBot) -> QWidget:
    parent = QWidget()
    qtbot.addWidget(parent)
    return parent


@pytest.fixture
def copies(parent: QWidget) -> NumberEdit:
    return NumberEdit("份数", "份", (1, 99), Decimal(1), parent)


@pytest.fixture
def offset(parent: QWidget) -> NumberEdit:
    return NumberEdit("左右微调", "毫米", (-20, 20), Decimal("0.5"), parent)


@pytest.mark.parametrize(
    ("typed", "value"), [("3", "3"), ("１２", "12"), ("5份", "5"), (" 7 ", "7"), ("2.0", "2")]
)
def test_copies_are_read_as_they_are_typed(copies: NumberEdit, typed: str, value: str) -> None:
    _type(copies, typed)
    assert copies.lineEdit().text() == typed
    assert copies.value() == Decimal(value)


@pytest.mark.parametrize("typed", ["", "0", "100", "1.5", "两", "-1"])
def test_what_is_no_number_of_copies_is_said_in_one_sentence(
    copies: NumberEdit, typed: str
) -> None:
    _type(copies, typed)
    with pytest.raises(UserError) as raised:
        copies.value()
    assert raised.value.sentence == "份数应填 1 到 99 之间的整数，请改正。"


@pytest.mark.parametrize(
    ("typed", "value"), [("-1.5", "-1.5"), ("－０．５", "-0.5"), ("—2", "-2"), ("0.3毫米", "0.3")]
)
def test_an_offset_may_be_negative_and_a_fraction(
    offset: NumberEdit, typed: str, value: str
) -> None:
    _type(offset, typed)
    assert offset.value() == Decimal(value)


def test_arrow_keys_step_up_to_the_limits(offset: NumberEdit, qtbot: QtBot) -> None:
    offset.show_value(Decimal("19"))
    shown: list[str] = []
    for _ in range(4):
        qtbot.keyClick(offset, Qt.Key.Key_Up)
        shown.append(offset.lineEdit().text())
    assert shown == ["19.5", "20", "20", "20"]
    offset.lineEdit().setText("什么")
    qtbot.keyClick(offset, Qt.Key.Key_Down)
    assert offset.value() == Decimal("-0.5")


def test_the_widest_number_can_be_read(offset: NumberEdit) -> None:
    offset.adjustSize()
    text_width = offset.fontMetrics().horizontalAdvance("-19.5")
    assert offset.lineEdit().width() > text_width
