"""Breaking a line or title into lines of like length (GB/T 9704-2012, 7.3.1: 长短适宜)."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate
from operator import itemgetter

from xjdesk.typesetting.lines.line_breaking import break_lines
from xjdesk.typesetting.titles.break_costs import FORBIDDEN, Fits, break_costs
from xjdesk.typesetting.titles.words import shipped_words

_LONGEST_TITLE = 200
_ROUNDING_EM = 1e-6
_LONGER_LINE = 1.2
"""A name is not kept whole on a line that would be longer than the mean by more than this."""
_UNEVEN = 0.7
"""What a line costs that is one em longer or shorter than the mean; it grows with the square."""

Ends = tuple[int, ...]
"""The ends of the lines of a text; the last is the text's own, and only the empty text has none."""


def balanced_lines(
    text: str, advances_em: Sequence[float], measure_em: float, least_lines: int = 1
) -> list[tuple[int, int]]:
    """Break `text` into the fewest lines that fit, at least `least_lines`, of like length.

    Words stay whole where that leaves the lines of like length. Text that cannot be balanced (too
    long, or nowhere to break) is broken line by line. Returns start and end of each line.
    """
    greedy = break_lines(text, advances_em, measure_em, measure_em)
    count = max(len(greedy), least_lines)
    if count <= 1 or len(text) > _LONGEST_TITLE:
        return greedy
    usual = _LONGER_LINE * sum(advances_em) / count
    costs = break_costs(text, shipped_words(), fitting(advances_em, min(measure_em, usual)))
    found = cheapest_breakings(costs, advances_em, measure_em, count, 1)
    return line_spans(found[0][1]) if found else greedy


def fitting(advances_em: Sequence[float], measure_em: float) -> Fits:
    """Tells of a stretch of characters whether it fits on one line."""
    reach = [0.0, *accumulate(advances_em)]
    return lambda start, end: reach[end] - reach[start] <= measure_em + _ROUNDING_EM


def line_spans(ends: Ends) -> list[tuple[int, int]]:
    """Start and end of each line."""
    return list(zip((0, *ends[:-1]), ends, strict=True)) if ends else []


def cheapest_breakings(
    costs: Sequence[float],
    advances_em: Sequence[float],
    measure_em: float,
    count: int,
    kept: int,
    dearest: float = FORBIDDEN,
) -> list[tuple[float, Ends]]:
    """The cheapest ways of breaking a text into `count` lines that fit, the cheapest first.

    `costs[i]` is what breaking before character i costs, only those below `dearest` are broken at;
    lines cost the more the more they differ from the mean. At every place `kept` ways of reaching
    it are followed: that bounds the time, and at most so many are returned.
    """
    length = len(advances_em)
    reach = [0.0, *accumulate(advances_em)]
    mean, limit = reach[-1] / count, measure_em + _ROUNDING_EM
    places = [i for i in range(1, length) if costs[i] < dearest]
    best: dict[int, list[tuple[float, Ends]]] = {0: [(0.0, ())]}
    for line in range(1, count + 1):
        following: dict[int, list[tuple[float, Ends]]] = {}
        room_below = (count - line) * limit
        for end in places if line < count else [length]:
            if reach[-1] - reach[end] > room_below:
                continue
            ways = [
                (cost + _UNEVEN * (reach[end] - reach[start] - mean) ** 2, (*ends, end))
                for start, found in best.items()
                if start < end and reach[end] - reach[start] <= limit
                for cost, ends in found
            ]
            price = costs[end] if end < length else 0.0
            cheapest = sorted(ways, key=itemgetter(0))[:kept]
            if cheapest:
                following[end] = [(cost + price, ends) for cost, ends in cheapest]
        best = following
    return best.get(length, [])
