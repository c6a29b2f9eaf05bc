"""A sentence in the middle of a list that has no rows."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QAbstractItemView, QVBoxLayout

from xjdesk.gui.plain_label import PlainLabel


class EmptyNote(PlainLabel):
    """Says in `view` why nothing stands there."""

    def __init__(self, view: QAbstractItemView) -> None:
        super().__init__(view.viewport())
        self._view = view
        self.setWordWrap(True)
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        QVBoxLayout(view.viewport()).addWidget(self)
        self.tell("")

    def tell(self, sentence: str) -> None:
        """Show the sentence; nothing when it is empty."""
        self.setText(sentence)
        self.setVisible(bool(sentence))
        # The focus is in the list, where a screen reader finds no row to read.
        self._view.setAccessibleDescription(sentence)
