"""The addressee (主送机关): below the title, or in the imprint (GB/T 9704-2012, 7.3.2)."""

from __future__ import annotations

from xjdesk.core.document_fields import ADDRESSEE
from xjdesk.typesetting.blocks import Block
from xjdesk.typesetting.lines.compositor import Setting
from xjdesk.typesetting.manuscript import Manuscript, Piece
from xjdesk.typesetting.pages import Face

_COLON = "："
_COLONS = ":："


def addressee(manuscript: Manuscript) -> Piece | None:
    """The addressee without the colon behind it; None when it is not filled in."""
    piece = manuscript.piece(ADDRESSEE)
    text = piece.text.rstrip(_COLONS)
    return Piece(text, piece.origin) if text else None


def addressee_blocks(manuscript: Manuscript) -> list[Block]:
    """The addressee with its colon, flush left."""
    piece = addressee(manuscript)
    if piece is None:
        return []
    compositor, pitch = manuscript.compositor, manuscript.pitch
    glyphs = compositor.glyphs(piece.text + _COLON, Face.FANGSONG, piece.origin)
    setting = Setting(line_mm=pitch.line_mm, spacing_mm=pitch.spacing_mm)
    return compositor.paragraph(glyphs, setting)
