"""The title (GB/T 9704-2012, 7.3.1)."""

from __future__ import annotations

from itertools import accumulate

from xjdesk.core.document_fields import ISSUER, TITLE
from xjdesk.typesetting.blocks import Block, kept_together, space
from xjdesk.typesetting.grid import LINE_MM, SIZE_2_PT, TITLE_LINE_MM
from xjdesk.typesetting.lines.compositor import Align, Setting
from xjdesk.typesetting.manuscript import Manuscript, Piece
from xjdesk.typesetting.pages import Face
from xjdesk.typesetting.titles.breaking import title_breakings
from xjdesk.typesetting.titles.title_measure import TITLE_MEASURE_EM
from xjdesk.typesetting.titles.words import shipped_words

TITLE_SETTING = Setting(
    size_pt=SIZE_2_PT, line_mm=TITLE_LINE_MM, align=Align.CENTRE, spacing_mm=0.0
)


def title_blocks(manuscript: Manuscript) -> list[Block]:
    """The title and the blank line below it."""
    blocks = kept_together(centred_title(manuscript, manuscript.lines(TITLE)), True)
    return [*blocks, space(LINE_MM, keeps_next=True)] if blocks else []


def centred_title(manuscript: Manuscript, lines: list[Piece]) -> list[Block]:
    """Lines of a title in 二号小标宋, kept as they are; one that does not fit is broken."""
    blocks: list[Block] = []
    for line in lines:
        whole = _set(manuscript, line)
        if len(whole) <= 1:
            blocks += whole
            continue
        for piece in _broken(manuscript, line):
            blocks += _set(manuscript, piece)
    return blocks


def _set(manuscript: Manuscript, piece: Piece) -> list[Block]:
    compositor = manuscript.compositor
    glyphs = compositor.glyphs(piece.text, Face.XIAOBIAOSONG, piece.origin)
    return compositor.paragraph(glyphs, TITLE_SETTING)


def _broken(manuscript: Manuscript, line: Piece) -> list[Piece]:
    """The best breaking of a line that does not fit, its pieces with their places."""
    glyphs = manuscript.compositor.glyphs(line.text, Face.XIAOBIAOSONG, line.origin)
    advances = [glyph.advance_em for glyph in glyphs.glyphs]
    issuer = manuscript.field(ISSUER)
    best = title_breakings(glyphs.text, advances, TITLE_MEASURE_EM, shipped_words(), issuer)[0]
    ends = accumulate(len(text) for text in best.lines[:-1])
    # A character may have no glyph: what is counted are those of the line, not the glyphs.
    origins = [line.origin, *(glyphs.origin_at(end) or line.origin for end in ends)]
    starts = [origin.start - line.origin.start for origin in origins]
    return [
        Piece(line.text[start:end], origin)
        for start, end, origin in zip(starts, [*starts[1:], len(line.text)], origins, strict=True)
    ]
