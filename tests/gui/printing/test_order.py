"""Which side goes to the printer when."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from xjdesk.gui.printing.job import Sides
from xjdesk.gui.printing.order import Pass, passes

NUMBERS = st.sets(st.integers(1, 40), min_size=1).map(sorted)


@pytest.mark.parametrize(
    ("numbers", "sides", "expected"),
    [
        ((1, 2, 3), Sides.ONE, ((1, 2, 3),)),
        ((1, 2, 3), Sides.BOTH, ((1, 2, 3, None),)),
        ((2, 3, 7), Sides.BOTH, ((None, 2, 3, None, 7, None),)),
        ((1, 2, 3), Sides.BOTH_BY_HAND, ((1, 3), (2, None))),
        ((2, 3), Sides.BOTH_BY_HAND, ((None, 3), (2, None))),
        ((1, 3), Sides.BOTH_BY_HAND, ((1, 3),)),
        ((2, 4), Sides.BOTH_BY_HAND, ((2, 4),)),
        ((2,), Sides.BOTH, ((2,),)),
        ((2,), Sides.BOTH_BY_HAND, ((2,),)),
    ],
)
def test_sides_are_in_the_order_of_the_sheets(
    numbers: tuple[int, ...], sides: Sides, expected: tuple[Pass, ...]
) -> None:
    assert passes(numbers, sides) == expected


@given(NUMBERS, st.sampled_from(Sides))
def test_every_page_is_printed_once(numbers: list[int], sides: Sides) -> None:
    sent = [number for sent in passes(numbers, sides) for number in sent if number is not None]
    assert sorted(sent) == numbers


@given(NUMBERS.filter(lambda numbers: len(numbers) > 1))
def test_turned_by_hand_every_page_is_where_a_duplex_unit_puts_it(numbers: list[int]) -> None:
    (both,) = passes(numbers, Sides.BOTH)
    sheets = list(zip(both[::2], both[1::2], strict=True))
    turns = passes(numbers, Sides.BOTH_BY_HAND)
    if len(turns) == 2:
        assert list(zip(*turns, strict=True)) == sheets
    else:
        assert turns[0] == tuple(front or back for front, back in sheets)
    assert all(
        (front is None or front % 2 == 1) and (back is None or back % 2 == 0)
        for front, back in sheets
    )
