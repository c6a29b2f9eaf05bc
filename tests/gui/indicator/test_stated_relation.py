"""Relations as they stand in a report, in names and numbers."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from tests.gui.indicator.reports import FORM, SAMPLE, WIDE, WIDE_FORM, cell
from xjdesk.core.address import CellAddress
from xjdesk.core.last_year import last_year_of
from xjdesk.core.report import Report
from xjdesk.gui.indicator.relation_book import RelationBook
from xjdesk.gui.indicator.stated_relation import Shape, StatedRelation, Verdict


def _with(report: Report, **numbers: int | None) -> Report:
    values = dict(report.values)
    for row, number in numbers.items():
        values.pop(cell(row), None)
        if number is not None:
            values[cell(row)] = Decimal(number)
    return replace(report, values=values)


def _of(report: Report, row: str) -> list[StatedRelation]:
    return list(RelationBook(FORM, None).stated(report, cell(row)))


def test_a_sum_is_told_with_todays_numbers() -> None:
    first = _of(SAMPLE, "closed")[0]
    assert first.in_numbers == "198 ＝ 50 ＋ 148 ✓"
    assert first.in_words == "三、（二）申请办结数 198 ＝ 1.按时办结数 50 ＋ 2.延期办结数 148 ✓"
    assert (first.shape, first.verdict) == (Shape.EQUATION, Verdict.HOLDS)
    assert [p.cell for p in first.pieces if p.cell] == [
        cell("closed"),
        cell("closed_in_time"),
        cell("closed_extended"),
    ]


def test_what_does_not_hold_says_by_how_much() -> None:
    (broken, *_) = _of(_with(SAMPLE, closed=200), "closed")
    assert broken.in_numbers == "200 ＝ 50 ＋ 148 ✗ 差2"
    assert broken.verdict is Verdict.BROKEN


def test_what_is_only_usual_asks_when_it_does_not_hold() -> None:
    asked = [r for r in _of(SAMPLE, "closed") if r.verdict is Verdict.BROKEN]
    assert [r.outcome for r in asked] == ["？差98，请核实"]


def test_blanks_leave_a_relation_open() -> None:
    (first, *_) = _of(_with(SAMPLE, closed_in_time=None), "closed")
    assert first.verdict is Verdict.OPEN
    assert first.in_numbers.startswith("198 ＝ 空 ＋ 148 （有未填的格")


def test_conditions_are_joined_in_words() -> None:
    conditions = [r for r in _of(SAMPLE, "received") if r.shape is Shape.CONDITIONS]
    assert conditions[0].in_words.startswith("如果 三、（一）收到申请数 200 ＝ 0，那么 ")
    (both,) = _of(SAMPLE, "courses")
    assert both.in_numbers == "3 ＝ 0 与 300 ＝ 0，要么都是，要么都不是 ✓"


def test_of_a_long_sum_only_what_makes_it_more_than_nothing_is_told() -> None:
    settled = CellAddress("requests", "settled", "natural")
    relations = RelationBook(WIDE_FORM, None).stated(WIDE, settled)
    long = [r for r in relations if "其余" in r.in_numbers]
    assert len(long) == 1
    assert "＋ 0" not in long[0].in_numbers
    assert "（其余2项为0）" in long[0].in_numbers


def test_along_a_row_the_columns_name_the_cells() -> None:
    total = CellAddress("requests", "received", "total")
    told = [r.in_words for r in RelationBook(WIDE_FORM, None).stated(WIDE, total)]
    assert any(one.startswith("总计 3119 ＝ 自然人 3001 ＋ 商业企业 53") for one in told)


def test_last_years_number_is_told_and_nothing_leads_to_it() -> None:
    before = replace(WIDE, year=WIDE.year - 1)
    book = RelationBook(WIDE_FORM, last_year_of(WIDE_FORM, WIDE_FORM, before))
    carried_in = CellAddress("requests", "carried_in", "total")
    (found,) = [r for r in book.stated(WIDE, carried_in) if "上年四" in r.in_words]
    assert found.in_numbers == "34 ＝ 103 ✗ 差69"
    assert [p.cell for p in found.pieces if p.number] == [carried_in, None]
    in_force = CellAddress("disclosure", "regulations", "in_force")
    told = next(r.in_words for r in book.stated(WIDE, in_force))
    assert told.startswith("现行有效件数 11 ＝ 上年现行有效件数 11 ＋ 本年制发件数 1")
    far = replace(WIDE, year=WIDE.year + 1)
    assert not any("上年四" in r.in_words for r in book.stated(far, carried_in))


@pytest.mark.parametrize("form", [FORM, WIDE_FORM])
def test_every_relation_of_every_form_can_be_told(form: object) -> None:
    chosen, report = (FORM, SAMPLE) if form is FORM else (WIDE_FORM, WIDE)
    book = RelationBook(chosen, None)
    told = [r for c in chosen.indicator_cells() for r in book.stated(report, c)]
    assert told
    assert all(r.in_words and r.in_numbers and r.message for r in told)


def test_a_part_knows_the_totals_it_goes_into() -> None:
    book = RelationBook(FORM, None)
    assert book.totals_of(cell("closed_in_time")) == (cell("closed"),)
    assert book.totals_of(cell("closed")) == ()
