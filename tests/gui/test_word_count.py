"""字数."""

from __future__ import annotations

from dataclasses import replace

import pytest

from xjdesk.core.report import Paragraph, empty_report
from xjdesk.gui.word_count import WordTotals, word_count
from xjdesk.storage.form_library import shipped_forms

_FORM = shipped_forms().form("zfxxgk-2014")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", 0),
        ("政府信息公开。", 7),
        ("2016年1月1日", 6),
        ("网址 www.nxxj.gov.cn", 3),
        ("电话：0954-3012401", 4),
        ("　　空格不算 字", 5),
    ],
)
def test_counts_like_word_processors(text: str, words: int) -> None:
    assert word_count([text]) == words


def test_adds_up_paragraphs() -> None:
    assert word_count(["甲乙", "丙"]) == 3


def test_totals_are_those_of_all_chapters_and_follow_each() -> None:
    totals = WordTotals()
    report = empty_report(_FORM, 2016)
    assert totals.of_report(report) == 0
    first = report.chapters[0]
    written = replace(first, paragraphs=(Paragraph("全县2016年"), Paragraph("公开")))
    after = replace(report, chapters=(written, *report.chapters[1:]))
    assert totals.of_chapter(written) == 6
    assert totals.of_report(after) == 6
    assert totals.of_report(report) == 0
