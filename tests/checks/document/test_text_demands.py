from __future__ import annotations

import pytest

from tests.checks.planted.kinds import with_text
from tests.samples.clean_reports import HUAIAN_2024, clean_report
from xjdesk.checks.document.document_rules import document_rules
from xjdesk.checks.finding import Finding
from xjdesk.core.address import SpanAddress
from xjdesk.storage.form_library import shipped_forms

_FORM = shipped_forms().form("zfxxgk-2021")
_RULES = tuple(document_rules(_FORM))
_CLEAN = clean_report(HUAIAN_2024, _FORM)


def _found(rule: str, chapter: str, *paragraphs: str) -> list[Finding]:
    report = with_text(_CLEAN, chapter, *paragraphs)
    return [f for each in _RULES for f in each.check(report) if f.rule == rule]


@pytest.mark.parametrize(
    "text",
    [
        "本年度没有收取信息处理费。",
        "2024年，我县未收取政府信息公开信息处理费，无其他需要报告的事项。",
        "一是本年度依申请公开没有收取任何费用；二是无其他事项。",
        "本机关2024年度未发生政府信息公开收费情况。",
    ],
)
def test_charges_may_be_told_in_any_words(text: str) -> None:
    assert _found("H21-11", "others", text) == []


def test_a_chapter_without_what_it_must_tell_is_an_error() -> None:
    (finding,) = _found("H21-11", "others", "无其他需要报告的事项。")
    assert finding.message == "“六、其他事项”一章应报告收取信息处理费的情况，没有收取的也要写明。"


def test_a_chapter_not_written_yet_is_asked_for_as_such_only() -> None:
    assert _found("H21-11", "others") == []
    assert len(_found("D-04", "others")) == 1


@pytest.mark.parametrize("text", ["无", "无。", "暂无。", "没有", "/", "——"])
def test_none_is_no_content(text: str) -> None:
    (finding,) = _found("D-16", "problems", text)
    assert f"只写了“{text}”" in finding.message


def test_more_than_none_is_content() -> None:
    assert _found("D-16", "problems", "无重大问题，改进情况如下。") == []


def test_what_is_left_of_the_template_is_pointed_at() -> None:
    text = "该部分以表格形式报告。表格如下:"
    (finding,) = _found("H21-17", "disclosure", text)
    assert finding.where == (SpanAddress("disclosure", 0, 0, len(text)),)


@pytest.mark.parametrize(
    "text",
    [
        "工作情况以表格形式在网站公布。",
        "以图表、文字形式开展政策解读。",
        "按照国办公开办函〔2021〕30号要求编制。",
        "根据《条例》（国令第711号）编制。",
    ],
)
def test_words_of_the_year_are_left_alone(text: str) -> None:
    assert _found("H21-17", "overview", text) == []
    assert _found("H21-18", "overview", text) == []


@pytest.mark.parametrize(
    "citation",
    ["国办公开办函〔2019〕60号", "国办公开办函﹝2019﹞ 60号", "国办发[2014]32号", "国令第492号"],
)
def test_a_citation_of_what_is_no_longer_in_force_is_asked_about(citation: str) -> None:
    (finding,) = _found("H21-18", "preface", f"根据有关规定（{citation}）编制。")
    assert citation in finding.message
