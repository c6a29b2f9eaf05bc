"""The imprint (版记) at the bottom of the last page (GB/T 9704-2012, 7.4)."""

from __future__ import annotations

from dataclasses import replace

from xjdesk.core.document_fields import COPIES_TO, PRINTED_BY, PRINTED_ON
from xjdesk.typesetting.addressee import addressee
from xjdesk.typesetting.blocks import Block
from xjdesk.typesetting.flow import Flow
from xjdesk.typesetting.grid import (
    IMPRINT_LINE_MM,
    SIZE_4_PT,
    TEXT_BOTTOM_MM,
    TEXT_HEIGHT_MM,
    TEXT_WIDTH_MM,
    mm,
)
from xjdesk.typesetting.lines.compositor import Align, Setting
from xjdesk.typesetting.manuscript import Manuscript, Piece
from xjdesk.typesetting.pages import Face, Rule

_OUTER_RULE_MM = 0.35
_INNER_RULE_MM = 0.25
_CELL_MM = mm(SIZE_4_PT)
_ADDRESSEE_LABEL = "主送："
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


def set_imprint(manuscript: Manuscript, flow: Flow, with_addressee: bool) -> frozenset[int]:
    """Put the imprint so that its last rule is the bottom edge of the last page's 版心.

    `with_addressee`: the addressee did not go on the first page and stands here, above 抄送. An
    imprint of which nothing is filled in is left out. Returns the pages that bear no number: those
    of imprint and blank page where a blank page comes before the imprint (7.5).
    """
    recipients = [*(_addressee(manuscript) if with_addressee else []), *_copies(manuscript)]
    printed = _printed(manuscript)
    rows = [lines for lines in (recipients, printed) if lines]
    if not rows:
        return frozenset()
    while rows and _height(rows) > TEXT_HEIGHT_MM:
        # What fills more than a page runs on from the text.
        flow.place(rows.pop(0))
    if not rows:
        return frozenset()
    height = _height(rows)
    unnumbered = _go_to_page(flow, height, manuscript.options.double_sided)
    y = TEXT_BOTTOM_MM - height
    for index, lines in enumerate(rows):
        flow.put_at(y, _rule(_INNER_RULE_MM if index else _OUTER_RULE_MM))
        for line in lines:
            flow.put_at(y + (IMPRINT_LINE_MM - line.height_mm) / 2, line)
            y += IMPRINT_LINE_MM
    flow.put_at(TEXT_BOTTOM_MM, _rule(_OUTER_RULE_MM))
    return unnumbered


def _go_to_page(flow: Flow, height_mm: float, double_sided: bool) -> frozenset[int]:
    """Begin pages until the imprint has room; it is on the back of the last sheet (7.4.1, 6.2)."""
    fits = flow.fits(height_mm) or flow.at_top
    is_back = flow.page_number % 2 == 0
    if not double_sided:
        if not fits:
            flow.new_page()
        return frozenset()
    if not is_back:
        flow.new_page()
        return frozenset()
    if fits:
        return frozenset()
    flow.new_page()
    flow.new_page()
    return frozenset({flow.page_number - 1, flow.page_number})


def _height(rows: list[list[Block]]) -> float:
    return sum(len(lines) for lines in rows) * IMPRINT_LINE_MM


def _rule(width_mm: float) -> Block:
    return Block(0.0, 0.0, rules=(Rule(0.0, 0.0, TEXT_WIDTH_MM, 0.0, width_mm),))


def _addressee(manuscript: Manuscript) -> list[Block]:
    """主送, set as 抄送 is and parted from it by no rule (7.3.2, 7.4.2)."""
    piece = addressee(manuscript)
    return _recipients(manuscript, _ADDRESSEE_LABEL, [piece]) if piece else []


def _copies(manuscript: Manuscript) -> list[Block]:
    """抄送: every group on lines of its own."""
    groups = manuscript.lines(COPIES_TO)
    return _recipients(manuscript, _COPIES_LABEL, groups) if groups else []


def _recipients(manuscript: Manuscript, label: str, groups: list[Piece]) -> list[Block]:
    """Label and groups of organs, aligned after the colon, 。 after the last (7.4.2)."""
    compositor = manuscript.compositor
    printed = compositor.glyphs(label, Face.FANGSONG)
    hanging = compositor.width_mm(printed, _SIDE)
    blocks: list[Block] = []
    for index, group in enumerate(groups):
        text = compositor.glyphs(group.text, Face.FANGSONG, group.origin)
        if index == len(groups) - 1 and group.text[-1] not in _END_MARKS:
            text += compositor.glyphs("。", Face.FANGSONG)
        setting = replace(_SIDE, hanging_mm=hanging, indent_mm=hanging if index else 0.0)
        blocks += compositor.paragraph(text if index else printed + text, setting)
    return blocks


def _printed(manuscript: Manuscript) -> list[Block]:
    """印发机关 at the left, 印发日期 and 印发 at the right of the last line."""
    compositor = manuscript.compositor
    piece = manuscript.piece(PRINTED_ON)
    right = compositor.glyphs(piece.text, Face.FANGSONG, piece.origin)
    if piece.text and not piece.text.endswith(_PRINTED):
        right += compositor.glyphs(_PRINTED, Face.FANGSONG)
    left = manuscript.glyphs(PRINTED_BY, Face.FANGSONG)
    taken = compositor.width_mm(right, _SIDE) + _CELL_MM if right else 0.0
    narrow = replace(
        _SIDE, width_mm=max(_SIDE.width_mm - taken, _SIDE.width_mm / 2), align=Align.LEFT
    )
    organ = compositor.paragraph(left, narrow)
    dates = compositor.paragraph(right, replace(_SIDE, align=Align.RIGHT))
    if not organ or len(dates) != 1:
        return [*organ, *dates]
    last = replace(
        organ[-1],
        runs=(*organ[-1].runs, *dates[0].runs),
        missing=organ[-1].missing + dates[0].missing,
    )
    return [*organ[:-1], last]
