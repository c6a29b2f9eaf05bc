"""Keeping numbers in sequence."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.core.chapter_texts import CHAPTERS, level_of, texts, words_of
from xjdesk.core.number_series import Line, renewed, renumbered
from xjdesk.core.paragraph_number import number_at_start
from xjdesk.core.report import Paragraph


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (("（一）甲", "（一）乙", "（五）丙"), ("（一）甲", "（二）乙", "（三）丙")),
        (("（二）甲", "3.乙", "（二）丙", "2、丁"), ("（一）甲", "1.乙", "（二）丙", "1、丁")),
        (("1.甲", "2.乙", "1.丙", "3.丁"), ("1.甲", "2.乙", "1.丙", "2.丁")),
        (
            ("（一）甲", "工作", "（一）乙", "（二）丙"),
            ("（一）甲", "工作", "（一）乙", "（二）丙"),
        ),
        (("一、甲", "（3）乙", "三、丙", "（3）丁"), ("一、甲", "（1）乙", "三、丙", "（1）丁")),
    ],
)
def test_a_chapter_is_renumbered(before: tuple[str, ...], after: tuple[str, ...]) -> None:
    assert renumbered(texts(*before)) == texts(*after)


@given(CHAPTERS)
def test_renumbering_again_changes_nothing(chapter: tuple[Paragraph, ...]) -> None:
    once = renumbered(chapter)
    assert renumbered(once) == once


@given(CHAPTERS)
def test_renumbering_changes_neither_words_nor_figures_nor_levels(
    chapter: tuple[Paragraph, ...],
) -> None:
    after = renumbered(chapter)
    assert [words_of(p) for p in after] == [words_of(p) for p in chapter]
    assert [level_of(p) for p in after] == [level_of(p) for p in chapter]


def _without(chapter: tuple[Paragraph, ...], gone: int) -> list[Line]:
    return [Line(p, at) for at, p in enumerate(chapter) if at != gone]


@given(CHAPTERS, st.integers(0, 8))
def test_what_was_in_sequence_is_so_after_a_paragraph_is_gone(
    chapter: tuple[Paragraph, ...], gone: int
) -> None:
    ordered = renumbered(chapter)
    after = renewed(ordered, _without(ordered, gone), following=True)
    assert renumbered(after) == after


@given(CHAPTERS, st.integers(0, 8))
def test_the_words_never_change(chapter: tuple[Paragraph, ...], gone: int) -> None:
    lines = _without(chapter, gone)
    after = renewed(chapter, lines, following=True)
    assert [words_of(p) for p in after] == [words_of(line.paragraph) for line in lines]


@given(CHAPTERS)
def test_without_an_edit_nothing_changes(chapter: tuple[Paragraph, ...]) -> None:
    lines = [Line(p, at) for at, p in enumerate(chapter)]
    assert renewed(chapter, lines, following=True) == chapter


@given(
    st.lists(st.integers(2, 9), min_size=2, max_size=6).filter(lambda v: v[0] != 1),
    st.integers(0, 5),
)
def test_a_series_overridden_by_hand_stays_untouched(values: list[int], gone: int) -> None:
    chapter = texts(*(f"{value}.甲" for value in values))
    lines = _without(chapter, gone)
    after = renewed(chapter, lines, following=True)
    assert list(after) == [line.paragraph for line in lines]


def test_only_the_series_that_was_overridden_stays_as_it_is() -> None:
    chapter = texts("（一）甲", "1.子", "5.丑", "6.寅", "（二）乙", "1.卯", "2.辰", "（三）丙")
    lines = [Line(p, at) for at, p in enumerate(chapter) if at not in (1, 4, 5)]
    after = renewed(chapter, lines, following=True)
    assert after == texts("（一）甲", "5.丑", "6.寅", "2.辰", "（二）丙")


def test_a_later_list_goes_on_by_itself_when_its_first_line_is_gone() -> None:
    chapter = texts("1.甲", "2.乙", "改进：", "1.丙", "2.丁")
    after = renewed(chapter, _without(chapter, 3), following=True)
    assert after == texts("1.甲", "2.乙", "改进：", "1.丁")


def test_two_series_become_one_when_the_line_between_them_is_gone() -> None:
    chapter = texts("（一）甲", "改进：", "（一）乙", "（二）丙")
    after = renewed(chapter, _without(chapter, 1), following=True)
    assert after == texts("（一）甲", "（二）乙", "（三）丙")


def test_there_are_no_numbers_beyond_99() -> None:
    chapter = texts(*(f"（{n}）" for n in range(1, 100)))
    lines = [Line(p, at) for at, p in enumerate(chapter)]
    after = renewed(chapter, [*lines, Line(Paragraph("（3）多"))], following=True)
    assert after[-1].text == "（3）多"
    found = number_at_start(after[-2])
    assert found is not None
    assert found.value == 99
