from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from xjdesk.core.formula import BLANK, Range
from xjdesk.core.formula_reader import FormulaError, read_formula


def _holds(formula: str, values: Mapping[str, int | None]) -> bool | None:
    def lookup(name: str) -> Range:
        value = values[name]
        return BLANK if value is None else Range(Decimal(value), Decimal(value))

    return read_formula(formula).holds(lookup)


@pytest.mark.parametrize(
    ("formula", "values", "holds"),
    [
        ("a = b + c", {"a": 5, "b": 2, "c": 3}, True),
        ("a = b + c", {"a": 5, "b": 2, "c": 2}, False),
        ("a = b - 2*c", {"a": 1, "b": 5, "c": 2}, True),
        ("max(b, c) <= a", {"a": 3, "b": 2, "c": 4}, False),
        ("a <= b <= c", {"a": 1, "b": 2, "c": 1}, False),
        ("a != b", {"a": 1, "b": 1}, False),
        ("a < 1", {"a": 1}, False),
        ("a > 0", {"a": 1}, True),
        ("a = 0 => b = 0 and c = 0", {"a": 0, "b": 0, "c": 2}, False),
        ("a = 0 => b = 0 and c = 0", {"a": 1, "b": 0, "c": 2}, True),
        ("a = 0 <=> b = 0", {"a": 0, "b": 3}, False),
        ("a = 0 <=> b = 0", {"a": 2, "b": 3}, True),
        ("a = 1 or b = 1", {"a": 0, "b": 1}, True),
    ],
)
def test_formulas_of_filled_cells_are_true_or_false(
    formula: str, values: Mapping[str, int], holds: bool
) -> None:
    assert _holds(formula, values) is holds


@pytest.mark.parametrize(
    ("formula", "values", "holds"),
    [
        ("a = b + c", {"a": 4, "b": None, "c": 4}, None),
        ("a = b + c", {"a": 4, "b": None, "c": 5}, False),
        ("a = b + c", {"a": None, "b": 1, "c": 5}, None),
        ("max(b, c) <= a", {"a": 3, "b": None, "c": 4}, False),
        ("max(b, c) <= a", {"a": 3, "b": None, "c": 2}, None),
        ("a = 0 => b = 0", {"a": 0, "b": None}, None),
        ("a = 0 => b = 0", {"a": None, "b": 0}, True),
        ("a - b >= 0", {"a": None, "b": None}, None),
    ],
)
def test_blanks_leave_open_whatever_some_filling_could_mend(
    formula: str, values: Mapping[str, int | None], holds: bool | None
) -> None:
    assert _holds(formula, values) is holds


_FORMULAS = (
    "a = b + c",
    "max(b, c) <= a",
    "a <= b + c",
    "a = 0 => b = 0 and c = 0",
    "a = 0 <=> b = 0",
    "a > 0 => a != b + c or max(b, c) = a",
    "a - 2*b < c",
)
_NUMBERS = st.integers(0, 6)


@given(st.sampled_from(_FORMULAS), _NUMBERS, _NUMBERS, _NUMBERS, st.sets(st.sampled_from("abc")))
def test_what_is_certain_with_blanks_stays_so_however_they_are_filled(
    formula: str, a: int, b: int, c: int, blanks: set[str]
) -> None:
    filled = {"a": a, "b": b, "c": c}
    with_blanks = {name: None if name in blanks else value for name, value in filled.items()}
    certain = _holds(formula, with_blanks)
    complete = _holds(formula, filled)
    assert complete is not None
    assert certain is None or certain is complete


@pytest.mark.parametrize(
    "text",
    ["", "a", "a =", "a = b +", "a = b)", "a == b", "max(a = b", "a = 0*b", "3x = 2", "A = b"],
)
def test_what_is_no_formula_is_refused(text: str) -> None:
    with pytest.raises(FormulaError):
        read_formula(text)


def test_names_are_told_from_left_to_right() -> None:
    condition = read_formula("a = 0 => max(b, t.c.d) <= 2*e")
    assert list(condition.names()) == ["a", "b", "t.c.d", "e"]
