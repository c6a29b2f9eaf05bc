from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from tests.checks.last_year.spoken_form import FORM, RECEIVED, report_of, said_of
from xjdesk.checks.check_data import CheckData
from xjdesk.checks.findings import check, recheck, rule_book
from xjdesk.core.change import Change, apply
from xjdesk.core.figure import Figure, FigureKind, FigureSource
from xjdesk.core.last_year import last_year_of
from xjdesk.core.report import Paragraph

_RULE = "Y-06"
_TEXT = "收到政府信息公开申请320件。"
_OTHERWISE = "全年收到申请320件，比较平稳。"
_BEFORE = report_of(2023, _TEXT, "召开会议4次，培训120人。", received=320, carried_in=5)


def test_last_years_number_is_pointed_at_until_the_cell_is_filled(check_data: CheckData) -> None:
    report = report_of(2024, _OTHERWISE)
    (finding,) = said_of(report, _BEFORE, check_data, _RULE)
    assert finding.found == "320件"
    assert "上年报告中一、本年新收政府信息公开申请数量（总计）为320件" in finding.message
    assert RECEIVED in finding.where
    assert not said_of(report_of(2024, _OTHERWISE, received=350), _BEFORE, check_data, _RULE)


def test_filling_the_cell_is_seen_at_once(check_data: CheckData) -> None:
    last_year = last_year_of(FORM, FORM, _BEFORE)
    book = rule_book(FORM, replace(check_data, last_year=last_year))
    report = report_of(2024, _TEXT)
    change = Change(RECEIVED, None, Decimal(350))
    filled = apply(report, change)
    assert recheck(book, filled, [change], check(book, report)) == check(book, filled)


def test_another_number_is_not_last_years(check_data: CheckData) -> None:
    assert not said_of(report_of(2024, "收到申请321件。"), _BEFORE, check_data, _RULE)


def test_a_sentence_that_is_the_same_with_its_numbers_is_asked_about_once(
    check_data: CheckData,
) -> None:
    report = report_of(2024, "召开会议4次，培训120人。")
    (finding,) = said_of(report, _BEFORE, check_data, _RULE)
    assert "“召开会议4次，培训120人”一句连同数字与上年报告完全相同" in finding.message
    assert not said_of(report_of(2024, "召开会议5次，培训120人。"), _BEFORE, check_data, _RULE)


def test_a_bound_number_is_left_to_the_check_of_figures(check_data: CheckData) -> None:
    figure = Figure(10, 13, FigureSource(FigureKind.VALUE, (RECEIVED,)))
    assert _TEXT[10:13] == "320"
    report = report_of(2024, Paragraph(_TEXT, (figure,)))
    assert not said_of(report, _BEFORE, check_data, _RULE)
    assert said_of(report, _BEFORE, check_data, "T-04")


def test_what_one_paragraph_has_of_last_year_is_one_finding(check_data: CheckData) -> None:
    report = report_of(2024, f"召开会议4次，培训120人。{_OTHERWISE}")
    (finding,) = said_of(report, _BEFORE, check_data, _RULE)
    assert "这一段有2处的数与上年报告相同，如“召开会议4次”、“全年收到申请320件”" in finding.message
    assert len([place for place in finding.where if place != RECEIVED]) == 2


def test_nought_may_be_the_same_every_year(check_data: CheckData) -> None:
    before = report_of(2023, "收取信息处理费0元。")
    assert not said_of(report_of(2024, "收取信息处理费0元。"), before, check_data, _RULE)
