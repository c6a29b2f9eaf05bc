"""Buttons with long words."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from xjdesk.gui.findings.wrapping_button import WrappingButton

LONG = "把正文的“召开会议或专题会议4次”改为“召开会议或专题会议0次”，与统计表一致"


def test_it_grows_higher_where_it_is_narrow(qapp: QApplication) -> None:
    button = WrappingButton(LONG)
    wide, one_line = button.sizeHint(), WrappingButton("不再提示").sizeHint().height()
    assert wide.height() == one_line
    assert button.heightForWidth(wide.width() // 3) >= 2 * one_line
    assert button.minimumSizeHint().width() < wide.width() // 3


def test_it_is_named_and_pressed_like_any_button(qapp: QApplication, qtbot: QtBot) -> None:
    button = WrappingButton("甲 & 乙")
    assert button.accessibleName() == "甲 & 乙"
    with qtbot.waitSignal(button.clicked):
        qtbot.keyClick(button, Qt.Key.Key_Space)
    with qtbot.waitSignal(button.clicked):
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
