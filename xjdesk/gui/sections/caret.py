"""Where caret and selection stand in a chapter, kept while numbers before the words change."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtGui import QTextCursor, QTextDocument

from xjdesk.core.paragraph_number import number_at_start
from xjdesk.core.report import Paragraph
from xjdesk.gui.text_span import index_at, qt_length


@dataclass(frozen=True, slots=True)
class TextPlace:
    """Before which character of which paragraph."""

    paragraph: int
    offset: int


@dataclass(frozen=True, slots=True)
class TextSelection:
    """From where to where is selected; the caret stands at `caret`."""

    anchor: TextPlace
    caret: TextPlace

    @property
    def paragraphs(self) -> range:
        """The paragraphs that are selected, at least that of the caret.

        One before whose first character the selection ends is not among them.
        """
        first, last = sorted((self.anchor, self.caret), key=lambda p: (p.paragraph, p.offset))
        is_beyond = last.offset == 0 and last.paragraph > first.paragraph
        return range(first.paragraph, last.paragraph + (0 if is_beyond else 1))


def selection_of(cursor: QTextCursor) -> TextSelection:
    """Where `cursor` stands."""
    document = cursor.document()
    return TextSelection(_place(document, cursor.anchor()), _place(document, cursor.position()))


def cursor_at(document: QTextDocument, selection: TextSelection) -> QTextCursor:
    """A cursor that stands at `selection`."""
    cursor = QTextCursor(document)
    cursor.setPosition(_position(document, selection.anchor))
    cursor.setPosition(_position(document, selection.caret), QTextCursor.MoveMode.KeepAnchor)
    return cursor


def beside_same_words(place: TextPlace, old: Paragraph, new: Paragraph, at: int) -> TextPlace:
    """The place in `new`, which is paragraph `at` now, beside the words it stood at in `old`."""
    before, after = number_at_start(old), number_at_start(new)
    length = len(before.text) if before else 0
    if before == after:
        return TextPlace(at, place.offset)
    within = max(place.offset - length, 0)
    return TextPlace(at, within + (len(after.text) if after else 0))


def _place(document: QTextDocument, position: int) -> TextPlace:
    block = document.findBlock(position)
    return TextPlace(block.blockNumber(), index_at(block.text(), position - block.position()))


def _position(document: QTextDocument, place: TextPlace) -> int:
    block = document.findBlockByNumber(place.paragraph)
    if not block.isValid():
        block = document.lastBlock()
    return block.position() + qt_length(block.text()[: place.offset])
