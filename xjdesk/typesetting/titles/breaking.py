"""Breaking a title: words whole, lines balanced, 梯形 or 菱形 (GB/T 9704-2012, 7.3.1)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from xjdesk.typesetting.lines.line_breaking import break_lines
from xjdesk.typesetting.titles.balanced_lines import Ends, cheapest_breakings, fitting, line_spans
from xjdesk.typesetting.titles.break_costs import FORBIDDEN, UNNATURAL, break_costs
from xjdesk.typesetting.titles.shapes import TitleShape, has_stub, shape_of
from xjdesk.typesetting.titles.words import WordList

_MOST_OFFERED = 6
_DEAREST_OFFER = 120.0
"""How much dearer than the best an alternative may be."""

_LONGEST_SHAPED = 120
"""Of longer titles, which fill a page however they are broken, one breaking is sought."""
_LONGEST_PARTED = 400
"""What is still longer is no title, and broken like running text."""
_KEPT = 24
_MORE_LINES = 1

_PER_LINE = 20.0
_RECTANGLE = 70.0
_ILL_SHAPED = 130.0
_STUB = 130.0


@dataclass(frozen=True, slots=True)
class TitleBreaking:
    """One way of breaking a title; the lines together are the title, to the last blank."""

    lines: tuple[str, ...]
    shape: TitleShape


def title_breakings(
    text: str, advances_em: Sequence[float], measure_em: float, words: WordList, issuer: str = ""
) -> tuple[TitleBreaking, ...]:
    """The ways of breaking `text`, a title without line breaks, the best first; at least one.

    `advances_em[i]` is how wide character i is, `measure_em` how long a line may be; `issuer` is a
    name better kept whole. A title that fits on one line is best on one. The others all have a
    shape that the standard asks for; the best one has it if any breaking near as good does.
    """
    greedy = break_lines(text, advances_em, measure_em, measure_em)
    if not greedy:
        return (TitleBreaking((text,), TitleShape.SINGLE_LINE),)
    found: list[tuple[float, Ends]] = []
    if len(text) <= _LONGEST_PARTED:
        costs = break_costs(text, words, fitting(advances_em, measure_em), issuer)
        found = _ranked(text, costs, advances_em, measure_em, len(greedy))
    if not found:
        return (_breaking(text, tuple(end for _, end in greedy), advances_em),)
    best, *others = (_breaking(text, ends, advances_em) for _, ends in found)
    limit = found[0][0] + _DEAREST_OFFER
    offered = [
        other
        for other, (cost, _) in zip(others, found[1:], strict=True)
        if cost <= limit and other.shape.is_asked_for
    ]
    return (best, *offered[: _MOST_OFFERED - 1])


def _ranked(
    text: str, costs: Sequence[float], advances: Sequence[float], measure: float, least: int
) -> list[tuple[float, Ends]]:
    """Breakings into `least` lines and one more with their costs, the cheapest first.

    What belongs together is parted only where no other breaking has a good shape.
    """
    kept, more = (1, 0) if len(text) > _LONGEST_SHAPED else (_KEPT, _MORE_LINES)
    ranked: list[tuple[float, Ends]] = []
    for dearest in (UNNATURAL, FORBIDDEN):
        ranked = sorted(
            (
                cost + (count - least) * _PER_LINE + _cost_of_shape(text, ends, advances),
                ends,
            )
            for count in range(least, least + more + 1)
            for cost, ends in cheapest_breakings(costs, advances, measure, count, kept, dearest)
        )
        if ranked and _cost_of_shape(text, ranked[0][1], advances) == 0.0:
            break
    return ranked


def _cost_of_shape(text: str, ends: Ends, advances: Sequence[float]) -> float:
    widths = _widths(text, ends, advances)
    shape = shape_of(widths)
    cost = _STUB if has_stub(widths) else 0.0
    if shape is TitleShape.RECTANGLE:
        cost += _RECTANGLE
    elif not shape.is_asked_for:
        cost += _ILL_SHAPED
    return cost


def _breaking(text: str, ends: Ends, advances: Sequence[float]) -> TitleBreaking:
    lines = tuple(text[start:end] for start, end in line_spans(ends))
    return TitleBreaking(lines, shape_of(_widths(text, ends, advances)))


def _widths(text: str, ends: Ends, advances: Sequence[float]) -> list[float]:
    """The widths of the lines without the blanks at their ends, in em."""
    widths: list[float] = []
    for start, end in line_spans(ends):
        inked = start + len(text[start:end].rstrip())
        widths.append(sum(advances[start:inked]))
    return widths
