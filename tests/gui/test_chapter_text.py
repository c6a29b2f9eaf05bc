"""Blocks of text to paragraphs, and the smallest difference between two states."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from xjdesk.core.change import apply
from xjdesk.core.report import Chapter, Paragraph, Report
from xjdesk.gui.chapter_text import difference, paragraphs_of, pasted_paragraphs

_PARAGRAPHS = st.lists(st.sampled_from("甲乙丙丁").map(Paragraph), max_size=6).map(tuple)


def test_a_single_empty_block_is_no_paragraph() -> None:
    assert paragraphs_of([""]) == ()
    assert paragraphs_of(["", ""]) == (Paragraph(""), Paragraph(""))


def test_only_the_paragraph_that_differs_is_replaced() -> None:
    old = (Paragraph("甲"), Paragraph("乙"), Paragraph("丙"))
    new = (Paragraph("甲"), Paragraph("乙。"), Paragraph("丙"))
    found = difference(old, new)
    assert found is not None
    assert (found.at, found.old, found.new) == (1, old[1:2], new[1:2])
    assert found.is_typing


@given(_PARAGRAPHS, _PARAGRAPHS)
def test_a_difference_leads_from_old_to_new(
    old: tuple[Paragraph, ...], new: tuple[Paragraph, ...]
) -> None:
    report = Report("f", 2016, {}, (Chapter("c", "", old),), {})
    found = difference(old, new)
    assert (found is None) == (old == new)
    changed = report if found is None else apply(report, found.change("c"))
    assert changed == replace(report, chapters=(Chapter("c", "", new),))


def test_pasted_lines_become_paragraphs_without_indents_and_blanks() -> None:
    pasted = "\u3000\u3000第一段。\r\n\r\n  第二段。\u2029\t第三段。\n"
    assert pasted_paragraphs(pasted) == ["第一段。", "第二段。", "第三段。"]


def test_pasted_words_stay_as_they_are() -> None:
    assert pasted_paragraphs(" 若干条 ") == [" 若干条 "]
    assert pasted_paragraphs("") == []
