"""Headings within the text of a chapter, and underlines where findings point."""

from __future__ import annotations

from PySide6.QtGui import QFont, QPalette, QSyntaxHighlighter, QTextCharFormat, QTextDocument

from xjdesk.checks.finding import Finding
from xjdesk.core.address import ParagraphAddress, SpanAddress
from xjdesk.core.outline import heading
from xjdesk.core.severity import Severity
from xjdesk.gui.document import Document
from xjdesk.gui.severity_look import hue, underline
from xjdesk.gui.text_span import qt_length

_BOLDEST_LEVEL = 2

_Mark = tuple[int, int, Severity]
"""First character, character after the last, gravest severity."""

_WHOLE = 1 << 30


class ChapterHighlighter(QSyntaxHighlighter):
    """Paints the blocks of a text control that shows the chapter `chapter_id`."""

    def __init__(
        self, document: Document, chapter_id: str, text: QTextDocument, palette: QPalette
    ) -> None:
        """`palette` is the one that the control has now."""
        super().__init__(text)
        self._palette = palette
        self._document = document
        self._chapter_id = chapter_id
        self._marks: dict[int, tuple[_Mark, ...]] = self._current_marks()

    def refresh(self) -> None:
        """Paint again the blocks whose findings changed."""
        before, self._marks = self._marks, self._current_marks()
        for number in before.keys() | self._marks.keys():
            if before.get(number) != self._marks.get(number):
                self.rehighlightBlock(self.document().findBlockByNumber(number))

    def use_palette(self, palette: QPalette) -> None:
        """Underline in the colours that go with `palette`."""
        self._palette = palette
        self.rehighlight()

    def highlightBlock(self, text: str) -> None:
        found = heading(text)
        if found is not None:
            self.setFormat(0, qt_length(text[: found.end]), _heading_format(found.level))
        # They come gravest first: where marks overlap, the gravest is painted last and seen.
        for mark in reversed(self._marks.get(self.currentBlock().blockNumber(), ())):
            self._underline(mark, text)

    def _underline(self, mark: _Mark, text: str) -> None:
        start, end, severity = mark
        for position in range(qt_length(text[:start]), qt_length(text[:end])):
            # Added to the format that is there already: a heading stays a heading.
            marked = QTextCharFormat(self.format(position))
            marked.setUnderlineStyle(underline(severity))
            marked.setUnderlineColor(hue(self._palette, severity))
            self.setFormat(position, 1, marked)

    def _current_marks(self) -> dict[int, tuple[_Mark, ...]]:
        marks: dict[int, list[_Mark]] = {}
        places = self._document.index.in_chapter(self._chapter_id)
        for place, findings in places.items():
            if isinstance(place, SpanAddress | ParagraphAddress):
                marks.setdefault(place.paragraph, []).append(_mark(place, findings))
        return {number: tuple(found) for number, found in marks.items()}


def _mark(place: SpanAddress | ParagraphAddress, findings: tuple[Finding, ...]) -> _Mark:
    severity = findings[0].severity
    if isinstance(place, SpanAddress):
        return place.start, place.end, severity
    return 0, _WHOLE, severity


def _heading_format(level: int) -> QTextCharFormat:
    formatted = QTextCharFormat()
    formatted.setFontWeight(QFont.Weight.Bold if level <= _BOLDEST_LEVEL else QFont.Weight.DemiBold)
    return formatted
