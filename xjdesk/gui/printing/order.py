"""In which order the sides of the sheets go to the printer."""

from __future__ import annotations

from collections.abc import Sequence

from xjdesk.gui.printing.job import Sides

Pass = tuple[int | None, ...]
"""What goes through the printer in one go: page numbers, None for a side that stays empty."""


def passes(numbers: Sequence[int], sides: Sides) -> tuple[Pass, ...]:
    """The page numbers, in rising order, in one pass; two where the user turns the sheets.

    On sheets printed on both sides an odd page is a front and the even page after it its back,
    also where one of the two is not wanted: else binding margins would be on the wrong side. A
    pass over both sides ends with a back, so that the next copy begins on a new sheet; in the
    second pass by hand every sheet comes through again, so that the pile stays whole.
    """
    if sides is Sides.ONE or len(numbers) < 2:
        return (tuple(numbers),)
    wanted = frozenset(numbers)
    fronts = sorted({number - 1 + number % 2 for number in wanted})
    sheets = [
        tuple(number if number in wanted else None for number in (front, front + 1))
        for front in fronts
    ]
    if sides is Sides.BOTH:
        return (tuple(side for sheet in sheets for side in sheet),)
    return tuple(turn for turn in zip(*sheets, strict=True) if any(turn))
