"""Relations that look back: they need last year's report, and cells that it counted alike."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.samples.clean_reports import CLEAN_REPORTS, HUAIAN_2024, clean_report
from tests.samples.year_before import year_before
from xjdesk.checks.check_data import CheckData
from xjdesk.checks.finding import Finding
from xjdesk.checks.findings import check, recheck, rule_book
from xjdesk.core.address import CellAddress
from xjdesk.core.change import Change, apply, apply_all
from xjdesk.core.document_fields import OWN_LEVEL, SCOPE, WHOLE_REGION
from xjdesk.core.last_year import LastYear, last_year_of
from xjdesk.core.report import Report, empty_report
from xjdesk.storage.form_library import shipped_forms

_FORM = shipped_forms().form("zfxxgk-2021")
_REPORT = clean_report(HUAIAN_2024, _FORM)
_LAST_YEAR = last_year_of(_FORM, _FORM, year_before(_FORM, _REPORT))
_CARRIED_IN = list(_FORM.table("requests").cells_in("carried_in"))


_LOOKING_BACK = frozenset(relation.id for relation in _FORM.relations if relation.looks_back)


def _found(report: Report, last_year: LastYear = _LAST_YEAR) -> list[Finding]:
    book = rule_book(_FORM, CheckData(last_year=last_year))
    return [f for f in check(book, report).sorted() if f.rule in _LOOKING_BACK]


@pytest.mark.parametrize("name", CLEAN_REPORTS)
def test_a_clean_report_beside_its_year_before_breaks_no_relation(name: str) -> None:
    report = clean_report(name, _FORM)
    before = year_before(_FORM, report)
    assert _found(report, last_year_of(_FORM, _FORM, before)) == []


@given(st.sampled_from(_CARRIED_IN), st.integers(0, 10_000))
def test_any_changed_column_of_what_was_carried_in_is_named(cell: CellAddress, number: int) -> None:
    old = _REPORT.value(cell)
    report = apply(_REPORT, Change(cell, old, Decimal(number)))
    broken = [f for f in _found(report) if f.rule == "H21-05"]
    assert [f.where for f in broken] == ([] if number == old else [(cell,)])
    for finding in broken:
        assert "上年四、结转下年度继续办理" in finding.message
        column = _FORM.table("requests").column(cell.column)
        assert (column.name or column.label) in finding.message
        assert (finding.found, finding.expected) == (str(number), str(old))


def test_last_years_number_can_be_filled_in() -> None:
    cell = _CARRIED_IN[0]
    report = apply(_REPORT, Change(cell, _REPORT.value(cell), Decimal(35)))
    (finding,) = (f for f in _found(report) if f.rule == "H21-05")
    assert finding.remedies[0].label == "填入上年数 34"
    assert apply_all(report, finding.remedies[0].changes).values == _REPORT.values


def test_documents_in_force_are_asked_about_when_they_do_not_follow() -> None:
    cell = CellAddress("disclosure", "normative_documents", "in_force")
    report = apply(_REPORT, Change(cell, _REPORT.value(cell), Decimal(67)))
    (finding,) = _found(report)
    assert finding.rule == "H21-06b"
    assert "按上年行政规范性文件（现行有效件数）推算 84+8-26=66，相差 1 件" in finding.message
    assert all(place in _REPORT.values for place in finding.where)


@pytest.mark.parametrize("field", [OWN_LEVEL, WHOLE_REGION])
def test_a_change_of_the_scope_is_checked_at_once(field: str) -> None:
    before = replace(_LAST_YEAR.report, fields={**_LAST_YEAR.report.fields, SCOPE: OWN_LEVEL})
    book = rule_book(_FORM, CheckData(last_year=replace(_LAST_YEAR, report=before)))
    cell = _CARRIED_IN[0]
    wrong = apply(_REPORT, Change(cell, _REPORT.value(cell), Decimal(35)))
    change = Change(SCOPE, "", field)
    scoped = apply(wrong, change)
    found = recheck(book, scoped, [change], check(book, wrong))
    assert found == check(book, scoped)
    is_compared = any(f.rule == "H21-05" for f in found.sorted())
    assert is_compared == (field == OWN_LEVEL)


def test_without_last_year_and_where_the_count_has_changed_nothing_is_compared() -> None:
    cell = _CARRIED_IN[0]
    report = apply(_REPORT, Change(cell, _REPORT.value(cell), Decimal(35)))
    assert not any(f.rule == "H21-05" for f in check(rule_book(_FORM), report).sorted())
    changed = replace(_LAST_YEAR, same={})
    assert not any(f.rule == "H21-05" for f in _found(report, changed))


def test_what_last_year_left_blank_breaks_nothing() -> None:
    blank = replace(_LAST_YEAR.report, values={})
    assert _found(_REPORT, replace(_LAST_YEAR, report=blank)) == []


def test_of_an_earlier_form_only_what_it_counted_alike_is_compared() -> None:
    library = shipped_forms()
    earlier = library.form("zfxxgk-2019")
    values = {cell: Decimal(1) for cell in earlier.indicator_cells()}
    before = replace(empty_report(earlier, _REPORT.year - 1), values=values)
    rules = {finding.rule for finding in _found(_REPORT, last_year_of(_FORM, earlier, before))}
    assert rules == {"H21-05", "H21-15"}
    oldest = library.form("zfxxgk-2014")
    values = {cell: Decimal(1) for cell in oldest.indicator_cells()}
    before = replace(empty_report(oldest, _REPORT.year - 1), values=values)
    assert _found(_REPORT, last_year_of(_FORM, oldest, before)) == []
