"""Giving levels, raising, lowering, moving and adding sections."""

from __future__ import annotations

from collections.abc import Sequence

from hypothesis import given
from hypothesis import strategies as st

from tests.core.chapter_texts import CHAPTERS, texts, with_figure, words_of
from xjdesk.core.number_series import renumbered
from xjdesk.core.paragraph_number import number_at_start
from xjdesk.core.report import Paragraph
from xjdesk.core.sections import (
    after_edit,
    levelled,
    moved,
    place_above,
    place_below,
    plain,
    section_end,
    section_of,
    shifted,
    with_next,
)

CHAPTER = texts("前言", "（一）甲", "1.子", "细", "2.丑", "（二）乙", "1.寅", "（三）丙")


def _words(paragraphs: Sequence[Paragraph]) -> list[Paragraph]:
    return [words_of(paragraph) for paragraph in paragraphs]


def test_a_section_reaches_to_the_next_of_its_level() -> None:
    assert section_end(CHAPTER, 1) == 5
    assert section_end(CHAPTER, 2) == 4
    assert section_of(CHAPTER, 3) == 2
    assert section_of(CHAPTER, 0) is None


def test_a_paragraph_gets_the_number_that_is_due_and_others_follow() -> None:
    after = levelled(CHAPTER, {3}, 3, following=True)
    assert [p.text for p in after[2:5]] == ["1.子", "2.细", "3.丑"]


def test_without_following_only_what_was_chosen_gets_a_number() -> None:
    after = levelled(CHAPTER, {3}, 3, following=False)
    assert [p.text for p in after[2:5]] == ["1.子", "2.细", "2.丑"]


def test_a_new_number_is_written_like_those_beside_it() -> None:
    after = levelled(texts("1、甲", "乙"), {1}, 3, following=True)
    assert after == texts("1、甲", "2、乙")


def test_a_heading_gets_another_level_with_the_number_that_is_due_there() -> None:
    after = levelled(CHAPTER, {5}, 3, following=True)
    assert [p.text for p in after[4:]] == ["2.丑", "3.乙", "4.寅", "（二）丙"]


def test_taking_a_number_away_lets_the_others_follow() -> None:
    after = plain(CHAPTER, {2, 5}, following=True)
    assert after == texts("前言", "（一）甲", "子", "细", "1.丑", "乙", "2.寅", "（二）丙")


def test_a_section_is_lowered_with_its_own_sections() -> None:
    after = shifted(CHAPTER, {5}, 1, following=True)
    assert after is not None
    assert [p.text for p in after[4:]] == ["2.丑", "3.乙", "（1）寅", "（二）丙"]


def test_a_section_is_raised_with_what_is_below_it() -> None:
    after = shifted(CHAPTER, {2}, -1, following=True)
    assert after is not None
    expected = ["（一）甲", "（二）子", "细", "1.丑", "（三）乙", "1.寅", "（四）丙"]
    assert [p.text for p in after[1:]] == expected


def test_there_is_no_level_above_the_first_or_below_the_last() -> None:
    assert shifted(CHAPTER, {1}, -1, following=True) is None
    assert shifted(texts("1.甲", "（1）乙"), {0}, 1, following=True) is None


def test_a_section_moves_with_what_is_below_it_and_numbers_are_renewed() -> None:
    to = place_above(CHAPTER, 5)
    assert to == 1
    after = moved(CHAPTER, 5, to, following=True)
    assert after.at == 1
    expected = ["前言", "（一）乙", "1.寅", "（二）甲", "1.子", "细", "2.丑", "（三）丙"]
    assert [p.text for p in after.paragraphs] == expected


def test_a_section_moves_behind_the_next_one() -> None:
    to = place_below(CHAPTER, 2)
    assert to == 5
    after = moved(CHAPTER, 2, to, following=True)
    assert [p.text for p in after.paragraphs[1:5]] == ["（一）甲", "1.丑", "2.子", "细"]
    assert after.at == 3


def test_the_first_and_the_last_have_no_place_to_go() -> None:
    assert place_above(CHAPTER, 1) is None
    assert place_below(CHAPTER, 7) is None
    assert place_below(CHAPTER, 6) is None


def test_a_moved_section_joins_the_list_to_which_it_comes() -> None:
    chapter = texts("1.甲", "2.乙", "改进：", "1.丙", "2.丁")
    after = moved(chapter, 3, 1, following=True)
    assert after.paragraphs == texts("1.甲", "2.丙", "3.乙", "改进：", "1.丁")


