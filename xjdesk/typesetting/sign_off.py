"""The lines under the statistics table: who answers for it and when it was filled in."""

from __future__ import annotations

from xjdesk.core.address import FieldAddress
from xjdesk.core.document_fields import FILLED_ON, HEAD, PHONE, PREPARER, REVIEWER, field_at
from xjdesk.typesetting.blocks import Block, kept_together, space
from xjdesk.typesetting.grid import SIZE_SMALL_4_PT, TEXT_WIDTH_MM, mm
from xjdesk.typesetting.lines.compositor import Align, Setting
from xjdesk.typesetting.lines.glyph_text import GlyphText
from xjdesk.typesetting.manuscript import Manuscript
from xjdesk.typesetting.pages import Face, Origin

_LINES: tuple[tuple[FieldAddress, ...], ...] = ((HEAD, REVIEWER, PREPARER), (PHONE, FILLED_ON))
_COLUMNS = 3
_COLUMN_MM = TEXT_WIDTH_MM / _COLUMNS
_GAP_MM = 3.0
_LINE_MM = 8.5
_SETTING = Setting(size_pt=SIZE_SMALL_4_PT, line_mm=_LINE_MM, align=Align.LEFT, spacing_mm=0.0)


def sign_off_blocks(manuscript: Manuscript) -> list[Block]:
    """单位负责人、审核人、填报人 over the width, 联系电话 and 填报日期 below them.

    A line one of whose entries is longer than its column is divided, an entry to a line.
    """
    blocks = [space(_GAP_MM)]
    for addresses in _LINES:
        entries = [labelled(manuscript, address) for address in addresses]
        blocks += _line(manuscript, entries)
    return kept_together(blocks)


def labelled(manuscript: Manuscript, address: FieldAddress) -> GlyphText:
    """A field's printed label, a colon and what it holds."""
    label = f"{field_at(address).label}："
    printed = manuscript.compositor.glyphs(label, Face.FANGSONG, Origin(address, -len(label)))
    return printed + manuscript.glyphs(address, Face.FANGSONG)


def _line(manuscript: Manuscript, entries: list[GlyphText]) -> list[Block]:
    compositor = manuscript.compositor
    if any(compositor.width_mm(entry, _SETTING) > _COLUMN_MM for entry in entries):
        return [line for entry in entries for line in compositor.paragraph(entry, _SETTING)]
    runs = [
        run.moved(index * _COLUMN_MM, 0.0)
        for index, entry in enumerate(entries)
        for line in compositor.paragraph(entry, _SETTING)
        for run in line.runs
    ]
    missing = [found for entry in entries for found in entry.missing_between(0, len(entry))]
    return [Block(mm(_SETTING.size_pt), _LINE_MM, tuple(runs), missing=tuple(missing))]
