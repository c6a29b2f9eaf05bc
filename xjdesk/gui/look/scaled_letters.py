"""Letters of a title, larger than those around it whatever size these have."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QWidget


class ScaledLetters(QObject):
    """Shows a widget in bold letters so many times as large as those of what it stands in."""

    def __init__(self, widget: QWidget, times: float) -> None:
        super().__init__(widget)
        self._widget, self._times = widget, times
        around = widget.parentWidget()
        self._show((around or widget).font())
        if around is not None:
            # Only what has no letters of its own is told that those of the window have changed.
            around.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FontChange and isinstance(watched, QWidget):
            self._show(watched.font())
        return False

    def _show(self, around: QFont) -> None:
        font = QFont(around)
        font.setBold(True)
        font.setPointSizeF(around.pointSizeF() * self._times)
        self._widget.setFont(font)
