"""Organ and date under the text, sealed or not (GB/T 9704-2012, 7.3.5.1 and 7.3.5.2)."""

from __future__ import annotations

from dataclasses import dataclass, replace

from xjdesk.core.document_fields import DATE, ISSUER, ORGAN, SEAL, WITHOUT_SEAL
from xjdesk.typesetting.blocks import Block, kept_together, space
from xjdesk.typesetting.grid import LINE_MM, SIZE_3_PT, TEXT_WIDTH_MM, mm
from xjdesk.typesetting.lines.compositor import Align, Setting
from xjdesk.typesetting.lines.glyph_text import GlyphText
from xjdesk.typesetting.manuscript import Manuscript
from xjdesk.typesetting.page_options import Letterhead
from xjdesk.typesetting.pages import Face
from xjdesk.typesetting.seal import SealMark, seal_diameter_mm, seal_top_mm

_BLANK_LINES_WITH_SEAL = 2
"""The seal then presses name and date, both below its centre, and its top comes within one line
of the text: with one line or three it could not."""
_BLANK_LINES_WITHOUT_SEAL = 1
_DATE_BLANK_CELLS = 4
_INDENT_CELLS = 2


@dataclass(frozen=True, slots=True)
class _Signature:
    """Organ and date as glyphs with their widths in mm, and how they are set."""

    organ: GlyphText
    date: GlyphText
    organ_mm: float
    date_mm: float
    setting: Setting
    cell_mm: float


def signature_blocks(manuscript: Manuscript) -> list[Block]:
    """Blank lines, organ and date, kept together; nothing when neither is filled in."""
    signature = _signature(manuscript)
    if not signature.organ and not signature.date:
        return []
    if has_seal(manuscript):
        return kept_together(_sealed(manuscript, signature))
    return kept_together(_unsealed(manuscript, signature))


def has_seal(manuscript: Manuscript) -> bool:
    """Whether a seal is to be pressed; what is published bears none."""
    is_published = manuscript.options.letterhead is Letterhead.NONE
    return not is_published and manuscript.field(SEAL) != WITHOUT_SEAL


def _signature(manuscript: Manuscript) -> _Signature:
    pitch, compositor = manuscript.pitch, manuscript.compositor
    setting = Setting(line_mm=pitch.line_mm, spacing_mm=pitch.spacing_mm, align=Align.RIGHT)
    organ = manuscript.glyphs(ORGAN, Face.FANGSONG)
    date = manuscript.glyphs(DATE, Face.FANGSONG)
    organ_mm = compositor.width_mm(organ, setting)
    date_mm = compositor.width_mm(date, setting)
    return _Signature(organ, date, organ_mm, date_mm, setting, pitch.cell_mm)


def _sealed(manuscript: Manuscript, signature: _Signature) -> list[Block]:
    """Organ and date centred on each other, room for the seal around them."""
    compositor, line_mm = manuscript.compositor, manuscript.pitch.line_mm
    centre = _centre_mm(signature)
    half = TEXT_WIDTH_MM - centre
    setting = replace(
        signature.setting, left_mm=centre - half, width_mm=2 * half, align=Align.CENTRE
    )
    blocks = [
        *compositor.title(signature.organ, setting),
        *compositor.title(signature.date, setting),
    ]
    diameter = seal_diameter_mm(manuscript.field(ISSUER) or manuscript.field(ORGAN))
    # From the bottom of the text to the top of the organ.
    above = (_BLANK_LINES_WITH_SEAL + 1) * line_mm - mm(SIZE_3_PT)
    taken = (len(blocks) - 1) * line_mm
    middle = above + (taken + mm(SIZE_3_PT)) / 2
    top = seal_top_mm(diameter, middle, min(line_mm, LINE_MM)) - above
    seal = SealMark(centre, top + diameter / 2, diameter)
    reach = top + diameter
    blocks[0] = replace(blocks[0], seal=seal)
    lower = max(blocks[-1].height_mm, reach - taken)
    blocks[-1] = replace(blocks[-1], height_mm=lower, advance_mm=max(lower, line_mm))
    return [space(_BLANK_LINES_WITH_SEAL * line_mm), *blocks]


def _centre_mm(signature: _Signature) -> float:
    """The middle of organ and date: the date 右空四字, or more for an organ that is long.

    Without a date yet the organ stands where it would, with the blank meant for the date.
    """
    date_mm = signature.date_mm or signature.organ_mm
    usual = TEXT_WIDTH_MM - _DATE_BLANK_CELLS * signature.cell_mm - date_mm / 2
    return max(TEXT_WIDTH_MM / 2, min(usual, TEXT_WIDTH_MM - signature.organ_mm / 2))


def _unsealed(manuscript: Manuscript, signature: _Signature) -> list[Block]:
    """The date begins two characters to the right of the organ; the longer of them decides.

    A shorter organ moves left, so that the date keeps two characters of blank behind it.
    """
    compositor, indent = manuscript.compositor, _INDENT_CELLS * signature.cell_mm
    organ_blank = date_blank = indent
    if signature.organ and signature.date:
        if signature.organ_mm >= signature.date_mm:
            date_blank = signature.organ_mm - signature.date_mm
        else:
            farthest = max(0.0, TEXT_WIDTH_MM - signature.organ_mm)
            organ_blank = min(2 * indent + signature.date_mm - signature.organ_mm, farthest)
    organ = replace(signature.setting, width_mm=TEXT_WIDTH_MM - organ_blank)
    date = replace(signature.setting, width_mm=TEXT_WIDTH_MM - min(date_blank, TEXT_WIDTH_MM / 2))
    return [
        space(_BLANK_LINES_WITHOUT_SEAL * manuscript.pitch.line_mm),
        *compositor.title(signature.organ, organ),
        *compositor.paragraph(signature.date, date),
    ]
