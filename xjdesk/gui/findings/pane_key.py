"""A key that goes from the editor to a pane beside it and back."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid


class PaneKey(QShortcut):
    """Gives the focus to `entry` in `pane`; from anywhere in `pane` back to where it was before.

    F6 is that of the findings.

    Signals:
        left: It is to go back, but was nowhere before, or where it was is no longer in view.
    """

    left = Signal()

    def __init__(self, pane: QWidget, entry: QWidget, key: str = "F6") -> None:
        super().__init__(QKeySequence(key), pane)
        self._pane = pane
        self._entry = entry
        self._before: QWidget | None = None
        self.activated.connect(self._go)

    def _go(self) -> None:
        focus = QApplication.focusWidget()
        if focus is None or not self._pane.isAncestorOf(focus):
            self._before = focus
            self._entry.setFocus(Qt.FocusReason.ShortcutFocusReason)
        elif self._before is not None and isValid(self._before) and self._before.isVisible():
            self._before.setFocus(Qt.FocusReason.ShortcutFocusReason)
        else:
            self.left.emit()
