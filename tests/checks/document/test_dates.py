"""Dates of the document: their form, their order, and the year they belong to."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from xjdesk.checks.document.date_text import date_text, read_date, regular_date
from xjdesk.checks.finding import Finding
from xjdesk.core.document_fields import DATE, FILLED_ON, NUMBER, PRINTED_BY, PRINTED_ON
from xjdesk.core.ordinals import chinese
from xjdesk.core.report import Report

Found = Callable[[Report, str], list[Finding]]
Written = Callable[..., Report]
Fixed = Callable[[Report, Finding], Report]


@given(st.dates(date(1900, 1, 1), date(2099, 12, 31)))
def test_a_date_is_read_back_from_every_way_of_writing_it(day: date) -> None:
    regular = date_text(day)
    full_width = regular.translate({ord(str(d)): chr(0xFF10 + d) for d in range(10)})
    year = "".join("〇一二三四五六七八九"[int(d)] for d in str(day.year))
    ways = [
        regular,
        full_width,
        f"{day.year}年{day.month:02}月{day.day:02}日",
        f"{day.year}-{day.month}-{day.day}",
        f"{day.year}.{day.month}.{day.day}",
        f"{day.year}/{day.month:02}/{day.day:02}",
        f"{day.year} 年 {day.month} 月 {day.day} 日",
        f"{year}年{chinese(day.month)}月{chinese(day.day)}日",
    ]
    assert {read_date(way) for way in ways} == {day}
    assert {way for way in ways if regular_date(way)} == {regular}


@given(st.text())
def test_whatever_is_typed_as_a_date_breaks_nothing(text: str) -> None:
    assert read_date(text) is None or isinstance(read_date(text), date)


@pytest.mark.parametrize("text", ["二〇一七年一月十九日", "2017年01月19日", "２０１７年１月１９日"])
@pytest.mark.parametrize("field", [DATE, FILLED_ON, PRINTED_ON])
def test_an_irregular_date_is_put_right(
    text: str, field: object, found: Found, written: Written, after_fix: Fixed
) -> None:
    report = written(fields={field: text})
    (finding,) = found(report, "D-06")
    assert "GB/T 9704" in finding.message
    fixed = after_fix(report, finding)
    assert fixed.fields == {field: "2017年1月19日"}
    assert not found(fixed, "D-06")


@pytest.mark.parametrize("text", ["2017年2月30日", "17年1月19日", "明天", "2017-13-1"])
def test_a_date_that_is_not_certain_is_not_put_right(
    text: str, found: Found, written: Written
) -> None:
    (finding,) = found(written(fields={DATE: text}), "D-06")
    assert not any(remedy.changes for remedy in finding.remedies)


def test_the_word_that_the_page_prints_behind_the_date_may_be_typed(
    found: Found, written: Written
) -> None:
    assert not found(written(fields={PRINTED_ON: "2017年1月19日印发"}), "D-06")
    assert found(written(fields={DATE: "2017年1月19日印发"}), "D-06")


def test_dates_lie_in_the_order_of_filling_signing_and_printing(
    found: Found, written: Written
) -> None:
    fields = {FILLED_ON: "2017年1月20日", DATE: "2017年1月19日", PRINTED_ON: "2017年1月18日"}
    assert [f.where for f in found(written(fields=fields), "P-18")] == [
        (DATE, FILLED_ON),
        (PRINTED_ON, DATE),
    ]
    same = dict.fromkeys(fields, "2017年1月19日")
    assert not found(written(fields=same), "P-18")
    rising = {FILLED_ON: "2017年1月18日", DATE: "2017年1月19日", PRINTED_ON: "2017年2月1日"}
    assert not found(written(fields=rising), "P-18")


@pytest.mark.parametrize(
    ("text", "when"),
    [("2016年12月31日", "最后一天"), ("2016年2月10日", "结束之前"), ("2015年1月1日", "结束之前")],
)
def test_a_report_is_not_dated_within_its_year(
    text: str, when: str, found: Found, written: Written
) -> None:
    (finding,) = found(written(fields={DATE: text}), "P-18")
    assert when in finding.message


def test_a_report_of_january_is_neither_early_nor_late(found: Found, written: Written) -> None:
    for text in ("2017年1月1日", "2017年3月31日"):
        report = written(fields={DATE: text})
        assert not found(report, "P-18")
        assert not found(report, "D-14")


def test_a_late_report_is_told_the_day_it_was_due(found: Found, written: Written) -> None:
    (finding,) = found(written(fields={DATE: "2017年4月1日"}), "D-14")
    assert "2017年3月31日" in finding.message


def test_the_number_bears_the_year_of_the_date(found: Found, written: Written) -> None:
    fields = {NUMBER: "西政发〔2016〕12号", DATE: "2017年1月19日"}
    (finding,) = found(written(fields=fields), "D-08")
    assert finding.where == (NUMBER, DATE)
    for same in ({NUMBER: "西政发〔2017〕12号"}, {NUMBER: "西政发[2017]12号"}, {NUMBER: "12号"}):
        assert not found(written(fields=fields | same), "D-08")


def test_who_printed_and_when_are_told_together(found: Found, written: Written) -> None:
    (finding,) = found(written(fields={PRINTED_BY: "西吉县人民政府办公室"}), "P-35")
    assert finding.where == (PRINTED_ON,)
    assert not found(written(), "P-35")
    both = {PRINTED_BY: "西吉县人民政府办公室", PRINTED_ON: "2017年1月19日"}
    assert not found(written(fields=both), "P-35")
