"""P-09: blanks."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from xjdesk.checks.wording.blanks import blanks
from xjdesk.checks.wording.slip import Slip

Fixes = Callable[..., list[tuple[str, str, str | None]]]


def _mended(text: str) -> str:
    for slip in reversed(list(blanks(text))):
        assert slip.replacement is not None
        text = text[: slip.start] + slip.replacement + text[slip.end :]
    return text


@pytest.mark.parametrize(
    ("text", "mended"),
    [
        ("公开 5000 条", "公开5000条"),
        ("使用 APP 办理", "使用APP办理"),
        ("（ 2016年度）", "（2016年度）"),
        ("统  计　指\t标", "统计指标"),
        ("　　公开信息。 ", "公开信息。"),
        ("Windows  10", "Windows 10"),
        ("满意率99.8% 以上", "满意率99.8%以上"),
    ],
)
def test_blanks_are_taken_out(text: str, mended: str) -> None:
    assert _mended(text) == mended


@pytest.mark.parametrize("text", ["Windows 10系统", "出席：李 明、王　芳、马小军", "张  三"])
def test_blanks_inside_latin_words_and_short_names_are_left(text: str) -> None:
    assert list(blanks(text)) == []


def test_the_blanks_of_a_sentence_are_one_finding() -> None:
    first, second = blanks("公开 5000 条，解读 20 篇。回应 3 次。")
    assert "有4处多余的空格" in first.message
    assert (second.start, second.end) == (20, 23)


@given(st.text(alphabet="字句，。1a \u3000", max_size=30))
def test_blanks_are_only_taken_out_and_never_put_in(text: str) -> None:
    mended = _mended(text)
    assert "".join(mended.split()) == "".join(text.split())
    assert len(mended) <= len(text)


@given(st.text(alphabet="字句，。1a \u3000", max_size=30))
def test_nothing_is_left_to_say_of_mended_text(text: str) -> None:
    said: list[Slip] = list(blanks(_mended(text)))
    assert said == []
