"""This year's numbers against those of the year before."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from xjdesk.core.address import CellAddress
from xjdesk.core.last_year import LastYear
from xjdesk.core.numbers import Entry
from xjdesk.core.report import empty_report
from xjdesk.core.year_comparison import YearComparison, compare_years
from xjdesk.storage.form_library import shipped_forms

FORM = shipped_forms().form("zfxxgk-2021")
CELL = CellAddress("requests", "received", "total")
AMOUNTS = st.decimals(0, 10**9, places=2)


def _last_year(entry: Entry | None) -> LastYear:
    values = {} if entry is None else {CELL: entry}
    return LastYear(replace(empty_report(FORM, 2023), values=values), FORM, {CELL: CELL})


@given(AMOUNTS, AMOUNTS)
def test_the_change_is_exact_and_the_percentage_has_one_decimal(
    before: Decimal, now: Decimal
) -> None:
    found = compare_years(_last_year(before), CELL, now)
    assert found.before == before
    assert found.change is not None
    assert before + found.change == now
    if before == 0:
        assert found.percent is None
    else:
        assert found.percent is not None
        assert found.percent.as_tuple().exponent == -1
        assert abs(found.percent * before - found.change * 100) <= before * Decimal("0.05")


def test_nothing_is_reckoned_without_two_numbers() -> None:
    assert compare_years(_last_year(None), CELL, Decimal(3)) == YearComparison(True)
    assert compare_years(_last_year(Decimal(3)), CELL, None) == YearComparison(True, Decimal(3))
    assert compare_years(_last_year("约3"), CELL, Decimal(3)) == YearComparison(True, "约3")


def test_nothing_grows_by_a_share_of_less_than_nothing() -> None:
    found = compare_years(_last_year(Decimal(-4)), CELL, Decimal(4))
    assert (found.change, found.percent) == (Decimal(8), None)


def test_what_was_counted_otherwise_has_no_number_before() -> None:
    other = replace(_last_year(Decimal(5)), same={})
    assert compare_years(other, CELL, Decimal(6)) == YearComparison(is_comparable=False)
