"""What findings say about the words under the pointer."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QTextEdit, QToolTip

from xjdesk.gui.findings.index import tooltip
from xjdesk.gui.findings.text_marks import TextMarks
from xjdesk.gui.plain_tip import plain_tip


class FindingTips(QObject):
    """Shows the findings about words of `editor`, which `marks` knows, under the pointer."""

    def __init__(self, editor: QTextEdit, marks: TextMarks) -> None:
        super().__init__(editor)
        self._editor = editor
        self._marks = marks
        # What the text under the pointer does not show itself, Qt passes on to the editor.
        editor.installEventFilter(self)

    def eventFilter(self, editor: QObject, event: QEvent) -> bool:
        if not isinstance(event, QHelpEvent) or event.type() != QEvent.Type.ToolTip:
            return False
        words = tooltip(self._marks.at(self._editor.viewport().mapFrom(self._editor, event.pos())))
        if words:
            QToolTip.showText(event.globalPos(), plain_tip(words), self._editor)
        return bool(words)
