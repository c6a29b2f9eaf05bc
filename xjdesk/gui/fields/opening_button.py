"""A button beside a line of text that opens what helps to fill it in."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QToolButton, QWidget

_KEYS = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier


class OpeningButton(QToolButton):
    """Opens with a click, or with Alt+Down in the line. Any other text can still be written."""

    def __init__(self, line: QLineEdit, name: str, tip: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.line = line
        self.setArrowType(Qt.ArrowType.DownArrow)
        self.setAutoRaise(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAccessibleName(name)
        self.setToolTip(tip)
        self.clicked.connect(self.open)
        line.installEventFilter(self)

    def open(self) -> None:
        """Show what helps, where something can be written."""
        raise NotImplementedError

    def corner(self) -> QPoint:
        """Below the line at its left, on the screen."""
        return self.line.mapToGlobal(QPoint(0, self.line.height()))

    def put(self, text: str) -> None:
        """Write `text` in place of all that stands in the line."""
        if self.line.isReadOnly():
            return
        self.line.selectAll()
        # As if it were typed, so that it goes the way of all that is.
        self.line.insert(text)
        self.line.textEdited.emit(self.line.text())

    def takes_key(self, key: int, held: Qt.KeyboardModifier) -> bool:
        """Whether a key pressed in the line was meant for this button; it is done then."""
        if key == Qt.Key.Key_Down and held == Qt.KeyboardModifier.AltModifier:
            self.open()
            return True
        return False

    def eventFilter(self, line: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            return self.takes_key(event.key(), event.modifiers() & _KEYS)
        return False
