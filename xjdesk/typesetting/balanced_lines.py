"""Breaking a title into lines of like length (GB/T 9704-2012, 7.3.1: 长短适宜)."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate

from xjdesk.typesetting.line_breaking import allowed_breaks, break_lines

_AFTER = frozenset("、，；：的和及与")
_BEFORE = ("关于", "《", "（", "“")
_UNNATURAL = 10.0
"""What a break inside a phrase costs: as much as a line some 3 em off the mean."""
_LONGEST_TITLE = 200


def balanced_lines(
    text: str, advances_em: Sequence[float], measure_em: float, least_lines: int = 1
) -> list[tuple[int, int]]:
    """Break `text` into the fewest lines that fit, at least `least_lines`, of like length.

    Breaks before 关于 and after 的 or a comma are preferred to breaks inside a phrase. Text that
    cannot be balanced (too long, or nowhere to break) is broken line by line.
    """
    greedy = break_lines(text, advances_em, measure_em, measure_em)
    count = max(len(greedy), least_lines)
    if count <= 1 or len(text) > _LONGEST_TITLE:
        return greedy
    ends = _best_ends(text, advances_em, measure_em, count)
    return list(zip([0, *ends[:-1]], ends, strict=True)) if ends else greedy


def _best_ends(
    text: str, advances: Sequence[float], measure: float, count: int
) -> list[int] | None:
    """The ends of `count` lines at the least cost; None when no choice of breaks fits."""
    reach = [0.0, *accumulate(advances)]
    mean = reach[-1] / count
    places = [i for i, open_ in enumerate(allowed_breaks(text)) if open_ and i > 0]
    best: dict[int, tuple[float, list[int]]] = {0: (0.0, [])}
    for line in range(count):
        is_last = line == count - 1
        following: dict[int, tuple[float, list[int]]] = {}
        for start, (cost, ends) in best.items():
            for end in places:
                if end <= start or (end == len(text)) != is_last:
                    continue
                width = reach[end] - reach[start]
                if width > measure:
                    break
                total = cost + (width - mean) ** 2 + _cost_of_break(text, end)
                if end not in following or total < following[end][0]:
                    following[end] = (total, [*ends, end])
        best = following
    return best[len(text)][1] if len(text) in best else None


def _cost_of_break(text: str, place: int) -> float:
    natural = place == len(text) or text[place - 1] in _AFTER or text.startswith(_BEFORE, place)
    return 0.0 if natural else _UNNATURAL
