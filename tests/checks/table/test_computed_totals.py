from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.samples.clean_reports import CLEAN_REPORTS, clean_report
from xjdesk.checks.table.computed_totals import ComputedTotal, TotalCells
from xjdesk.core.address import CellAddress
from xjdesk.core.change import apply_all
from xjdesk.core.document_fields import BLANKS, MAY_STAY_BLANK
from xjdesk.core.relation import Over
from xjdesk.core.report import Report, empty_report
from xjdesk.storage.form_library import shipped_forms

FORM = shipped_forms().form("zfxxgk-2021")
REQUESTS = FORM.table("requests")
TOTALS = TotalCells(FORM, REQUESTS)
GRAND = CellAddress("requests", "settled", "total")
PARTS = [
    c for c in REQUESTS.addresses() if c not in set(TOTALS) and REQUESTS.row(c.row).is_indicator
]


def _filled(numbers: list[int]) -> Report:
    """A report with these numbers in all cells that are no totals, and nothing in the totals."""
    values = {cell: Decimal(n) for cell, n in zip(PARTS, numbers, strict=True)}
    return replace(empty_report(FORM, 2024), values=values)


def _at(report: Report, row: str, column: str) -> tuple[ComputedTotal, ...]:
    return TOTALS.at(report, CellAddress("requests", row, column))


@pytest.mark.parametrize("name", CLEAN_REPORTS)
def test_every_total_of_a_clean_report_is_the_sum_of_its_parts(name: str) -> None:
    report = clean_report(name, FORM)
    for table in FORM.tables:
        totals = TotalCells(FORM, table)
        for cell in totals:
            assert totals.at(report, cell)
            assert all(total.agrees(report.value(cell)) for total in totals.at(report, cell))


def test_the_corner_is_a_total_of_its_row_and_of_its_column() -> None:
    report = clean_report(CLEAN_REPORTS[0], FORM)
    assert {total.over for total in TOTALS.at(report, GRAND)} == {Over.ROWS, Over.COLUMNS}
    assert set(TOTALS.kinds(GRAND)) == set(Over)
    assert TOTALS.kinds(CellAddress("requests", "settled", "natural")) == (Over.COLUMNS,)
    assert TOTALS.kinds(CellAddress("requests", "granted", "natural")) == ()


def test_a_total_is_not_known_before_all_of_its_parts_are() -> None:
    report = empty_report(FORM, 2024)
    assert _at(report, "received", "total") == ()
    part = CellAddress("requests", "received", "natural")
    report = replace(report, values={part: Decimal(3)})
    assert _at(report, "received", "total") == ()
    # Where blanks mean that nothing happened, they are known.
    report = replace(report, fields={BLANKS: MAY_STAY_BLANK})
    assert [total.number for total in _at(report, "received", "total")] == [3]


def test_words_in_a_part_make_the_total_unknown() -> None:
    report = clean_report(CLEAN_REPORTS[0], FORM)
    part = CellAddress("requests", "received", "natural")
    report = replace(report, values={**report.values, part: "约300"})
    assert _at(report, "received", "total") == ()


def test_relations_that_only_ask_give_no_totals() -> None:
    form = shipped_forms().form("zfxxgk-2014")
    rows = {cell.row for cell in TotalCells(form, form.tables[0])}
    assert rows == {"received", "closed", "answered", "staff"}


@given(st.lists(st.integers(0, 9999), min_size=len(PARTS), max_size=len(PARTS)))
def test_filled_totals_agree_with_every_sum(numbers: list[int]) -> None:
    report = _filled(numbers)
    filled = TOTALS.filled(report, tuple(TOTALS))
    assert not filled.open
    assert not filled.contested
    after = apply_all(report, filled.changes)
    for cell in TOTALS:
        assert after.value(cell) is not None
        assert all(total.agrees(after.value(cell)) for total in TOTALS.at(after, cell))
    assert TOTALS.filled(after, tuple(TOTALS)).changes == ()


def test_only_the_totals_that_are_wanted_are_filled_in() -> None:
    report = _filled([1] * len(PARTS))
    wanted = CellAddress("requests", "received", "total")
    filled = TOTALS.filled(report, [wanted, CellAddress("requests", "received", "natural")])
    assert [(c.address, c.new) for c in filled.changes] == [(wanted, 6)]


def test_a_total_with_an_open_part_is_named_and_left_alone() -> None:
    report = _filled([1] * len(PARTS))
    gone = CellAddress("requests", "received", "natural")
    report = replace(report, values={c: v for c, v in report.values.items() if c != gone})
    filled = TOTALS.filled(report, tuple(TOTALS))
    assert filled.open == (CellAddress("requests", "received", "total"),)


def test_a_corner_with_two_sums_stays_as_it_is_and_is_named() -> None:
    report = clean_report(CLEAN_REPORTS[0], FORM)
    wrong = CellAddress("requests", "granted", "total")
    number = report.value(wrong)
    assert isinstance(number, Decimal)
    report = replace(report, values={**report.values, wrong: number + 1})
    filled = TOTALS.filled(report, [GRAND])
    assert filled.contested == (GRAND,)
    assert filled.changes == ()


def test_every_part_knows_its_totals() -> None:
    assert TOTALS.parts_of[CellAddress("requests", "granted", "natural")] == (
        CellAddress("requests", "settled", "natural"),
        CellAddress("requests", "granted", "total"),
    )
