from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from xjdesk.core.sums import sums_of


def test_blanks_and_texts_are_not_counted() -> None:
    sums = sums_of([Decimal(50), None, "若干", Decimal(148)])
    assert (sums.count, sums.total, sums.average) == (2, 198, 99)
    assert sums.is_average_exact


def test_an_average_that_does_not_end_is_rounded_and_says_so() -> None:
    sums = sums_of([Decimal(50), Decimal(55), Decimal(55)])
    assert str(sums.average) == "53.33"
    assert not sums.is_average_exact


def test_nothing_has_no_average() -> None:
    with pytest.raises(ValueError, match="nothing"):
        _ = sums_of([None]).average


@given(st.lists(st.decimals(-(10**14), 10**14, places=2), min_size=1))
def test_sum_and_average_are_those_of_exact_fractions(numbers: list[Decimal]) -> None:
    sums = sums_of(numbers)
    exact = sum(map(Fraction, numbers), Fraction(0))
    assert Fraction(sums.total) == exact
    assert abs(Fraction(sums.average) - exact / len(numbers)) <= Fraction(1, 200)
    assert sums.is_average_exact == (Fraction(sums.average) * len(numbers) == exact)
