"""The outline that the centred lines of a title make (GB/T 9704-2012, 7.3.1)."""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum
from itertools import pairwise

_ALIKE_EM = 1.0
"""Lines that differ by less are of one length to the eye."""
_STEP_EM = 0.35
"""One line is longer than its neighbour from here on."""
_SHORTEST_EM = 4.0
_SHORTEST_SHARE = 0.29


class TitleShape(Enum):
    """An outline, by its name on screen."""

    SINGLE_LINE = "单行"
    RISING = "梯形，上短下长"
    FALLING = "梯形，上长下短"
    RHOMBUS = "菱形"
    RECTANGLE = "长方形"
    HOURGLASS = "沙漏形"
    IRREGULAR = "不规则"

    @property
    def is_asked_for(self) -> bool:
        """Whether the standard asks for it: one line, 梯形 or 菱形."""
        return self in _ASKED_FOR


_ASKED_FOR = frozenset(
    {TitleShape.SINGLE_LINE, TitleShape.RISING, TitleShape.FALLING, TitleShape.RHOMBUS}
)


def shape_of(widths_em: Sequence[float]) -> TitleShape:
    """The outline of lines of these widths; no line counts as a single one."""
    if len(widths_em) <= 1:
        return TitleShape.SINGLE_LINE
    if max(widths_em) - min(widths_em) < _ALIKE_EM:
        return TitleShape.RECTANGLE
    steps = [_step(upper, lower) for upper, lower in pairwise(widths_em)]
    turns = [step for step in steps if step]
    if all(step > 0 for step in turns):
        return TitleShape.RISING
    if all(step < 0 for step in turns):
        return TitleShape.FALLING
    if turns == sorted(turns, reverse=True):
        return TitleShape.RHOMBUS
    return TitleShape.HOURGLASS if turns == sorted(turns) else TitleShape.IRREGULAR


def has_stub(widths_em: Sequence[float]) -> bool:
    """Whether a line is too short: under four characters, or not near a third of the longest."""
    shortest, longest = min(widths_em), max(widths_em)
    return len(widths_em) > 1 and shortest < max(_SHORTEST_EM, longest * _SHORTEST_SHARE)


def _step(upper: float, lower: float) -> int:
    """1 where the lower line is the longer one, -1 where it is the shorter, 0 where alike."""
    if abs(lower - upper) < _STEP_EM:
        return 0
    return 1 if lower > upper else -1
