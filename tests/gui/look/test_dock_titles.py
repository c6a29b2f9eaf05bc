from __future__ import annotations

from PySide6.QtCore import QRect
from PySide6.QtWidgets import QAbstractButton, QApplication, QDockWidget, QLabel
from pytestqt.qtbot import QtBot

from xjdesk.gui.look.letters import LetterSize, apply_letters
from xjdesk.gui.look.scheme import Scheme, apply_scheme
from xjdesk.gui.main_window import MainWindow


def _height_of_title(dock: QDockWidget) -> int:
    """How high the words are that are painted there, in px."""
    widget = dock.widget()
    assert widget is not None
    picture = dock.grab(QRect(0, 0, dock.width() // 2, widget.y())).toImage()
    ground = picture.pixelColor(picture.width() - 1, picture.height() // 2)
    inked = [
        y
        for y in range(picture.height())
        if any(
            abs(picture.pixelColor(x, y).lightness() - ground.lightness()) > 100
            for x in range(picture.width())
        )
    ]
    return max(inked) - min(inked) + 1 if inked else 0


def test_titles_grow_with_the_letters(
    window: MainWindow, application: QApplication, qtbot: QtBot
) -> None:
    heights: list[int] = []
    for size in (LetterSize.SMALL, LetterSize.LARGE, LetterSize.LARGEST):
        apply_letters(application, size)
        dock = window.ui.findingsDock
        qtbot.waitUntil(lambda size=size: abs(window.font().pointSizeF() - size.value) < 0.1)
        QApplication.processEvents()
        heights.append(_height_of_title(dock))
    small, large, largest = heights
    assert small < large < largest


def test_what_stands_in_a_panel_has_the_letters_of_the_window(window: MainWindow) -> None:
    wanted = round(window.font().pointSizeF(), 1)
    for dock in window.findChildren(QDockWidget):
        for label in dock.findChildren(QLabel):
            assert round(label.font().pointSizeF(), 1) == wanted


def test_buttons_follow_the_look_and_stay_when_a_panel_floats(
    window: MainWindow, application: QApplication, qtbot: QtBot
) -> None:
    dock = window.ui.findingsDock
    close = dock.findChild(QAbstractButton, "qt_dockwidget_closebutton")
    assert isinstance(close, QAbstractButton)
    light = close.icon().cacheKey()
    try:
        apply_scheme(application, Scheme.DARK)
        qtbot.waitUntil(lambda: close.icon().cacheKey() != light)
        dark = close.icon().cacheKey()
        dock.setFloating(True)
        assert close.icon().cacheKey() == dark
        dock.setFloating(False)
        assert close.icon().cacheKey() == dark
    finally:
        apply_scheme(application, Scheme.SYSTEM)
    qtbot.waitUntil(lambda: close.icon().cacheKey() == light)
