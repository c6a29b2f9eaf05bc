"""Exactly what the rules about wording say of the founding document."""

from __future__ import annotations

from xjdesk.checks.finding import Finding
from xjdesk.checks.wording.wording_rules import wording_rules
from xjdesk.core.address import SpanAddress
from xjdesk.core.change import apply
from xjdesk.core.report import Report
from xjdesk.core.severity import Severity
from xjdesk.core.word_list import WordList
from xjdesk.storage.form_library import shipped_forms

_QUERY, _HINT = Severity.QUERY, Severity.HINT


def _findings(report: Report, words: WordList) -> list[Finding]:
    form = shipped_forms().form(report.form_id)
    return [found for rule in wording_rules(form, words) for found in rule.check(report)]


def _told(finding: Finding) -> tuple[str, Severity, str | None, str | None]:
    return finding.rule, finding.severity, finding.found, finding.expected


def test_the_founding_document_has_these_slips_and_no_others(
    sample: Report, words: WordList
) -> None:
    assert [_told(finding) for finding in _findings(sample, words)] == [
        ("P-22", _HINT, "、", ""),
        ("P-22", _HINT, "、", ""),
        ("P-06", _QUERY, "１月１", "1月1"),
        ("P-28", _HINT, "，", "；"),
        ("P-02", _QUERY, "（宁党办）〔2016〕67号）", "（宁党办〔2016〕67号）"),
        ("P-05", _QUERY, "﹙", "（"),
        ("P-29", _HINT, "人（次）", "人次"),
        ("P-13", _QUERY, "，", "、"),
        ("P-29", _QUERY, "片（条）", "篇（条）"),
        ("P-30", _QUERY, "办理流", "办理流程"),
        ("P-30", _QUERY, "预决预", "预决算"),
    ]


def test_every_place_is_where_the_words_stand(sample: Report, words: WordList) -> None:
    for finding in _findings(sample, words):
        (place,) = finding.where
        assert isinstance(place, SpanAddress)
        text = sample.chapter(place.chapter).paragraphs[place.paragraph].text
        assert text[place.start : place.end] == finding.found == finding.basis


def test_taking_the_first_way_out_each_time_leaves_nothing_to_say(
    sample: Report, words: WordList
) -> None:
    left = _findings(sample, words)
    while left:
        (change,) = left[0].remedies[0].changes
        sample = apply(sample, change)
        after = _findings(sample, words)
        assert len(after) == len(left) - 1
        left = after
    assert "《条例》《办法》" in sample.chapter("preface").paragraphs[0].text
