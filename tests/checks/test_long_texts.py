"""Texts of any length: what is too long is told, and keeps nobody waiting for ever."""

from __future__ import annotations

from dataclasses import replace

import pytest

from xjdesk.checks.check_data import CheckData
from xjdesk.checks.finding import Finding
from xjdesk.checks.findings import check, rule_book
from xjdesk.checks.reading_limit import LONGEST_READ
from xjdesk.core.address import SpanAddress
from xjdesk.core.document_fields import TITLE
from xjdesk.core.form import Form
from xjdesk.core.report import Chapter, Paragraph, Report, empty_report

_PIECES = ("（", "《", "“", "5件，", "1", "一、", "（1）", "占12.5%，受理5件，", "，", "甲")
_CHAPTER = "overview"
_SLIPS = "今年（收到200件。"


def _with(form: Form, text: str) -> Report:
    return replace(
        empty_report(form, 2016), chapters=(Chapter(_CHAPTER, "一、概述", (Paragraph(text),)),)
    )


def _about_the_paragraph(form: Form, data: CheckData, text: str) -> list[Finding]:
    found = check(rule_book(form, data), _with(form, text)).sorted()
    return [
        finding
        for finding in found
        if any(
            isinstance(place, SpanAddress) and place.chapter == _CHAPTER for place in finding.where
        )
    ]


@pytest.mark.parametrize("piece", _PIECES)
def test_a_paragraph_that_would_keep_the_checks_for_hours_is_told_and_not_read(
    form: Form, check_data: CheckData, piece: str
) -> None:
    (finding,) = _about_the_paragraph(form, check_data, piece * 60_000)
    assert finding.rule == "P-42"
    assert f"连写{60_000 * len(piece)}字" in finding.message


def test_a_title_of_any_length_is_told(form: Form, check_data: CheckData) -> None:
    report = replace(empty_report(form, 2016), fields={TITLE: "（" * 60_000})
    found = check(rule_book(form, check_data), report).sorted()
    assert [finding.where for finding in found if finding.rule == "P-42"] == [(TITLE,)]


def test_up_to_that_length_a_paragraph_is_read_to_its_end(
    form: Form, check_data: CheckData
) -> None:
    sentence = "各单位公开了政府信息。"
    text = sentence * (LONGEST_READ // len(sentence) - 2) + _SLIPS
    rules = {finding.rule for finding in _about_the_paragraph(form, check_data, text)}
    assert {"P-04", "P-19"} <= rules
    assert "P-42" not in rules
    text += "甲" * (LONGEST_READ - len(text))
    assert {"P-04", "P-19"} <= {f.rule for f in _about_the_paragraph(form, check_data, text)}
    rules = {finding.rule for finding in _about_the_paragraph(form, check_data, f"{text}甲")}
    assert "P-42" in rules
    assert "P-04" not in rules
