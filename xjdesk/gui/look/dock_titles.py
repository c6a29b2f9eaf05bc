"""Titles of panels in the letters of the window."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QDockWidget, QMainWindow

_HAIR_PT = 0.01


class DockTitles(QObject):
    """Keeps the titles of all panels of a window, which are there already, as large as its letters.

    Qt paints them in a font of the system unless the panel has one of its own, which must not be
    quite the same as that of the application.
    """

    def __init__(self, window: QMainWindow) -> None:
        super().__init__(window)
        self._window = window
        window.installEventFilter(self)
        self._show()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FontChange:
            self._show()
        return False

    def _show(self) -> None:
        font = QFont(self._window.font())
        font.setPointSizeF(font.pointSizeF() + _HAIR_PT)
        for dock in self._window.findChildren(QDockWidget):
            dock.setFont(font)
