"""What every part of the document is set from."""

from __future__ import annotations

from dataclasses import dataclass

from xjdesk.core.address import FieldAddress
from xjdesk.core.form import Form
from xjdesk.core.report import Report
from xjdesk.typesetting.grid import Pitch
from xjdesk.typesetting.lines.compositor import Compositor
from xjdesk.typesetting.lines.glyph_text import GlyphText
from xjdesk.typesetting.page_options import PageOptions
from xjdesk.typesetting.pages import Face, Origin

_NO_WIDTH = frozenset("\u200b\u200c\u200d\u2060\ufeff")


@dataclass(frozen=True, slots=True)
class Piece:
    """Text and where in the report its first character stands."""

    text: str
    origin: Origin


@dataclass(frozen=True, slots=True)
class Manuscript:
    """A report, the form it is made in, how it is to be printed, and what sets it."""

    report: Report
    form: Form
    compositor: Compositor
    options: PageOptions
    pitch: Pitch

    def field(self, address: FieldAddress) -> str:
        """A field without blanks at its ends; empty when it is not filled."""
        return self.piece(address).text

    def piece(self, address: FieldAddress) -> Piece:
        """A field without blanks at its ends, with its place."""
        return stripped(self.report.field(address), Origin(address, 0))

    def lines(self, address: FieldAddress) -> list[Piece]:
        """The lines of a field without blank ones."""
        pieces: list[Piece] = []
        start = 0
        for line in self.report.field(address).splitlines(keepends=True):
            piece = stripped(line, Origin(address, start))
            if piece.text:
                pieces.append(piece)
            start += len(line)
        return pieces

    def glyphs(self, address: FieldAddress, face: Face) -> GlyphText:
        """A field as glyphs."""
        piece = self.piece(address)
        return self.compositor.glyphs(piece.text, face, piece.origin)


def stripped(text: str, origin: Origin) -> Piece:
    """The text without blanks, visible or not, at its ends, with where what is left begins."""
    start, end = 0, len(text)
    while start < end and _is_blank(text[start]):
        start += 1
    while end > start and _is_blank(text[end - 1]):
        end -= 1
    return Piece(text[start:end], Origin(origin.place, origin.start + start))


def _is_blank(character: str) -> bool:
    return character.isspace() or character in _NO_WIDTH
