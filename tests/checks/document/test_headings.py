"""Headings: their order, their ends, and how many parts the report says it has."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from xjdesk.checks.document.heading_order_rules import heading_order_rules
from xjdesk.checks.finding import Finding
from xjdesk.core.address import HeadingAddress
from xjdesk.core.ordinals import chinese
from xjdesk.core.report import Chapter, Paragraph, Report
from xjdesk.storage.form_library import shipped_forms

Found = Callable[[Report, str], list[Finding]]
Written = Callable[..., Report]
Fixed = Callable[[Report, Finding], Report]
WordsAt = Callable[[Report, Finding], list[str]]


def _headed(report: Report, *headings: str) -> Report:
    chapters = tuple(Chapter(f"c{n}", heading, ()) for n, heading in enumerate(headings))
    return replace(report, chapters=chapters)


@pytest.mark.parametrize(
    ("headings", "told"),
    [
        (["", "一、概述", "二、公开", "三、申请"], []),
        (["概述", "一、公开", "二、申请", "附则"], []),
        (["第一部分 概述", "第二部分 公开"], []),
        (["一、概述", "三、公开", "四、申请"], ["三、应为二、"]),
        (["一、概述", "二、公开", "二、申请", "三、问题"], ["二、应为三、"]),
        (["二、公开", "三、申请"], ["二、应为一、"]),
    ],
)
def test_chapters_are_counted_from_one_without_gap(
    headings: list[str], told: list[str], found: Found, written: Written
) -> None:
    findings = found(_headed(written(), *headings), "P-11")
    assert [f"{f.found}应为{f.expected}" for f in findings] == told
    assert all(isinstance(f.where[0], HeadingAddress) for f in findings)


def test_chapters_not_written_yet_are_no_gap_and_no_repetition(
    found: Found, written: Written
) -> None:
    only_third = written("受理申请3件。", chapter="requests")
    assert not found(only_third, "P-11")
    others = (
        Chapter("a", "一、主动公开情况", (Paragraph("公开信息5条。"),)),
        Chapter("b", "二、收费情况", (Paragraph("没有收费。"),)),
    )
    copied = written("本报告共两部分。", chapter="preface")
    chapters = (copied.chapters[0], copied.chapters[1], *others)
    report = replace(copied, chapters=chapters)
    assert not found(report, "P-11")
    assert not found(report, "D-12")


@pytest.mark.parametrize(
    ("paragraphs", "told"),
    [
        (["（一）组织。", "（二）制度。", "（三）机构。"], []),
        (["（一）组织。", "1.会议。", "2.培训。", "（二）制度。", "1.会议。"], []),
        (["1.会议。", "（1）甲。", "（2）乙。", "2.培训。", "（1）甲。"], []),
        (["1.会议。", "2.培训。", "另有下列各项。", "1.甲。", "2.乙。"], []),
        (["总体情况。（一）组织情况。成立机构。", "（二）制度。", "（三）机构。"], []),
        (["存在的问题：", "（一）认识。", "下一步打算：", "（一）培训。", "（二）考核。"], []),
        (["包括：1.会议；2.培训。", "3.考核。"], []),
        (["（一）组织。", "（三）制度。", "（四）机构。"], ["（三）"]),
        (["（一）组织。", "（一）制度。"], ["（一）"]),
        (["（二）组织。"], ["（二）"]),
        (["（一）组织。", "1.会议。", "3.培训。"], ["3."]),
        (["一、主动公开", "（一）组织。"], ["一、"]),
        (["2.5万条信息公开。", "2016年，公开信息。"], []),
    ],
)
def test_numbers_inside_a_chapter_begin_anew_and_go_on(
    paragraphs: list[str], told: list[str], found: Found, written: Written, words_at: WordsAt
) -> None:
    report = written(*paragraphs)
    assert [words_at(report, f)[0] for f in found(report, "P-11")] == told


@given(st.lists(st.integers(1, 6), max_size=6))
def test_whatever_is_counted_regularly_is_no_finding(sizes: list[int]) -> None:
    report = Report(
        "any",
        2016,
        {},
        tuple(
            Chapter(
                f"c{n}",
                f"{chinese(n)}、章",
                tuple(Paragraph(f"（{chinese(k)}）节。正文。") for k in range(1, size + 1)),
            )
            for n, size in enumerate(sizes, 1)
        ),
        {},
    )
    (rule,) = heading_order_rules(shipped_forms().form("zfxxgk-2014"))
    assert not list(rule.check(report))
    for dropped in range(len(sizes) - 1):
        chapters = report.chapters[:dropped] + report.chapters[dropped + 1 :]
        assert len(list(rule.check(replace(report, chapters=chapters)))) == 1


def test_a_heading_on_its_own_line_has_no_mark_at_its_end(
    found: Found, written: Written, after_fix: Fixed
) -> None:
    report = _headed(written(), "一、概述。", "二、公开")
    (finding,) = found(report, "P-14")
    assert after_fix(report, finding).chapters[0].heading == "一、概述"
    below = written("（一）强化组织建设。", "成立了领导小组。")
    (finding,) = found(below, "P-14")
    assert after_fix(below, finding).chapter("overview").paragraphs[0].text == "（一）强化组织建设"


@pytest.mark.parametrize(
    "paragraphs",
    [
        ["（一）强化组织建设。成立了领导小组。", "（二）加强制度建设。修订制度。"],
        ["（一）强化组织建设", "成立了领导小组。", "（二）加强制度建设", "修订制度。"],
        ["（一）公开信息5条。", "（二）受理申请3件。"],
        ["1.公开信息5条。", "另有说明。"],
        ["（一）存在的问题：", "认识不足。"],
    ],
)
def test_headings_built_alike_and_short_lists_are_left_alone(
    paragraphs: list[str], found: Found, written: Written
) -> None:
    assert not found(written(*paragraphs), "P-14")


def test_the_heading_built_otherwise_is_pointed_at(
    found: Found, written: Written, words_at: WordsAt
) -> None:
    report = written(
        "（一）强化组织。成立了小组。", "（二）加强制度。修订。", "（三）公开信息", "已公开。"
    )
    (finding,) = found(report, "P-14")
    assert words_at(report, finding) == ["（三）公开信息"]


@pytest.mark.parametrize(
    ("preface", "told"),
    [
        ("本报告由概述、主动公开情况等四部分组成。", []),
        ("全文共四个部分。", []),
        ("全文包括概述等九个部分。", ["九个部分"]),
        ("本报告分为5大部分。", ["5大部分"]),
        ("本报告由概述等和附表五部分组成。", []),
        ("本报告由概述等和附表六部分组成。", ["六部分"]),
        ("全文第一部分为概述，大部分数据来自统计表，一部分为估计。", []),
        ("网站由四个栏目、九个部分组成。", []),
        ("按照《年度报告格式》要求，网站由九个部分组成。", []),
        ("《年度报告》由九个部分组成。", ["九个部分"]),
    ],
)
def test_the_report_has_as_many_parts_as_it_says(
    preface: str, told: list[str], found: Found, written: Written, words_at: WordsAt
) -> None:
    report = written(preface, chapter="preface")
    assert [words_at(report, f)[0] for f in found(report, "D-12")] == told
