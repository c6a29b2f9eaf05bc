"""The title (GB/T 9704-2012, 7.3.1)."""

from __future__ import annotations

from xjdesk.core.document_fields import TITLE
from xjdesk.typesetting.blocks import Block, kept_together, space
from xjdesk.typesetting.compositor import Align, Setting
from xjdesk.typesetting.grid import LINE_MM, SIZE_2_PT, TITLE_LINE_MM
from xjdesk.typesetting.manuscript import Manuscript, Piece
from xjdesk.typesetting.pages import Face

TITLE_SETTING = Setting(
    size_pt=SIZE_2_PT, line_mm=TITLE_LINE_MM, align=Align.CENTRE, spacing_mm=0.0
)


def title_blocks(manuscript: Manuscript) -> list[Block]:
    """The title, its own line breaks kept, and the blank line below it."""
    blocks = kept_together(centred_title(manuscript, manuscript.lines(TITLE)), True)
    return [*blocks, space(LINE_MM, keeps_next=True)] if blocks else []


def centred_title(manuscript: Manuscript, lines: list[Piece]) -> list[Block]:
    """Lines of a title in 二号小标宋; one that is too long is broken into lines of like length."""
    compositor = manuscript.compositor
    blocks: list[Block] = []
    for line in lines:
        glyphs = compositor.glyphs(line.text, Face.XIAOBIAOSONG, line.origin)
        blocks += compositor.title(glyphs, TITLE_SETTING)
    return blocks
