"""The letterhead (版头): mark, document number, signer and red rule (GB/T 9704-2012, 7.2)."""

from __future__ import annotations

from dataclasses import replace

from xjdesk.core.document_fields import DIRECTION, ISSUER, NUMBER, SIGNER, UPWARD
from xjdesk.typesetting.blocks import Block
from xjdesk.typesetting.flow import Flow
from xjdesk.typesetting.grid import (
    CELL_MM,
    LINE_MM,
    SIZE_3_PT,
    TEXT_BOTTOM_MM,
    TEXT_TOP_MM,
    TEXT_WIDTH_MM,
    mm,
)
from xjdesk.typesetting.lines.compositor import Align, Setting
from xjdesk.typesetting.lines.glyph_text import GlyphText
from xjdesk.typesetting.manuscript import Manuscript
from xjdesk.typesetting.page_options import Letterhead
from xjdesk.typesetting.pages import Face, Ink, Origin, Rule
from xjdesk.typesetting.titles.balanced_lines import balanced_lines

_MARK_TOP_MM = TEXT_TOP_MM + 35.0
_RULE_GAP_MM = 4.0
_RULE_WIDTH_MM = 0.8
_NUMBER_GAP_LINES = 2
_RULE_GAP_LINES = 1
"""From the mark to the rule where no line stands between them."""
_TITLE_GAP_LINES = 2

_LARGEST_MARK_PT = 62.0
_SMALLEST_MARK_PT = 24.0
_USUAL_MARK_PT = 49.0
_MOST_MARK_LINES = 6
_MARK_LEADING = 1.15

_FILE = "文件"
_SIGNER_LABEL = "签发人："
_NAME_ROOM_MM = 3 * CELL_MM
"""Kept free after 签发人： for a name to be written in by hand."""


def set_letterhead(manuscript: Manuscript, flow: Flow) -> None:
    """Put the letterhead on the first page and move to where the title begins."""
    mark_bottom = _set_mark(manuscript, flow)
    bottom = _set_line(manuscript, flow, mark_bottom + _NUMBER_GAP_LINES * LINE_MM)
    y = bottom + _RULE_GAP_MM + _RULE_WIDTH_MM / 2
    if _prints_red(manuscript) and not _has_line(manuscript):
        y = mark_bottom + _RULE_GAP_LINES * LINE_MM
    if _prints_red(manuscript):
        rule = Rule(0.0, 0.0, TEXT_WIDTH_MM, 0.0, _RULE_WIDTH_MM, Ink.RED)
        flow.put_at(y, Block(0.0, 0.0, rules=(rule,)))
    flow.move_to(y + _TITLE_GAP_LINES * LINE_MM)


def _has_line(manuscript: Manuscript) -> bool:
    """Whether a number or a signer stands below the mark, as in what is not just published."""
    return bool(manuscript.field(NUMBER)) or manuscript.field(DIRECTION) == UPWARD


def _set_line(manuscript: Manuscript, flow: Flow, top_mm: float) -> float:
    """The line of the number, with the signer in an upward document; returns its bottom."""
    if manuscript.field(DIRECTION) == UPWARD:
        return _set_number_and_signer(manuscript, flow, top_mm)
    number = manuscript.glyphs(NUMBER, Face.FANGSONG)
    centred = manuscript.compositor.paragraph(number, Setting(align=Align.CENTRE))
    return _put_lines(flow, top_mm, centred)


def _set_mark(manuscript: Manuscript, flow: Flow) -> float:
    """Issuer and 文件 in red, the ink's top 35 mm below that of the 版心; returns their bottom."""
    glyphs = manuscript.glyphs(ISSUER, Face.XIAOBIAOSONG)
    if not glyphs:
        return _MARK_TOP_MM + mm(_USUAL_MARK_PT)
    if not glyphs.text.endswith(_FILE):
        glyphs += manuscript.compositor.glyphs(_FILE, Face.XIAOBIAOSONG)
    size, count = _mark_size(glyphs)
    setting = Setting(
        size_pt=size,
        line_mm=mm(size) * _MARK_LEADING,
        align=Align.CENTRE,
        spacing_mm=0.0,
        ink=Ink.RED,
    )
    blocks = manuscript.compositor.title(glyphs, setting, count)
    y = _MARK_TOP_MM - manuscript.compositor.blank_above_mm(blocks[0])
    for block in blocks:
        if _prints_red(manuscript):
            flow.put_at(y, block)
        y += block.advance_mm
    return y - blocks[-1].advance_mm + blocks[-1].height_mm


def _prints_red(manuscript: Manuscript) -> bool:
    """Whether the paper does not bear the red parts already."""
    return manuscript.options.letterhead is not Letterhead.PREPRINTED


def _mark_size(glyphs: GlyphText) -> tuple[float, int]:
    """The size in pt at which the mark fills the width, and on how many lines."""
    text = glyphs.text
    advances = [glyph.advance_em for glyph in glyphs.glyphs]
    size = _SMALLEST_MARK_PT
    for count in range(1, _MOST_MARK_LINES + 1):
        lines = balanced_lines(text, advances, sum(advances), count)
        widest = max(sum(advances[start:end]) for start, end in lines)
        size = min(_LARGEST_MARK_PT, TEXT_WIDTH_MM / mm(1.0) / widest)
        if size >= _SMALLEST_MARK_PT:
            return size, count
    return min(size, _SMALLEST_MARK_PT), _MOST_MARK_LINES


def _set_number_and_signer(manuscript: Manuscript, flow: Flow, top_mm: float) -> float:
    """The number at the left, the signer at the right, each 空一字; returns their bottom.

    Where the two do not fit on one line the number stands below the signer.
    """
    compositor = manuscript.compositor
    number = manuscript.glyphs(NUMBER, Face.FANGSONG)
    name = manuscript.glyphs(SIGNER, Face.KAITI)
    origin = Origin(SIGNER, -len(_SIGNER_LABEL))
    signer = compositor.glyphs(_SIGNER_LABEL, Face.FANGSONG, origin) + name
    left = Setting(left_mm=CELL_MM, width_mm=TEXT_WIDTH_MM - 2 * CELL_MM, align=Align.LEFT)
    room = 0.0 if name else _NAME_ROOM_MM
    right = replace(left, width_mm=left.width_mm - room, align=Align.RIGHT)
    numbers = compositor.paragraph(number, left)
    signers = compositor.paragraph(signer, right)
    together = compositor.width_mm(number, left) + compositor.width_mm(signer, right)
    if together + CELL_MM <= right.width_mm:
        return max(_put_lines(flow, top_mm, numbers), _put_lines(flow, top_mm, signers))
    bottom = _put_lines(flow, top_mm, signers)
    return _put_lines(flow, bottom - mm(SIZE_3_PT) + LINE_MM, numbers)


def _put_lines(flow: Flow, top_mm: float, blocks: list[Block]) -> float:
    """Put lines from `top_mm` down; returns the bottom of the last, or that of an empty line.

    More than a page holds, which no number or name should be, goes on on the next.
    """
    y = top_mm
    for block in blocks:
        if y + block.height_mm > TEXT_BOTTOM_MM:
            flow.new_page()
            y = top_mm = TEXT_TOP_MM
        flow.put_at(y, block)
        y += block.advance_mm
    return max(y - LINE_MM, top_mm) + mm(SIZE_3_PT)
