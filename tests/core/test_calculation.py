from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from xjdesk.core.calculation import CalculationError, calculate, is_calculation


@pytest.mark.parametrize(
    ("typed", "value", "understood"),
    [
        ("=50+148", "198", "50+148"),
        ("＝５０＋１４８", "198", "50+148"),
        ("=(5+3)*2", "16", "(5+3)*2"),
        ("=（5+3）×2", "16", "(5+3)*2"),
        ("= 7 ÷ 2", "3.5", "7 / 2"),
        ("=1,200+3", "1203", "1200+3"),
        ("=0.1+0.2", "0.3", "0.1+0.2"),
        ("=10-3-2", "5", "10-3-2"),
        ("=8/4/2", "1", "8/4/2"),
        ("=-3+3", "0", "-3+3"),
        ("=100", "100", "100"),
        ("=1/3*3", "1", "1/3*3"),
    ],
)
def test_a_calculation_comes_to_its_exact_value(typed: str, value: str, understood: str) -> None:
    assert is_calculation(typed)
    found = calculate(typed)
    assert str(found.value) == value
    assert found.text == understood


@pytest.mark.parametrize(
    ("typed", "why"),
    [
        ("=", "写得不完整"),
        ("=5+", "写得不完整"),
        ("=5 6", "写得不完整"),
        ("=(5+3", "括号不成对"),
        ("=5+3)", "括号不成对"),
        ("=5/0", "不能除以0"),
        ("=10/3", "除不尽"),
        ("=A1+B1", "“A”不能计算"),
        ("=SUM(1)", "“S”不能计算"),
        ("=2**3", "写得不完整"),
        ("=" + "9" * 16, "位数太多"),
        ("=999999999999999*9", "位数太多"),
        ("=" + "(" * 50 + "1" + ")" * 50, "层数太多"),
        ("=" + "1+" * 200 + "1", "太长"),
    ],
)
def test_what_comes_to_nothing_says_why(typed: str, why: str) -> None:
    with pytest.raises(CalculationError, match=why):
        calculate(typed)


@given(st.text())
def test_any_text_is_reckoned_or_refused(text: str) -> None:
    try:
        found = calculate(f"={text}")
    except CalculationError:
        return
    assert found.value.is_finite()


_NUMBERS = st.integers(0, 99)


@given(_NUMBERS, st.lists(st.tuples(st.sampled_from("+-*"), _NUMBERS), max_size=5))
def test_sums_and_products_are_those_of_python(first: int, others: list[tuple[str, int]]) -> None:
    text = str(first) + "".join(f"{sign}{number}" for sign, number in others)
    assert calculate(f"={text}").value == Decimal(eval(text, {"__builtins__": {}}))
