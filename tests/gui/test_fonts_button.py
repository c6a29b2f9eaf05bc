"""The button that tells of the print fonts; what it shows when is tested with the window."""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from xjdesk.gui.fonts_button import FontsButton
from xjdesk.gui.fonts_dialog import FontsDialog
from xjdesk.gui.main_window import MainWindow


def test_a_second_click_tells_it_anew_and_not_twice(window: MainWindow, qtbot: QtBot) -> None:
    button = window.findChild(FontsButton)
    assert isinstance(button, FontsButton)
    qtbot.waitUntil(button.isVisible)
    button.click()
    button.click()
    shown = [dialog for dialog in window.findChildren(FontsDialog) if dialog.isVisible()]
    assert len(shown) == 1
    shown[0].close()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    assert window.findChildren(FontsDialog) == []
