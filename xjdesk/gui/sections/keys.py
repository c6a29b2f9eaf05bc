"""Enter and Backspace at the numbers of paragraphs."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QTextEdit

from xjdesk.core.paragraph_number import number_at_start, without_number
from xjdesk.core.sections import HIGHEST
from xjdesk.gui.sections.editing import SectionEditing

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_PLAIN = (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)


class SectionKeys(QObject):
    """Numbers on at Enter, and takes a number away again, while `editing` keeps numbers.

    Enter behind a numbered paragraph begins the next one; Shift+Enter one without a number. Enter
    in a paragraph with nothing but its number, and Backspace right behind a number, take it away.
    Who writes a number behind the one that was put there has it in its place.
    """

    def __init__(self, editor: QTextEdit, editing: SectionEditing) -> None:
        super().__init__(editor)
        self._editor = editor
        self._editing = editing
        self._proposed: int | None = None
        editor.installEventFilter(self)
        editor.textChanged.connect(self._on_text)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.KeyPress:
            return False
        if not self._editing.follows or self._editor.isReadOnly():
            return False
        if event.modifiers() not in _PLAIN or self._editor.textCursor().hasSelection():
            return False
        if event.key() in _ENTER:
            self._proposed = None
            return self._enter()
        return event.key() == Qt.Key.Key_Backspace and self._backspace()

    def _enter(self) -> bool:
        caret = self._editing.selection.caret
        paragraph = self._editing.paragraphs[caret.paragraph]
        number = number_at_start(paragraph)
        if number is None or number.level < HIGHEST or caret.offset < len(paragraph.text):
            return False
        if caret.offset == len(number.text):
            self._editing.make_plain()
            return True
        if not self._editing.number_on():
            return False
        self._proposed = caret.paragraph + 1
        return True

    def _backspace(self) -> bool:
        caret = self._editing.selection.caret
        number = number_at_start(self._editing.paragraphs[caret.paragraph])
        if number is None or caret.offset != len(number.text):
            return False
        self._proposed = None
        self._editing.make_plain()
        return True

    def _on_text(self) -> None:
        """Let a number that is written behind the one that was proposed take its place."""
        at = self._proposed
        caret = self._editing.selection.caret
        if at is None or caret.paragraph != at or at >= len(self._editing.paragraphs):
            self._proposed = None
            return
        paragraph = self._editing.paragraphs[at]
        if number_at_start(without_number(paragraph)) is not None:
            self._proposed = None
            self._editing.drop_proposed(at)
