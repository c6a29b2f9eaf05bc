"""Years in the text: told from the day of writing, of two digits, or left over from last year."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from xjdesk.checks.finding import Finding
from xjdesk.core.document_fields import DATE
from xjdesk.core.report import Report

Found = Callable[[Report, str], list[Finding]]
Written = Callable[..., Report]
Fixed = Callable[[Report, Finding], Report]
WordsAt = Callable[[Report, Finding], list[str]]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("今年发布信息5000条。", [("核实", "今年")]),
        ("去年同期为30条，明年将继续。", [("核实", "去年"), ("核实", "明年")]),
        ("本年共发布30条。", [("提示", "本年")]),
        ("近期改版网站，目前已上线。", [("提示", "近期"), ("提示", "目前")]),
        ("公开近两年文件200份。", [("提示", "近两年")]),
        ("本年度新收申请30件，本年新收30件，近年来稳步推进。", []),
        ("根据《今年工作要点》开展“回顾去年”活动。", []),
        ("过去年度的数据、文明年度评选、写明年份、项目前期工作、盲目前进、根据基本年报。", []),
        ("当年办结，2016年发布。", []),
    ],
)
def test_times_told_from_the_day_of_writing_are_found(
    text: str, told: list[tuple[str, str]], found: Found, written: Written, words_at: WordsAt
) -> None:
    report = written(text)
    findings = found(report, "P-19")
    assert [(f.severity.label, words_at(report, f)[0]) for f in findings] == told


def test_this_year_becomes_the_year_reported_on(
    found: Found, written: Written, after_fix: Fixed
) -> None:
    report = written("我县今年发布信息。")
    (finding,) = found(report, "P-19")
    fixed = after_fix(report, finding)
    assert fixed.chapter("overview").paragraphs[0].text == "我县2016年发布信息。"


def test_in_plans_now_is_left_alone_and_this_year_may_be_the_next(
    found: Found, written: Written
) -> None:
    report = written("目前还存在不足，今年将加以改进。", chapter="problems")
    (finding,) = found(report, "P-19")
    news = [remedy.label for remedy in finding.remedies if remedy.changes]
    assert news == ["改为“2016年”", "改为“2017年”"]


def test_a_report_dated_in_its_own_year_may_say_this_year(found: Found, written: Written) -> None:
    assert not found(written("今年发布信息。", fields={DATE: "2016年12月20日"}), "P-19")


@pytest.mark.parametrize("text", ["16年，全县发布信息。", "自15年3月起施行，我县于17年底完成。"])
def test_a_year_of_two_digits_is_written_in_full(
    text: str, found: Found, written: Written, after_fix: Fixed
) -> None:
    report = written(text)
    findings = found(report, "P-19")
    assert findings
    for finding in findings:
        assert "GB/T 15835" in finding.message
        assert "年" in after_fix(report, finding).chapter("overview").paragraphs[0].text
    assert all(finding.expected in {"2015年", "2016年", "2017年"} for finding in findings)


@pytest.mark.parametrize(
    "text",
    [
        "连续16年来坚持公开。",
        "2016年，发布信息。",
        "历时16年，建成网站。",
        "20年，不变。",
        "第16年度。",
    ],
)
def test_a_length_of_time_is_no_year(text: str, found: Found, written: Written) -> None:
    assert not found(written(text), "P-19")


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "《关于印发2015年政府信息公开要点的通知》（宁政办发〔2015〕64号）",
            "2015年政府信息公开要点",
        ),
        ("落实2015年政务公开工作要点。", "2015年政务公开工作要点"),
        ("编制2014年政府信息公开年度报告。", "2014年政府信息公开年度报告"),
        ("2015年，全县发布信息。", "2015年"),
        ("（一）2015年度工作回顾。", "2015年"),
    ],
)
def test_a_yearly_paper_of_an_earlier_year_is_asked_about(
    text: str, told: str, found: Found, written: Written, words_at: WordsAt
) -> None:
    report = written(text)
    (finding,) = found(report, "D-09")
    assert words_at(report, finding) == [told]
    assert "请核实" in finding.message


@pytest.mark.parametrize(
    "text",
    [
        "公开2015年财政预算执行情况和2016年财政预算报告，50个单位2015年度部门决算。",
        "落实2016年政务公开工作要点。",
        "按时发布2015年政府信息公开年度报告。",
        "在2015年度政务公开考核中获得优秀。",
        "自2015年起施行《食品安全法》，修订2015年规章。",
        "2017年，我县将落实《2017年政务公开工作要点》。",
        "公开2015年财政决算，落实政务公开工作要点。",
    ],
)
def test_a_year_that_belongs_where_it_stands_is_left_alone(
    text: str, found: Found, written: Written
) -> None:
    assert not found(written(text), "D-09")


def test_the_finding_about_an_old_paper_is_kept_when_the_sentence_is_edited(
    found: Found, written: Written
) -> None:
    before, after = (
        found(written(text), "D-09")[0]
        for text in ("落实2015年政务公开工作要点。", "我县认真落实2015年政务公开工作要点精神。")
    )
    assert (before.address, before.basis) == (after.address, after.basis)


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("统计期限为2016年１月１日至12月31日。", []),
        ("统计期限自2016年1月1日起至2016年12月31日止。", []),
        ("所列数据统计期限为2015年1月1日至12月31日。", ["2015"]),
        ("统计期限自2015 年1 月1 日至2016 年12 月31 日。", ["2015"]),
        ("规划自2015年1月1日至2020年12月31日施行。", []),
    ],
)
def test_the_period_of_the_statistics_is_the_year_reported_on(
    text: str, years: list[str], found: Found, written: Written, words_at: WordsAt, after_fix: Fixed
) -> None:
    report = written(text, chapter="preface")
    findings = found(report, "D-10")
    assert [words_at(report, finding)[0] for finding in findings] == years
    for finding in findings:
        assert not found(after_fix(report, finding), "D-10")


def test_a_chapter_heading_names_this_year_or_the_next(found: Found, written: Written) -> None:
    report = written()
    assert not found(report, "D-11")
    assert not found(replace(report, year=2017), "D-11")
    (stale,) = found(replace(report, year=2018), "D-11")
    assert "2017年" in stale.message
