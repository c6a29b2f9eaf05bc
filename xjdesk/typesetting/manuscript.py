"""What every part of the document is set from."""

from __future__ import annotations

from dataclasses import dataclass

from xjdesk.core.address import FieldAddress
from xjdesk.core.form import Form
from xjdesk.core.report import Report
from xjdesk.typesetting.compositor import Compositor
from xjdesk.typesetting.glyph_text import GlyphText
from xjdesk.typesetting.grid import Pitch
from xjdesk.typesetting.page_options import PageOptions
from xjdesk.typesetting.pages import Face, Origin


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
        return self.report.field(address).strip()

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
    """The text without blanks at its ends, with where what is left begins."""
    leading = len(text) - len(text.lstrip())
    return Piece(text.strip(), Origin(origin.place, origin.start + leading))
