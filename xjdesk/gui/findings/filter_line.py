"""The line in which the findings list is narrowed down."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget


class FilterLine(QLineEdit):
    """Words to look for. Escape clears it; Down and Enter, and Escape once more, go to the list.

    Signals:
        left: The list is to have the focus.
    """

    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("findings-filter")
        self.setAccessibleName("筛选审核结果")
        self.setPlaceholderText("筛选：文字、位置或规则号")
        self.setToolTip("只列出含有这些词的审核结果（Esc 清除）")
        self.setClearButtonEnabled(True)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        is_escape = event.key() == Qt.Key.Key_Escape
        if is_escape and self.text():
            self.clear()
        elif is_escape or event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.left.emit()
        else:
            super().keyPressEvent(event)
