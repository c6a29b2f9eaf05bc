from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.checks.last_year.spoken_form import FORM, RECEIVED, report_of, said_of
from xjdesk.checks.check_data import CheckData
from xjdesk.checks.findings import check, rule_book
from xjdesk.core.change import apply_all
from xjdesk.core.figure import FigureKind, FigureSource
from xjdesk.core.figure_text import figure_text
from xjdesk.core.last_year import last_year_of

_RULE = "Y-09"
_BEFORE = report_of(2023, received=3607, carried_in=121)


def test_a_growth_that_the_tables_contradict_is_told_with_the_right_one(
    check_data: CheckData,
) -> None:
    """宿迁2024: 3646 against 3607 is 1.08%, not 1.05%."""
    text = "全市新收政府信息公开申请3646件，较上年增长1.05%。"
    report = report_of(2024, text, received=3646, carried_in=121)
    (finding,) = said_of(report, _BEFORE, check_data, _RULE)
    assert (finding.found, finding.expected) == ("1.05", "1.08")
    assert "上年报告中一、本年新收政府信息公开申请数量（总计）为3607件" in finding.message
    assert "应为增长1.08%" in finding.message
    assert finding.remedies[0].label == "改为1.08%"
    mended = apply_all(report, finding.remedies[0].changes)
    assert mended.chapter("overview").paragraphs[0].text == text.replace("1.05", "1.08")
    assert not said_of(mended, _BEFORE, check_data, _RULE)


@pytest.mark.parametrize(
    "text",
    [
        "新收申请3646件，较上年增长1.1%。",
        "新收申请3646件，同比增长1.08%。",
        "新收申请3646件，比上年增加39件。",
        "新收申请3646件，较上年增加39件，增长1.08%。",
        "新收申请3646件（较去年增长1.08%）。",
        "收到申请3767件，较上年增长1.05%。",
        "新收申请3646件。办结较上年增长5%。",
        "新收申请3646件，网站较上年增长5%。",
        "新收申请3646件，较上年增长约5%。",
    ],
)
def test_what_is_right_or_not_certainly_said_of_the_cell_is_left_alone(
    check_data: CheckData, text: str
) -> None:
    report = report_of(2024, text, received=3646, carried_in=121)
    assert said_of(report, _BEFORE, check_data, _RULE) == []


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("新收申请3646件，比上年增加40件。", "应为增加39件"),
        ("新收申请3646件，比上年减少39件。", "应为增加39件"),
        ("新收申请3646件，较上年下降1.08%。", "应为增长1.08%"),
        ("新收申请3607件，较上年增长1.08%。", "与上年持平"),
    ],
)
def test_what_is_wrong_is_told(check_data: CheckData, text: str, told: str) -> None:
    received = 3646 if "3646" in text else 3607
    report = report_of(2024, text, received=received, carried_in=121)
    (finding,) = said_of(report, _BEFORE, check_data, _RULE)
    assert told in finding.message


def test_a_rate_from_nothing_is_called_so(check_data: CheckData) -> None:
    before = report_of(2023, received=0, carried_in=0)
    report = report_of(2024, "新收申请20件，较上年增长100%。", received=20, carried_in=0)
    (finding,) = said_of(report, before, check_data, _RULE)
    assert "上年为0，不能计算增长率" in finding.message
    assert finding.expected is None


def test_where_the_count_has_changed_nothing_is_judged(check_data: CheckData) -> None:
    report = report_of(2024, "新收申请3646件，较上年增长50%。", received=3646, carried_in=0)
    last_year = replace(last_year_of(FORM, FORM, _BEFORE), same={})
    book = rule_book(FORM, replace(check_data, last_year=last_year))
    assert not any(f.rule == _RULE for f in check(book, report).sorted())


@given(st.integers(0, 9999), st.integers(0, 9999), st.integers(0, 3))
def test_a_phrase_that_the_program_writes_is_never_contradicted(
    check_data: CheckData, now: int, before: int, decimals: int
) -> None:
    last = report_of(2023, received=before, carried_in=0)
    report = report_of(2024, received=now, carried_in=0)
    base = last.values[RECEIVED]
    assert not isinstance(base, str)
    source = FigureSource(FigureKind.YEAR_ON_YEAR, (RECEIVED, base), decimals, "件")
    phrase = figure_text(source, report.value)
    written = report_of(2024, f"新收申请{now}件，{phrase}。", received=now, carried_in=0)
    assert said_of(written, last, check_data, _RULE) == []
