"""附件说明: the list of annexes one line below the text (GB/T 9704-2012, 7.3.4)."""

from __future__ import annotations

from dataclasses import replace

from xjdesk.core.document_fields import ANNEX_NOTE
from xjdesk.typesetting.blocks import Block, space
from xjdesk.typesetting.lines.compositor import Align, Setting
from xjdesk.typesetting.lines.glyph_text import GlyphText
from xjdesk.typesetting.manuscript import Manuscript
from xjdesk.typesetting.pages import Face

_LABEL = "附件："


def annex_note_blocks(manuscript: Manuscript) -> list[Block]:
    """The names, 左空二字; several are numbered and aligned, a long one goes on below itself."""
    names = manuscript.lines(ANNEX_NOTE)
    compositor, pitch = manuscript.compositor, manuscript.pitch
    usual = Setting(line_mm=pitch.line_mm, spacing_mm=pitch.spacing_mm, align=Align.LEFT)
    label = compositor.glyphs(_LABEL, Face.FANGSONG)
    below_label = 2 * pitch.cell_mm + compositor.advance_mm(label, usual)
    blocks: list[Block] = []
    for number, name in enumerate(names, 1):
        marker = compositor.glyphs(f"{number}." if len(names) > 1 else "", Face.FANGSONG)
        text = compositor.glyphs(name.text, Face.FANGSONG, name.origin)
        whole = (label if number == 1 else GlyphText()) + marker + text
        indent = 2 * pitch.cell_mm if number == 1 else below_label
        # The colon gives up its blank to a name in 《》: where names begin is measured together.
        before = compositor.advance_mm(whole, usual) - compositor.advance_mm(text, usual)
        setting = replace(usual, indent_mm=indent, hanging_mm=indent + before)
        blocks += compositor.paragraph(whole, setting)
    return [space(pitch.line_mm, keeps_next=True), *blocks] if blocks else []
