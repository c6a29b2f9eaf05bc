from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from xjdesk.core.numbers import is_whole, read_entry, show_entry


@pytest.mark.parametrize(
    ("typed", "number"),
    [
        ("5000", "5000"),
        ("５０００", "5000"),
        ("5,000", "5000"),
        ("１，２３４，５６７", "1234567"),
        ("12 345", "12345"),
        ("2．50", "2.50"),
        ("2。5", "2.5"),
        ("－3", "-3"),
        ("  7 ", "7"),
        ("0", "0"),
        ("-0", "0"),
        ("\u200b12\ufeff", "12"),
    ],
)
def test_numbers_are_read_as_clerks_write_them(typed: str, number: str) -> None:
    assert show_entry(read_entry(typed)) == number


@pytest.mark.parametrize("typed", ["200件", "200 件", "200次", "２００条"])
def test_the_unit_or_another_counter_after_a_number_is_understood(typed: str) -> None:
    assert read_entry(typed, "件") == Decimal(200)


@pytest.mark.parametrize(
    ("typed", "unit"), [("5万", "件"), ("5元", "万元"), ("5件", "万元"), ("5件", "")]
)
def test_a_word_that_changes_the_number_is_no_counter(typed: str, unit: str) -> None:
    assert read_entry(typed, unit) == typed


@pytest.mark.parametrize(
    "typed", ["/", "若干", "1,5", "12 34", "1e5", "--", "200余", "5²", "①", "٣", "1.2.3", "9" * 19]
)
def test_text_that_is_no_number_is_kept_as_it_was_typed(typed: str) -> None:
    assert read_entry(typed) == typed


@pytest.mark.parametrize("typed", ["", "   ", "　"])
def test_nothing_is_blank_and_not_zero(typed: str) -> None:
    assert read_entry(typed) is None


@given(
    st.decimals(
        allow_nan=False, allow_infinity=False, places=2, min_value=-(10**12), max_value=10**12
    )
)
def test_a_number_shown_is_read_back_exactly(number: Decimal) -> None:
    read = read_entry(show_entry(number))
    assert isinstance(read, Decimal)
    assert read.as_tuple() == (number or abs(number)).as_tuple()


@given(st.text())
def test_any_text_is_blank_a_number_or_itself(typed: str) -> None:
    entry = read_entry(typed, "件")
    assert entry is None or isinstance(entry, Decimal) or entry == typed.strip()


def test_five_point_zero_is_whole_and_a_half_is_not() -> None:
    assert is_whole(Decimal("5.0"))
    assert not is_whole(Decimal("0.5"))
