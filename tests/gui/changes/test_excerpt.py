from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from xjdesk.gui.changes.excerpt import beginning, excerpts, telling_stretch
from xjdesk.gui.differing_stretch import Stretch
from xjdesk.gui.line_breaks import one_line

_LONG = "2016年，全县共收到政府信息公开申请198件，全部按时办结，没有收费。"


def test_short_texts_are_shown_whole() -> None:
    assert excerpts("198", "200") == ("198", "200")
    assert excerpts("", "张三") == ("", "张三")


def test_of_long_texts_only_what_differs_is_shown_with_some_words_around() -> None:
    old, new = excerpts(_LONG, _LONG.replace("198", "200"))
    assert old == "……信息公开申请198件，全部按时……"
    assert new == "……信息公开申请200件，全部按时……"


def test_a_number_at_the_edge_is_never_cut_in_two() -> None:
    text = f"甲乙丙丁戊己庚辛壬癸 12345678甲，乙87654321 {'丁' * 20}"
    old, new = excerpts(text, text.replace("甲，乙", "甲；乙"))
    assert old == "……12345678甲，乙87654321……"
    assert new == "……12345678甲；乙87654321……"


def test_a_digit_is_shown_with_its_number() -> None:
    old, new = excerpts(_LONG, _LONG.replace("198", "199"))
    assert "198件" in old
    assert "199件" in new


def test_two_characters_are_not_cut_away() -> None:
    old, new = excerpts(f"甲乙{'丙' * 6}1{'丁' * 30}", f"甲乙{'丙' * 6}2{'丁' * 30}")
    assert old == f"甲乙{'丙' * 6}1{'丁' * 6}……"
    assert new == f"甲乙{'丙' * 6}2{'丁' * 6}……"


def test_the_middle_of_a_long_difference_is_left_out() -> None:
    old, new = excerpts("甲" * 300, "乙" * 30)
    assert old == f"{'甲' * 20}……{'甲' * 20}"
    assert new == "乙" * 30


def test_a_beginning_is_on_one_line() -> None:
    assert beginning("一\n" + "二" * 60) == f"一／{'二' * 38}……"


@given(st.text(max_size=80), st.text(max_size=80), st.text(max_size=80), st.text(max_size=80))
@example("", "0" * 50, "1" * 50, "")
def test_unequal_texts_stay_unequal_and_short(before: str, a: str, b: str, behind: str) -> None:
    old, new = one_line(before + a + behind), one_line(before + b + behind)
    shown = excerpts(old, new)
    assert all(len(text) <= 50 and text.splitlines() in ([], [text]) for text in shown)
    if len(a) <= 10 and len(b) <= 10:
        assert (shown[0] != shown[1]) == (old != new)


@pytest.mark.parametrize(
    ("old", "new", "stretch"),
    [
        (_LONG, _LONG.replace("198", "200"), Stretch(19, 22, 22)),
        ("198", "200", Stretch(0, 0, 0)),
        (_LONG, "", Stretch(0, 0, 0)),
        (_LONG, _LONG, Stretch(len(_LONG), len(_LONG), len(_LONG))),
    ],
)
def test_only_a_small_difference_of_long_texts_is_worth_marking(
    old: str, new: str, stretch: Stretch
) -> None:
    assert telling_stretch(old, new) == stretch
