"""The whole content of a place before or after a change, to read and to copy."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QLabel, QPlainTextEdit, QVBoxLayout, QWidget

from xjdesk.gui.read_only import make_read_only
from xjdesk.gui.text_span import qt_length

_LINES = 4


class ContentView(QWidget):
    """Some lines of text under a title."""

    def __init__(self, title: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.text = QPlainTextEdit(self)
        self.text.setTabChangesFocus(True)
        self.text.setAccessibleName(title)
        self.text.setAccessibleDescription("只供查看，可以复制")
        make_read_only(self.text)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(QLabel(f"{title}：", self))
        layout.addWidget(self.text, 1)

    def sizeHint(self) -> QSize:
        hint = super().sizeHint()
        return QSize(hint.width(), (_LINES + 2) * self.fontMetrics().lineSpacing())

    def show_text(self, text: str, start: int = 0, end: int = 0) -> None:
        """Show the text with its characters `start` to `end` selected and in view."""
        if text != self.text.toPlainText():
            self.text.setPlainText(text)
        cursor = self.text.textCursor()
        cursor.setPosition(qt_length(text[:end]))
        cursor.setPosition(qt_length(text[:start]), QTextCursor.MoveMode.KeepAnchor)
        self.text.setTextCursor(cursor)
        self.text.ensureCursorVisible()
