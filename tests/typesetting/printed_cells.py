"""The cells of a printed table, found again between the rules of its pages."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from xjdesk.core.address import CellAddress
from xjdesk.typesetting.fonts.font_set import FontSet
from xjdesk.typesetting.grid import mm
from xjdesk.typesetting.pages import GlyphRun, Page, Rule

_NEAR_MM = 0.01
_MIDDLE_EM = 0.35


@dataclass(frozen=True, slots=True)
class Box:
    """The rules next to a point; all in mm."""

    left: float
    top: float
    right: float
    bottom: float


def middle(run: GlyphRun) -> tuple[float, float]:
    """A point inside the first character of a run."""
    return run.x_mm + 0.05, run.baseline_mm - _MIDDLE_EM * mm(run.size_pt)


def box_around(page: Page, x: float, y: float) -> Box | None:
    """The cell around a point; None where rules are not on all sides of it."""
    sides = [rule.x0 for rule in page.rules if _is_upright(rule) and rule.y0 <= y <= rule.y1]
    levels = [rule.y0 for rule in page.rules if _is_level(rule) and rule.x0 <= x <= rule.x1]
    left, right = [at for at in sides if at <= x], [at for at in sides if at > x]
    top, bottom = [at for at in levels if at <= y], [at for at in levels if at > y]
    if not (left and right and top and bottom):
        return None
    return Box(max(left), max(top), min(right), min(bottom))


def is_closed(page: Page, box: Box) -> bool:
    """Whether every side of the box is ruled from end to end."""
    upright = [rule for rule in page.rules if _is_upright(rule)]
    level = [rule for rule in page.rules if _is_level(rule)]
    return all(
        _covers([(r.y0, r.y1) for r in upright if abs(r.x0 - x) < _NEAR_MM], box.top, box.bottom)
        for x in (box.left, box.right)
    ) and all(
        _covers([(r.x0, r.x1) for r in level if abs(r.y0 - y) < _NEAR_MM], box.left, box.right)
        for y in (box.top, box.bottom)
    )


def table_runs(page: Page) -> Iterator[GlyphRun]:
    """What is printed in the tables of a page: captions, which have no origin, and cells."""
    sides = [rule for rule in page.rules if _is_upright(rule)]
    top = min((rule.y0 for rule in sides), default=0.0)
    bottom = max((rule.y1 for rule in sides), default=0.0)
    return (
        run
        for run in page.runs
        if top < run.baseline_mm < bottom
        and (run.origin is None or isinstance(run.origin.place, CellAddress))
    )


def open_cells(page: Page, fonts: FontSet) -> list[str]:
    """What stands in a cell that is not ruled all round, or beyond the rules of its cell."""
    found: list[str] = []
    for run in table_runs(page):
        box = box_around(page, *middle(run))
        end = run.x_mm + fonts.width_mm(run)
        if box is None or not is_closed(page, box) or end > box.right + _NEAR_MM:
            found.append(run.text)
    return found


def value_runs(page: Page) -> Iterator[tuple[CellAddress, GlyphRun]]:
    """The runs of values and of the marks of blank cells, not those of labels."""
    for run in page.runs:
        origin = run.origin
        if origin and isinstance(origin.place, CellAddress) and origin.start >= 0:
            yield origin.place, run


def _is_upright(rule: Rule) -> bool:
    return rule.x0 == rule.x1


def _is_level(rule: Rule) -> bool:
    return rule.y0 == rule.y1


def _covers(stretches: list[tuple[float, float]], start: float, end: float) -> bool:
    reached = start
    for begin, stop in sorted(stretches):
        if begin <= reached + _NEAR_MM:
            reached = max(reached, stop)
    return reached >= end - _NEAR_MM