def test_enter_numbers_on() -> None:
    after = with_next(CHAPTER, 5, following=True)
    assert after is not None
    assert [p.text for p in after[5:]] == ["（二）乙", "（三）", "1.寅", "（四）丙"]
    assert with_next(CHAPTER, 0, following=True) is None


def test_behind_a_number_written_by_hand_the_others_stay() -> None:
    after = with_next(texts("（一）甲", "（四）乙", "（五）丙"), 1, following=True)
    assert after == texts("（一）甲", "（四）乙", "（五）", "（五）丙")


def test_what_is_pasted_among_sections_is_numbered_with_them() -> None:
    before = texts("（一）甲", "（二）乙")
    after = after_edit(before, 1, (), texts("（一）丙", "（二）丁"))
    assert after == texts("（一）甲", "（二）丙", "（三）丁", "（四）乙")


def test_what_is_pasted_by_itself_keeps_its_numbers() -> None:
    new = texts("（一）甲", "（二）乙", "（五）丙")
    assert after_edit((), 0, (), new) == new


def test_when_paragraphs_are_joined_the_first_is_still_itself() -> None:
    before = texts("（一）甲", "（二）乙", "（三）丙")
    after = after_edit(before, 0, before[:2], texts("（一）甲乙"))
    assert after == texts("（一）甲乙", "（二）丙")


def test_figures_are_kept() -> None:
    figure = with_figure("（二）受理200件", "200")
    after = plain((*texts("（一）甲"), figure), {0}, following=True)
    assert after == (*texts("甲"), with_figure("（一）受理200件", "200"))


@given(CHAPTERS, st.sets(st.integers(0, 8)), st.integers(2, 4), st.booleans())
def test_giving_a_level_never_changes_words(
    chapter: tuple[Paragraph, ...], chosen: set[int], level: int, following: bool
) -> None:
    after = levelled(chapter, chosen, level, following=following)
    assert _words(after) == _words(chapter)
    levels = [
        found.level for at in chosen if at < len(after) and (found := number_at_start(after[at]))
    ]
    assert levels == [level] * len(levels)


@given(CHAPTERS, st.sets(st.integers(0, 8)), st.integers(2, 4))
def test_a_level_given_where_all_is_in_sequence_leaves_it_so(
    chapter: tuple[Paragraph, ...], chosen: set[int], level: int
) -> None:
    after = levelled(renumbered(chapter), chosen, level, following=True)
    assert renumbered(after) == after


@given(CHAPTERS, st.data())
def test_moving_a_section_loses_nothing(
    chapter: tuple[Paragraph, ...], data: st.DataObject
) -> None:
    chapter = renumbered(chapter)
    headings = [at for at, paragraph in enumerate(chapter) if number_at_start(paragraph)]
    if not headings:
        return
    at = data.draw(st.sampled_from(headings))
    own = range(at + 1, section_end(chapter, at))
    to = data.draw(st.sampled_from([i for i in range(len(chapter) + 1) if i not in own]))
    after = moved(chapter, at, to, following=True)
    assert sorted(p.text for p in _words(after.paragraphs)) == sorted(
        p.text for p in _words(chapter)
    )
    assert words_of(after.paragraphs[after.at]) == words_of(chapter[at])


@given(CHAPTERS, st.data(), st.sampled_from([-1, 1]))
def test_raising_and_lowering_never_change_words(
    chapter: tuple[Paragraph, ...], data: st.DataObject, by: int
) -> None:
    chosen = data.draw(st.sets(st.sampled_from(range(len(chapter))))) if chapter else set()
    after = shifted(chapter, chosen, by, following=True)
    if after is not None:
        assert _words(after) == _words(chapter)


@given(CHAPTERS, st.integers(0, 8), st.integers(0, 9))
def test_where_all_is_in_sequence_no_deed_breaks_it(
    chapter: tuple[Paragraph, ...], at: int, to: int
) -> None:
    chapter = renumbered(chapter)
    if at >= len(chapter):
        return
    results = [
        plain(chapter, {at}, following=True),
        shifted(chapter, {at}, -1, following=True),
        shifted(chapter, {at}, 1, following=True),
        with_next(chapter, at, following=True),
    ]
    if number_at_start(chapter[at]) and to <= at:
        results.append(moved(chapter, at, to, following=True).paragraphs)
    for after in results:
        assert after is None or renumbered(after) == after
