"""What follows the text: list of annexes, organ and date (GB/T 9704-2012, 7.3.4 and 7.3.5.1)."""

from __future__ import annotations

from dataclasses import replace

from xjdesk.core.document_fields import ANNEX_NOTE, DATE, ORGAN
from xjdesk.typesetting.blocks import Block, kept_together, space, stack_height_mm
from xjdesk.typesetting.compositor import Align, Setting
from xjdesk.typesetting.font_set import Glyph
from xjdesk.typesetting.grid import CELL_MM, LINE_MM, TEXT_HEIGHT_MM, TEXT_WIDTH_MM
from xjdesk.typesetting.manuscript import Manuscript
from xjdesk.typesetting.pages import Face

_SEAL_LINES = 2
"""Blank lines above the organ: the seal (45 mm) then presses name and date, both below its
centre, and its top comes within one line of the text."""
_SEAL_REACH_MM = 50.0
"""From the last line of text to below the seal."""
_DATE_BLANK = 4 * CELL_MM
_NOTE_LABEL = "附件："


def annex_note_blocks(manuscript: Manuscript) -> list[Block]:
    """附件说明, one line below the text; several annexes are numbered and aligned."""
    names = manuscript.lines(ANNEX_NOTE)
    compositor = manuscript.compositor
    label = compositor.glyphs(_NOTE_LABEL, Face.FANGSONG, ANNEX_NOTE)
    label_mm = compositor.width_mm(label, Setting())
    blocks: list[Block] = []
    for number, name in enumerate(names, 1):
        marker = f"{number}." if len(names) > 1 else ""
        lead = compositor.glyphs(marker, Face.FANGSONG, ANNEX_NOTE)
        indent = 2 * CELL_MM + (0.0 if number == 1 else label_mm)
        setting = Setting(
            indent_mm=indent,
            hanging_mm=2 * CELL_MM + label_mm + compositor.width_mm(lead, Setting()),
            align=Align.LEFT,
        )
        text = compositor.glyphs(name, Face.FANGSONG, ANNEX_NOTE)
        first = label if number == 1 else []
        blocks += compositor.paragraph([*first, *lead, *text], setting)
    return [space(LINE_MM, keeps_next=True), *blocks] if blocks else []


def signature_blocks(manuscript: Manuscript) -> list[Block]:
    """The organ centred over the date, the date 右空四字, with room for the seal around them."""
    compositor = manuscript.compositor
    date = manuscript.glyphs(DATE, Face.FANGSONG)
    organ = manuscript.glyphs(ORGAN, Face.FANGSONG)
    if not date and not organ:
        return []
    date_setting = Setting(width_mm=TEXT_WIDTH_MM - _DATE_BLANK, align=Align.RIGHT)
    blocks = [
        *compositor.title(organ, _over_date(manuscript, organ, date)),
        *compositor.paragraph(date, date_setting),
    ]
    below = _SEAL_REACH_MM - (_SEAL_LINES + len(blocks)) * LINE_MM
    blocks[-1] = replace(blocks[-1], advance_mm=LINE_MM + max(below, 0.0))
    return kept_together([space(_SEAL_LINES * LINE_MM), *blocks])


def ending(text: list[Block], note: list[Block], signature: list[Block]) -> list[Block]:
    """Text, list of annexes and signature, so that the signature's page also holds text.

    The last line of text stays with them; of a list of annexes as long as half a page, its last
    line does.
    """
    if not signature and not note:
        return text
    if stack_height_mm(note) > TEXT_HEIGHT_MM / 2:
        return [*text, *note[:-1], replace(note[-1], keeps_next=True), *signature]
    kept_text = [*text[:-1], replace(text[-1], keeps_next=True)] if text else []
    return [*kept_text, *kept_together(note, with_next=bool(signature)), *signature]


def _over_date(manuscript: Manuscript, organ: list[Glyph], date: list[Glyph]) -> Setting:
    """Where the organ stands: centred on the date, but never beyond the 版心."""
    compositor = manuscript.compositor
    setting = Setting(align=Align.CENTRE)
    date_mm = compositor.width_mm(date, setting)
    if not date:
        return Setting(width_mm=TEXT_WIDTH_MM - _DATE_BLANK, align=Align.RIGHT)
    centre = TEXT_WIDTH_MM - _DATE_BLANK - date_mm / 2
    half = TEXT_WIDTH_MM - centre
    if compositor.width_mm(organ, setting) <= 2 * half:
        return replace(setting, left_mm=centre - half, width_mm=2 * half)
    return replace(setting, align=Align.RIGHT)
