"""P-04 and P-23: marks that come in pairs."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from xjdesk.checks.wording.paired_marks import paired_marks
from xjdesk.checks.wording.script import CLOSING, OPENING

Fixes = Callable[..., list[tuple[str, str, str | None]]]

_PAIRS = tuple(zip(OPENING, CLOSING, strict=True))
_NESTED = st.recursive(
    st.text(alphabet="字句", max_size=3),
    lambda inner: st.lists(
        st.tuples(st.sampled_from(_PAIRS), inner).map(lambda t: f"{t[0][0]}{t[1]}{t[0][1]}"),
        max_size=3,
    ).map("字".join),
    max_leaves=8,
)


def _places(text: str) -> list[int]:
    return [slip.start for slip in paired_marks(text) if slip.rule == "P-04"]


@given(_NESTED)
def test_pairs_in_pairs_are_in_order(text: str) -> None:
    assert _places(text) == []


@given(_NESTED.filter(lambda text: any(c in OPENING + CLOSING for c in text)), st.data())
def test_one_mark_left_out_is_one_finding(text: str, data: st.DataObject) -> None:
    marks = [place for place, c in enumerate(text) if c in OPENING + CLOSING]
    left_out = data.draw(st.sampled_from(marks))
    assert len(_places(text[:left_out] + text[left_out + 1 :])) == 1


@pytest.mark.parametrize(
    ("text", "alone"),
    [
        ("县政府（办公室印发。", ["（"]),
        ("县政府办公室）印发。", ["）"]),
        ("《条例已公开，“五公开”落实。", ["《"]),
        ("“甲“乙”", ["“"]),
        ("（甲【乙）丙", ["【"]),
        ("《甲“乙》丙”", ["》"]),
        ("甲）乙（丙", ["）", "（"]),
    ],
)
def test_every_broken_place_is_told_once(fixes: Fixes, text: str, alone: list[str]) -> None:
    assert fixes(text) == [("P-04", mark, None) for mark in alone]


def test_the_mark_that_is_alone_is_named() -> None:
    (slip,) = paired_marks("《条例已公开。")
    assert "“《条例已公”中的左书名号不成对，缺后一半" in slip.message
    assert slip.advice == ("补上缺的一半。", "多出来的，删去这个左书名号。")


@pytest.mark.parametrize(
    "text", ["1）网站；2）微博。", "It’s OK", "用‘APP’办", "（1）", "﹙甲）", "(甲）乙", "〔甲﹞"]
)
def test_item_numbers_apostrophes_and_other_forms_of_a_mark_are_no_broken_pairs(text: str) -> None:
    assert _places(text) == []


def test_a_title_in_a_title_gets_the_inner_marks(fixes: Fixes) -> None:
    assert fixes("《关于做好《条例》宣传的通知》") == [("P-23", "《条例》", "〈条例〉")]
    assert fixes("“开设“互动”栏目”") == [("P-23", "“互动”", "‘互动’")]
    assert fixes("《关于做好〈条例〉宣传的通知》") == []
