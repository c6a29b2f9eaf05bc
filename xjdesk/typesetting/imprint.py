"""The imprint (版记) at the bottom of the last page (GB/T 9704-2012, 7.4)."""

from __future__ import annotations

from dataclasses import replace

from xjdesk.core.document_fields import COPIES_TO, PRINTED_BY, PRINTED_ON
from xjdesk.typesetting.blocks import Block
from xjdesk.typesetting.compositor import Align, Setting
from xjdesk.typesetting.flow import Flow
from xjdesk.typesetting.font_set import Glyph
from xjdesk.typesetting.grid import (
    IMPRINT_LINE_MM,
    SIZE_4_PT,
    TEXT_BOTTOM_MM,
    TEXT_HEIGHT_MM,
    TEXT_WIDTH_MM,
    mm,
)
from xjdesk.typesetting.manuscript import Manuscript
from xjdesk.typesetting.pages import Face, Rule

_OUTER_RULE_MM = 0.35
_INNER_RULE_MM = 0.25
_CELL_MM = mm(SIZE_4_PT)
_COPIES_LABEL = "抄送："
_PRINTED = "印发"
_END_MARKS = "。；，、.;,"
_SIDE = Setting(
    size_pt=SIZE_4_PT,
    line_mm=IMPRINT_LINE_MM,
    left_mm=_CELL_MM,
    width_mm=TEXT_WIDTH_MM - 2 * _CELL_MM,
    spacing_mm=0.0,
)


def set_imprint(manuscript: Manuscript, flow: Flow) -> None:
    """Put the imprint so that its last rule is the bottom edge of the last page's 版心.

    It goes on a further page where it does not fit below what is there. An imprint of which
    nothing is filled in is left out. Copies that fill more than a page run on from the text.
    """
    copies = _copies(manuscript)
    printed = _printed(manuscript)
    if not copies and not printed:
        return
    rows = [lines for lines in (copies, printed) if lines]
    if _height(rows) > TEXT_HEIGHT_MM:
        flow.place(copies)
        rows = [printed] if printed else []
    height = _height(rows)
    if not flow.fits(height) and not flow.at_top:
        flow.new_page()
    y = TEXT_BOTTOM_MM - height
    for index, lines in enumerate(rows):
        flow.put_at(y, _rule(_INNER_RULE_MM if index else _OUTER_RULE_MM))
        for line in lines:
            flow.put_at(y + (IMPRINT_LINE_MM - line.height_mm) / 2, line)
            y += IMPRINT_LINE_MM
    flow.put_at(TEXT_BOTTOM_MM, _rule(_OUTER_RULE_MM))


def _height(rows: list[list[Block]]) -> float:
    return sum(len(lines) for lines in rows) * IMPRINT_LINE_MM


def _rule(width_mm: float) -> Block:
    return Block(0.0, 0.0, rules=(Rule(0.0, 0.0, TEXT_WIDTH_MM, 0.0, width_mm),))


def _copies(manuscript: Manuscript) -> list[Block]:
    """抄送: every group on lines of its own, aligned after the colon, 。 after the last."""
    groups = manuscript.lines(COPIES_TO)
    if not groups:
        return []
    if groups[-1][-1] not in _END_MARKS:
        groups[-1] += "。"
    compositor = manuscript.compositor
    label = compositor.glyphs(_COPIES_LABEL, Face.FANGSONG, COPIES_TO)
    hanging = compositor.width_mm(label, _SIDE)
    blocks: list[Block] = []
    for index, group in enumerate(groups):
        text = compositor.glyphs(group, Face.FANGSONG, COPIES_TO)
        setting = replace(_SIDE, hanging_mm=hanging, indent_mm=hanging if index else 0.0)
        blocks += compositor.paragraph(text if index else [*label, *text], setting)
    return blocks


def _printed(manuscript: Manuscript) -> list[Block]:
    """印发机关 at the left, 印发日期 and 印发 at the right of the last line."""
    compositor = manuscript.compositor
    date = manuscript.field(PRINTED_ON)
    if date and not date.endswith(_PRINTED):
        date += _PRINTED
    right = compositor.glyphs(date, Face.FANGSONG, PRINTED_ON)
    left: list[Glyph] = manuscript.glyphs(PRINTED_BY, Face.FANGSONG)
    taken = compositor.width_mm(right, _SIDE) + _CELL_MM if right else 0.0
    narrow = replace(
        _SIDE, width_mm=max(_SIDE.width_mm - taken, _SIDE.width_mm / 2), align=Align.LEFT
    )
    organ = compositor.paragraph(left, narrow)
    dates = compositor.paragraph(right, replace(_SIDE, align=Align.RIGHT))
    if not organ or len(dates) != 1:
        return [*organ, *dates]
    last = organ[-1]
    return [*organ[:-1], replace(last, runs=(*last.runs, *dates[0].runs))]
