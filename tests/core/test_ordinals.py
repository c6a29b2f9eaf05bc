from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from xjdesk.core.ordinals import chinese, number_of


@given(st.integers(1, 99))
def test_a_number_is_read_back_from_either_digits(number: int) -> None:
    assert number_of(chinese(number)) == number_of(str(number)) == number


@pytest.mark.parametrize(("text", "number"), [("两", 2), ("○", 0), ("１２", 12), ("二十", 20)])
def test_other_forms_of_digits_are_understood(text: str, number: int) -> None:
    assert number_of(text) == number


@pytest.mark.parametrize("text", ["", "一二", "十一十", "x", "100"])
def test_what_is_no_small_number_is_none(text: str) -> None:
    assert number_of(text) is None


@given(st.text())
def test_whatever_is_read_is_a_small_number_or_none(text: str) -> None:
    assert number_of(text) in {None, *range(100)}
