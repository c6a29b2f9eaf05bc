"""Between places in the report and spots on the typeset pages."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from xjdesk.core.address import (
    CellAddress,
    FieldAddress,
    HeadingAddress,
    ParagraphAddress,
    Place,
    SpanAddress,
)
from xjdesk.core.document_fields import DIRECTION, NUMBER, ORGAN, SEAL
from xjdesk.typesetting.fonts.font_set import FontSet
from xjdesk.typesetting.grid import mm
from xjdesk.typesetting.pages import GlyphRun, Origin, Page, PageSet, Rule

_SAME_LINE_EM = 0.5
"""Baselines closer than this are those of one line."""
_SHOWN_BY = {DIRECTION: NUMBER, SEAL: ORGAN}
"""Choices that are not printed themselves, and what they move on the pages."""
_END = 1 << 30
"""Behind the last character of any text."""


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a caret would stand: mm from the top left corner of the page it is on.

    `top_mm` and `height_mm` are those of the characters beside it.
    """

    page_number: int
    x_mm: float
    top_mm: float
    height_mm: float


def find(pages: PageSet, origin: Origin, fonts: FontSet) -> Spot | None:
    """The spot before the character `origin` names; None when its place is not printed.

    For a paragraph without characters it is the end of what precedes it in the chapter, for an
    empty cell its label or another of its row, for a choice what it moves.
    """
    wanted = _in_paragraph(origin)
    found = _nearest_run(pages, wanted)
    if found is None:
        instead = _neighbour(pages, wanted.place)
        found = _nearest_run(pages, instead) if instead else None
        if instead is None or found is None:
            return None
        wanted = instead
    page, run = found
    start = run.origin.start if run.origin else 0
    steps = max(0, min(wanted.start - start, len(run.text)))
    x = run.x_mm + sum(fonts.advance_mm(run, character) for character in run.text[:steps])
    return Spot(page.number, x, _top_mm(run, fonts), mm(run.size_pt))


def place_at(page: Page, x_mm: float, y_mm: float, fonts: FontSet) -> Origin | None:
    """What the report holds at that point of the page, or nearest to it on the same line.

    Within a table that is the cell, or else the nearest of its row. None where only text stands
    that the report does not hold.
    """
    line = _row_at(page, x_mm, y_mm)
    if line is None:
        line = _line_at(page, x_mm, y_mm, fonts)
    held = [run for run in line if run.origin is not None]
    if not held:
        return None
    run = min(held, key=lambda run: _outside(x_mm, run.x_mm, fonts.width_mm(run)))
    assert run.origin is not None, "the others were left out"
    # Characters before the first are those of a label.
    start = max(0, run.origin.start + _characters_before(run, x_mm, fonts))
    return Origin(run.origin.place, start)


def _in_paragraph(origin: Origin) -> Origin:
    """The same place; a span is told as its paragraph, which is what runs name."""
    match origin.place:
        case SpanAddress(chapter, paragraph, start):
            return Origin(ParagraphAddress(chapter, paragraph), start + origin.start)
        case _:
            return origin


def _nearest_run(pages: PageSet, wanted: Origin) -> tuple[Page, GlyphRun] | None:
    """The run that holds the character, else the one whose end or start is nearest to it."""
    nearest: tuple[Page, GlyphRun] | None = None
    least = float("inf")
    for page in pages.pages:
        for run in page.runs:
            if run.origin is None or run.origin.place != wanted.place:
                continue
            distance = _distance(run.origin.start, len(run.text), wanted.start)
            if distance <= least:
                nearest, least = (page, run), distance
    return nearest


def _distance(start: int, length: int, wanted: int) -> float:
    """How far a character is from a run; the run behind whose end it stands comes second only
    to the run that holds it.
    """
    if start <= wanted < start + length:
        return 0.0
    return 0.5 + max(start - wanted, wanted - start - length)


def _neighbour(pages: PageSet, place: Place) -> Origin | None:
    """The printed place to be shown for one that is not printed."""
    printed = dict.fromkeys(run.origin.place for run in _held_runs(pages) if run.origin)
    match place:
        case ParagraphAddress(chapter, paragraph):
            earlier = (ParagraphAddress(chapter, number) for number in range(paragraph, -1, -1))
            found = next((before for before in earlier if before in printed), None)
            return Origin(found or HeadingAddress(chapter), _END)
        case CellAddress(table, row, _):
            cells = (other for other in printed if isinstance(other, CellAddress))
            in_row = (cell for cell in cells if (cell.table, cell.row) == (table, row))
            found = next(in_row, None)
            return Origin(found, 0) if found else None
        case FieldAddress():
            shown_by = _SHOWN_BY.get(place)
            return Origin(shown_by, 0) if shown_by else None
        case _:
            return None


def _held_runs(pages: PageSet) -> Iterator[GlyphRun]:
    return (run for page in pages.pages for run in page.runs if run.origin is not None)


def _line_at(page: Page, x_mm: float, y_mm: float, fonts: FontSet) -> list[GlyphRun]:
    """The runs of the line of text nearest to a point."""
    if not page.runs:
        return []

    def distance(run: GlyphRun) -> tuple[float, float]:
        above = _outside(y_mm, _top_mm(run, fonts), mm(run.size_pt))
        return above, _outside(x_mm, run.x_mm, fonts.width_mm(run))

    nearest = min(page.runs, key=distance)
    tolerance = _SAME_LINE_EM * mm(nearest.size_pt)
    return [run for run in page.runs if abs(run.baseline_mm - nearest.baseline_mm) < tolerance]


def _row_at(page: Page, x_mm: float, y_mm: float) -> list[GlyphRun] | None:
    """The runs of the table row around a point, of its cell where that holds any; else None."""
    sides = [rule.x0 for rule in page.rules if rule.x0 == rule.x1 and rule.y0 <= y_mm <= rule.y1]
    left = max((x for x in sides if x <= x_mm), default=None)
    right = min((x for x in sides if x >= x_mm), default=None)
    across = [rule.y0 for rule in page.rules if _spans(rule, x_mm)]
    top = max((y for y in across if y <= y_mm), default=None)
    bottom = min((y for y in across if y >= y_mm), default=None)
    if left is None or right is None or top is None or bottom is None:
        return None
    row = [run for run in page.runs if top < run.baseline_mm < bottom]
    cell = [run for run in row if left <= run.x_mm < right]
    return cell if any(run.origin is not None for run in cell) else row


def _spans(rule: Rule, x_mm: float) -> bool:
    return rule.y0 == rule.y1 and rule.x0 <= x_mm <= rule.x1


def _top_mm(run: GlyphRun, fonts: FontSet) -> float:
    return run.baseline_mm - (0.5 + fonts.centre_em(run.face)) * mm(run.size_pt)


def _outside(value: float, start: float, length: float) -> float:
    """How far `value` is from the stretch; 0 within it."""
    return max(start - value, value - start - length, 0.0)


def _characters_before(run: GlyphRun, x_mm: float, fonts: FontSet) -> int:
    """Before which character of a run a caret goes that is wanted at `x_mm`."""
    x = run.x_mm
    for number, character in enumerate(run.text):
        step = fonts.advance_mm(run, character)
        if x_mm < x + step / 2:
            return number
        x += step
    return len(run.text)
