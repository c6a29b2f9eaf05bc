"""Which findings point at words of a text control."""

from __future__ import annotations

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QTextEdit

from xjdesk.checks.finding import Finding
from xjdesk.core.address import ParagraphAddress, Place, SpanAddress
from xjdesk.gui.document import Document
from xjdesk.gui.text_span import index_at


class TextMarks:
    """The findings about words of the chapter `chapter_id`, gravest first.

    `editor` shows one paragraph per block.
    """

    def __init__(self, document: Document, chapter_id: str, editor: QTextEdit) -> None:
        self._document = document
        self._chapter_id = chapter_id
        self._editor = editor

    def at(self, point: QPoint) -> tuple[Finding, ...]:
        """Those about what is shown at `point` of the viewport."""
        cursor = self._editor.cursorForPosition(point)
        line = self._editor.cursorRect(cursor)
        # The caret stands between characters: on the right half of one it is behind it.
        position = cursor.positionInBlock() - (point.x() < line.left())
        if not line.top() <= point.y() <= line.bottom() or position < 0:
            return ()
        offset = index_at(cursor.block().text(), position)
        return self._about(cursor.blockNumber(), offset, offset)

    def at_caret(self) -> tuple[Finding, ...]:
        """Those about what is selected where the caret stands, or else is on either side of it."""
        cursor = self._editor.textCursor()
        block = cursor.block()
        start = max(cursor.selectionStart() - block.position(), 0)
        end = min(cursor.selectionEnd() - block.position(), block.length() - 1)
        before = start if cursor.hasSelection() else start - 1
        behind = end - 1 if cursor.hasSelection() else end
        first = index_at(block.text(), max(before, 0))
        return self._about(block.blockNumber(), first, index_at(block.text(), max(behind, 0)))

    def _about(self, paragraph: int, first: int, last: int) -> tuple[Finding, ...]:
        in_chapter = self._document.index.in_chapter(self._chapter_id)
        about = {
            id(finding)
            for place, found in in_chapter.items()
            if _covers(place, paragraph, first, last)
            for finding in found
        }
        return tuple(one for one in self._document.index.findings if id(one) in about)


def _covers(place: Place, paragraph: int, first: int, last: int) -> bool:
    """Whether the place has any of the characters from `first` to `last`."""
    if isinstance(place, SpanAddress):
        return place.paragraph == paragraph and place.start <= last and first < place.end
    return isinstance(place, ParagraphAddress) and place.paragraph == paragraph
