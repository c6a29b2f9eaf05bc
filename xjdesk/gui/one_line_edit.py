"""A control for text of one line that belongs to the document."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QDragEnterEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from xjdesk.gui.entered_text import one_line
from xjdesk.gui.text_span import changed_span, index_at, qt_length
from xjdesk.gui.undo_keys import UndoKeys


class OneLineEdit(QLineEdit):
    """Takes no line breaks and control characters, and has no undo of its own.

    Signals:
        entered: The text after an edit by the user.
    """

    entered = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._undo_keys = UndoKeys(self)
        self.textEdited.connect(self._on_edited)

    def show_text(self, text: str) -> None:
        """Show `text`, and the cursor where it differs from what was shown."""
        shown = self.text()
        span = changed_span(shown, text, index_at(shown, self.cursorPosition()))
        self.setText(text)
        self.setCursorPosition(qt_length(text[: span.new_end]))

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        # A file dropped here is for the window to open, not a path to be written into the line.
        if event.mimeData().hasUrls():
            event.ignore()
        else:
            super().dragEnterEvent(event)

    def _on_edited(self, text: str) -> None:
        kept = one_line(text)
        if kept != text:
            before_cursor = one_line(text[: index_at(text, self.cursorPosition())])
            self.setText(kept)
            self.setCursorPosition(qt_length(before_cursor))
        self.entered.emit(kept)
