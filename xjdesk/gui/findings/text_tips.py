"""What findings say about the words under the pointer."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QTextEdit, QToolTip

from xjdesk.checks.finding import Finding
from xjdesk.core.address import ParagraphAddress, Place, SpanAddress
from xjdesk.gui.document import Document
from xjdesk.gui.findings.index import tooltip
from xjdesk.gui.plain_tip import plain_tip
from xjdesk.gui.text_span import index_at


class FindingTips(QObject):
    """Shows the findings about words of the chapter `chapter_id` when the pointer rests on them.

    `editor` shows one paragraph per block.
    """

    def __init__(self, document: Document, chapter_id: str, editor: QTextEdit) -> None:
        super().__init__(editor)
        self._document = document
        self._chapter_id = chapter_id
        self._editor = editor
        # What the text under the pointer does not show itself, Qt passes on to the editor.
        editor.installEventFilter(self)

    def eventFilter(self, editor: QObject, event: QEvent) -> bool:
        if not isinstance(event, QHelpEvent) or event.type() != QEvent.Type.ToolTip:
            return False
        words = tooltip(self.at(self._editor.viewport().mapFrom(self._editor, event.pos())))
        if words:
            QToolTip.showText(event.globalPos(), plain_tip(words), self._editor)
        return bool(words)

    def at(self, point: QPoint) -> tuple[Finding, ...]:
        """The findings about what is shown at `point` of the viewport, gravest first."""
        cursor = self._editor.cursorForPosition(point)
        line = self._editor.cursorRect(cursor)
        # The caret stands between characters: on the right half of one it is behind it.
        position = cursor.positionInBlock() - (point.x() < line.left())
        if not line.top() <= point.y() <= line.bottom() or position < 0:
            return ()
        paragraph, offset = cursor.blockNumber(), index_at(cursor.block().text(), position)
        in_chapter = self._document.index.in_chapter(self._chapter_id)
        about = [f for place, f in in_chapter.items() if _covers(place, paragraph, offset)]
        return tuple(dict.fromkeys(finding for found in about for finding in found))


def _covers(place: Place, paragraph: int, offset: int) -> bool:
    if isinstance(place, SpanAddress):
        return place.paragraph == paragraph and place.start <= offset < place.end
    return isinstance(place, ParagraphAddress) and place.paragraph == paragraph
