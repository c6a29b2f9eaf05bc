from __future__ import annotations

import re
from dataclasses import replace

import pytest

from tests.samples.clean_reports import CLEAN_REPORTS, HUAIAN_2024, SUQIAN_2023, clean_report
from tests.samples.year_before import year_before
from xjdesk.checks.check_data import CheckData
from xjdesk.checks.finding import Finding
from xjdesk.checks.findings import check, recheck, rule_book
from xjdesk.core.address import HeadingAddress, ParagraphAddress
from xjdesk.core.change import Change, apply
from xjdesk.core.last_year import last_year_of
from xjdesk.core.report import Paragraph, Report
from xjdesk.storage.form_library import shipped_forms

_FORM = shipped_forms().form("zfxxgk-2021")


def _alike(report: Report, before: Report, data: CheckData) -> list[Finding]:
    book = rule_book(_FORM, replace(data, last_year=last_year_of(_FORM, _FORM, before)))
    return [finding for finding in check(book, report).sorted() if finding.rule == "Y-05"]


@pytest.mark.parametrize("name", CLEAN_REPORTS)
def test_the_same_words_with_other_numbers_are_called_alike(
    check_data: CheckData, name: str
) -> None:
    report = clean_report(name, _FORM)
    before = year_before(_FORM, report)
    chapters = tuple(
        replace(
            chapter,
            paragraphs=tuple(Paragraph(re.sub("[0-9]+", "7", p.text)) for p in chapter.paragraphs),
        )
        for chapter in before.chapters
    )
    found = _alike(report, replace(before, chapters=chapters), check_data)
    assert {str(f.where[0]) for f in found} >= {
        "narrative/overview/heading",
        "narrative/problems/heading",
    }
    assert all(f.found == "100%" for f in found)
    assert all("100%与上年报告相同（数字不计），如“" in f.message for f in found)


def test_two_reports_written_by_two_offices_are_not_alike(check_data: CheckData) -> None:
    report = clean_report(HUAIAN_2024, _FORM)
    before = replace(clean_report(SUQIAN_2023, _FORM), year=2023)
    assert _alike(report, before, check_data) == []


def test_a_short_chapter_may_be_the_same_every_year(check_data: CheckData) -> None:
    report = clean_report(HUAIAN_2024, _FORM)
    others = Change(
        ParagraphAddress("others", 0), report.chapter("others").paragraphs, (Paragraph("无。"),)
    )
    report = apply(report, others)
    found = _alike(report, year_before(_FORM, report), check_data)
    assert HeadingAddress("others") not in [f.where[0] for f in found]


def test_writing_the_chapter_anew_is_seen_at_once(check_data: CheckData) -> None:
    report = clean_report(HUAIAN_2024, _FORM)
    last_year = last_year_of(_FORM, _FORM, year_before(_FORM, report))
    book = rule_book(_FORM, replace(check_data, last_year=last_year))
    paragraphs = report.chapter("problems").paragraphs
    change = Change(ParagraphAddress("problems", 0), paragraphs, (Paragraph("另写一章。" * 40),))
    written = apply(report, change)
    after = recheck(book, written, [change], check(book, report))
    assert after == check(book, written)
    places = [f.where[0] for f in after.sorted() if f.rule == "Y-05"]
    assert HeadingAddress("problems") not in places
