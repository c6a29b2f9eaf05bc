"""Blocks of text to paragraphs, and the smallest difference between two states."""

from __future__ import annotations

import unicodedata
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from xjdesk.core.change import apply
from xjdesk.core.report import Chapter, Paragraph, Report
from xjdesk.gui.chapter_text import difference, paragraphs_of, pasted_text

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
    assert pasted_text(pasted, "", "") == "第一段。\n第二段。\n第三段。"


def test_pasted_words_stay_as_they_are() -> None:
    assert pasted_text(" 若干条 ", "前", "后") == " 若干条 "
    assert pasted_text("", "前", "后") == ""


@pytest.mark.parametrize(
    ("text", "before", "behind", "inserted"),
    [
        ("第一段。\n", "", "后", "第一段。\n"),
        ("第一段。\r\n第二段。\r\n", "前", "后", "第一段。\n第二段。\n"),
        ("第一段。\n第二段。\n", "", "", "第一段。\n第二段。"),
        ("\n第一段。", "前", "", "\n第一段。"),
        ("\n第一段。", "", "后", "第一段。"),
        ("第一段。\n第二段。", "前", "后", "第一段。\n第二段。"),
        ("\n \n", "前", "后", "\n"),
        ("\n", "前", "", ""),
    ],
)
def test_a_break_at_the_end_of_pasted_text_parts_it_from_other_text(
    text: str, before: str, behind: str, inserted: str
) -> None:
    assert pasted_text(text, before, behind) == inserted


def test_tabs_are_pasted_as_blanks_and_control_characters_not_at_all() -> None:
    assert pasted_text("甲\t乙\x00\x07\x1f丙", "", "") == "甲 乙丙"
    assert pasted_text("甲\x07\n\t乙\x1c\t丙", "", "") == "甲\n乙 丙"


@given(st.text(), st.sampled_from(["", "前"]), st.sampled_from(["", "后"]))
def test_pasting_leaves_no_empty_paragraph_and_no_control_character(
    text: str, before: str, behind: str
) -> None:
    inserted = pasted_text(text, before, behind)
    assert not any(unicodedata.category(c) == "Cc" for c in inserted.replace("\n", ""))
    if "\n" in inserted:
        assert all((before + inserted + behind).split("\n"))
