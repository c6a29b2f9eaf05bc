from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from decimal import Decimal

from xjdesk.checks.check_data import CheckData
from xjdesk.checks.finding import Finding
from xjdesk.checks.findings import check, recheck, rule_book
from xjdesk.core.address import CellAddress
from xjdesk.core.change import Change, apply
from xjdesk.core.last_year import last_year_of
from xjdesk.core.report import Report, empty_report
from xjdesk.storage.form_library import shipped_forms

_OF_2014 = shipped_forms().form("zfxxgk-2014")
_OF_2021 = shipped_forms().form("zfxxgk-2021")


def _report(year: int = 2016, **values: int) -> Report:
    cells = {CellAddress("statistics", r, "count"): Decimal(v) for r, v in values.items()}
    return replace(empty_report(_OF_2014, year), values=cells)


def _swings(report: Report, before: Report) -> list[Finding]:
    book = rule_book(_OF_2014, CheckData(last_year=last_year_of(_OF_2014, _OF_2014, before)))
    return [f for f in check(book, report).sorted() if f.rule == "H14-19"]


def test_a_swing_beyond_the_factor_is_asked_about() -> None:
    (finding,) = _swings(_report(website=5001), _report(2015, website=1000))
    assert "本年为5001，上年为1000" in finding.message


def test_a_swing_is_bound_to_both_numbers_and_leads_to_its_cell() -> None:
    (finding,) = _swings(_report(website=5001), _report(2015, website=1000))
    assert finding.basis == "5001、1000"
    assert finding.remedies[0].label == "转到“2.政府网站公开政府信息数”"
    assert finding.remedies[0].place == finding.where[0]


def test_a_fall_to_zero_is_a_swing() -> None:
    findings = _swings(_report(website=0), _report(2015, website=1000))
    assert [f.found for f in findings] == ["0"]


def test_a_swing_within_the_factor_from_zero_or_from_a_blank_is_not() -> None:
    assert not _swings(_report(website=5000), _report(2015, website=1000))
    assert not _swings(_report(website=200), _report(2015, website=1000))
    assert not _swings(_report(website=9), _report(2015, website=0))
    assert not _swings(_report(website=9), _report(2015))


def test_a_report_on_any_other_year_is_not_compared() -> None:
    assert not _swings(_report(website=5001), _report(2014, website=1000))


def test_an_edit_of_the_cell_is_checked_at_once() -> None:
    last_year = last_year_of(_OF_2014, _OF_2014, _report(2015, website=1000))
    book = rule_book(_OF_2014, CheckData(last_year=last_year))
    report = _report(website=1000)
    change = Change(CellAddress("statistics", "website", "count"), Decimal(1000), Decimal(1))
    edited = apply(report, change)
    assert recheck(book, edited, [change], check(book, report)) == check(book, edited)
    assert any(f.rule == "H14-19" for f in check(book, edited).sorted())


def test_only_the_named_rows_are_looked_at() -> None:
    def report(year: int, number: int) -> Report:
        cells: Iterable[CellAddress] = _OF_2021.table("disclosure").addresses()
        values = {cell: Decimal(number) for cell in cells}
        return replace(empty_report(_OF_2021, year), values=values)

    last_year = last_year_of(_OF_2021, _OF_2021, report(2023, 550))
    book = rule_book(_OF_2021, CheckData(last_year=last_year))
    found = [f for f in check(book, report(2024, 9487)).sorted() if f.rule == "H21-15"]
    assert [f.where[0].row for f in found if isinstance(f.where[0], CellAddress)] == [
        "licences",
        "penalties",
        "coercive_measures",
    ]
