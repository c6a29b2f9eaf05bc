"""Where the caret of a text control stands, counted in characters."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from xjdesk.gui.text_span import index_at, qt_length


class CaretWatch(QObject):
    """Watches a control in which a field or a heading is edited.

    Signals:
        moved: The caret moved, or the control took the focus.
    """

    moved = Signal()

    def __init__(self, control: QWidget) -> None:
        super().__init__(control)
        self._control = control
        if isinstance(control, QLineEdit | QPlainTextEdit):
            control.cursorPositionChanged.connect(self.moved)
        control.installEventFilter(self)

    @property
    def offset(self) -> int:
        """Before which character the caret stands; 0 in a control without text of its own."""
        match self._control:
            case QLineEdit() as line:
                return index_at(line.text(), line.cursorPosition())
            case QPlainTextEdit() as lines:
                return index_at(_raw(lines), lines.textCursor().position())
            case _:
                return 0

    def put(self, offset: int | None) -> None:
        """Give the control the focus; with an offset, put the caret before that character."""
        self._control.setFocus()
        if offset is None:
            return
        match self._control:
            case QLineEdit() as line:
                line.setCursorPosition(qt_length(line.text()[:offset]))
            case QPlainTextEdit() as lines:
                cursor = QTextCursor(lines.document())
                cursor.setPosition(qt_length(_raw(lines)[:offset]))
                lines.setTextCursor(cursor)
            case _:
                pass

    def eventFilter(self, control: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusIn:
            self.moved.emit()
        return False


def _raw(lines: QPlainTextEdit) -> str:
    """The text, each character where the cursor counts it."""
    return lines.document().toRawText()
