"""Asking for the note about a row."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from xjdesk.gui.entered_text import several_lines
from xjdesk.gui.plain_label import PlainLabel

MOST_CHARACTERS = 1000
_PLACE_HOLDER = "例如：数据来自政务服务中心台账，张三提供。"
_WIDTH_PX, _HEIGHT_PX = 440, 280
_OK_KEYS = ("Ctrl+Return", "Ctrl+Enter")


@dataclass(frozen=True, slots=True)
class NoteQuestion:
    """Which row a note is about, in words, and what is noted now; empty when nothing is."""

    row: str
    text: str


class NoteDialog(QDialog):
    """A few lines about one row; Enter begins a line, Ctrl+Enter takes them all."""

    def __init__(self, question: NoteQuestion, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("行备注")
        self.resize(_WIDTH_PX, _HEIGHT_PX)
        row = PlainLabel(self)
        row.setText(question.row)
        row.setWordWrap(True)
        self.editor = QPlainTextEdit(question.text, self)
        self.editor.setObjectName("row-note")
        self.editor.setAccessibleName("行备注")
        self.editor.setAccessibleDescription(question.row)
        self.editor.setPlaceholderText(_PLACE_HOLDER)
        self.editor.setTabChangesFocus(True)
        self.editor.moveCursor(self.editor.textCursor().MoveOperation.End)
        self._remark = QLabel(self)
        self._remark.setWordWrap(True)
        buttons = QDialogButtonBox(self)
        self.take = QPushButton("确定", self)
        self.take.setDefault(True)
        self.take.setToolTip("Ctrl+Enter")
        buttons.addButton(self.take, QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.addButton("取消", QDialogButtonBox.ButtonRole.RejectRole)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        for widget in (row, self.editor, self._remark, buttons):
            layout.addWidget(widget)
        for keys in _OK_KEYS:
            shortcut = QShortcut(QKeySequence(keys), self, self.take.click)
            shortcut.setContext(Qt.ShortcutContext.WindowShortcut)
        self.editor.textChanged.connect(self._on_text_changed)
        self._on_text_changed()

    def text(self) -> str:
        """What is noted now, in lines; empty for no note."""
        return several_lines(self.editor.toPlainText()).strip()

    def _on_text_changed(self) -> None:
        count = len(self.text())
        is_long = count > MOST_CHARACTERS
        self.take.setEnabled(not is_long)
        self._remark.setText(
            f"备注最多{MOST_CHARACTERS}字，现在有{count}字，请删短后再确定。"
            if is_long
            else "备注随文件保存，只供自己查看，不打印，也不导出。"
        )
