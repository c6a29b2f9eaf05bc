"""Title and addressee (GB/T 9704-2012, 7.3.1 and 7.3.2)."""

from __future__ import annotations

from xjdesk.core.address import FieldAddress
from xjdesk.core.document_fields import ADDRESSEE, TITLE
from xjdesk.typesetting.blocks import Block, kept_together, space
from xjdesk.typesetting.compositor import Align, Setting
from xjdesk.typesetting.grid import LINE_MM, SIZE_2_PT, TITLE_LINE_MM
from xjdesk.typesetting.manuscript import Manuscript
from xjdesk.typesetting.pages import Face

_COLON = "："
TITLE_SETTING = Setting(
    size_pt=SIZE_2_PT, line_mm=TITLE_LINE_MM, align=Align.CENTRE, spacing_mm=0.0
)


def title_blocks(manuscript: Manuscript) -> list[Block]:
    """The title, its own line breaks kept, and the addressee below it."""
    blocks = kept_together(centred_title(manuscript, manuscript.lines(TITLE), TITLE), True)
    if blocks:
        blocks.append(space(LINE_MM, keeps_next=True))
    addressee = manuscript.field(ADDRESSEE).rstrip(":：")
    if addressee:
        glyphs = manuscript.compositor.glyphs(addressee + _COLON, Face.FANGSONG, ADDRESSEE)
        lines = manuscript.compositor.paragraph(glyphs, Setting())
        blocks += kept_together(lines, True)
    return blocks


def centred_title(manuscript: Manuscript, lines: list[str], place: FieldAddress) -> list[Block]:
    """Lines of a title in 二号小标宋; one that is too long is broken into lines of like length."""
    compositor = manuscript.compositor
    blocks: list[Block] = []
    for line in lines:
        glyphs = compositor.glyphs(line, Face.XIAOBIAOSONG, place)
        blocks += compositor.title(glyphs, TITLE_SETTING)
    return blocks
