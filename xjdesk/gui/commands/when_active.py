"""Doing something once a window is the active one again."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QWidget


class WhenActive(QObject):
    """Waits until the window has the keyboard, which systems give back a moment later."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._deed: Callable[[], None] | None = None
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.timeout.connect(self._do)
        window.installEventFilter(self)

    def do(self, deed: Callable[[], None]) -> None:
        """Do it as soon as the window is active, or in the next turn of the loop where it is."""
        self._deed = deed
        self._window.activateWindow()
        if self._window.isActiveWindow():
            self._soon.start()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if self._deed is not None and event.type() == QEvent.Type.WindowActivate:
            self._soon.start()
        return super().eventFilter(watched, event)

    def _do(self) -> None:
        deed, self._deed = self._deed, None
        if deed is not None:
            deed()
