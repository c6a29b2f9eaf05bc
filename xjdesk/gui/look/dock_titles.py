"""Titles of panels in the letters of the window."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QAbstractButton, QDockWidget, QMainWindow

from xjdesk.gui.icons import Icons
from xjdesk.gui.look.action_icons import ActionIcons

_HAIR_PT = 0.01


_BUTTONS = {
    "qt_dockwidget_floatbutton": "panel-float",
    "qt_dockwidget_closebutton": "panel-close",
}
"""The icons of the buttons, by the names that Qt gives them."""


class DockTitles(QObject):
    """Keeps the titles of all panels of a window, which are there already, as large as its letters.

    Qt paints them in a font of the system unless the panel has one of its own, which must not be
    quite the same as that of the application. Its icons beside them are not seen on dark ground.
    """

    def __init__(self, window: QMainWindow, icons: Icons) -> None:
        super().__init__(window)
        self._window = window
        self._icons = ActionIcons(icons, window)
        window.installEventFilter(self)
        self._show()
        for dock in window.findChildren(QDockWidget):
            for button in dock.findChildren(QAbstractButton):
                if button.objectName() in _BUTTONS:
                    self._icons.give(button, _BUTTONS[button.objectName()])
            # Qt puts its own back when a panel begins to float, and when it ends.
            dock.topLevelChanged.connect(self._icons.renew)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FontChange:
            self._show()
        return False

    def _show(self) -> None:
        font = QFont(self._window.font())
        font.setPointSizeF(font.pointSizeF() + _HAIR_PT)
        for dock in self._window.findChildren(QDockWidget):
            dock.setFont(font)
