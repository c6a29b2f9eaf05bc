"""P-05 to P-08: marks, digits and letters of another width or form."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from xjdesk.checks.wording.compatibility_forms import compatibility_forms
from xjdesk.checks.wording.half_width_marks import half_width_marks
from xjdesk.checks.wording.half_width_quotes import half_width_quotes
from xjdesk.checks.wording.latin_stretches import masked

Fixes = Callable[..., list[tuple[str, str, str | None]]]


@pytest.mark.parametrize(
    ("text", "rule", "slipped", "proper"),
    [
        ("﹙含乡镇）", "P-05", "﹙", "（"),
        ("网站﹑微博", "P-05", "﹑", "、"),
        ("⑴网站", "P-05", "⑴", "（1）"),
        ("⒈网站", "P-05", "⒈", "1."),
        ("㈠总体情况", "P-05", "㈠", "（一）"),
        ("自2016年１月１日起", "P-06", "１月１", "1月1"),
        ("占３．５％以上", "P-06", "３．５％", "3.5%"),
        ("使用ＡＰＰ办理", "P-06", "ＡＰＰ", "APP"),
        ("公开信息,共20条", "P-07", ",", "，"),
        ("公开20条;网站", "P-07", ";", "；"),
        ("电话:0954-3012401", "P-07", ":", "："),
        ("是否公开?", "P-07", "?", "？"),
        ("公开信息.", "P-07", ".", "。"),
        ("占3.5%,同比", "P-07", ",", "，"),
        ("县政府(含乡镇)网站", "P-07", "(含乡镇)", "（含乡镇）"),
        ("开设(2016)年专栏", "P-07", "(2016)", "（2016）"),
        ("县政府(含乡镇）网站", "P-07", "(", "（"),
        ('开设"互动"栏目', "P-08", '"互动"', "“互动”"),
        ("开设'互动'栏目", "P-08", "'互动'", "‘互动’"),
        ('开设"互动栏目', "P-08", '"', None),
    ],
)
def test_another_form_is_put_right(
    fixes: Fixes, text: str, rule: str, slipped: str, proper: str | None
) -> None:
    assert fixes(text) == [(rule, slipped, proper)]


_LATIN = [
    "www.nxxj.gov.cn",
    "http://www.nxxj.gov.cn/a/b.html?x=1,2&y=3",
    "xjmcf1@126.com",
    "10:30",
    "1,000",
    "3.5",
    "v2.0.1",
    "1:3",
    "0954-3012401",
    "(0954)3012401",
    "a.docx",
    "2016-12-31",
]


@pytest.mark.parametrize("stretch", _LATIN)
def test_addresses_and_numbers_keep_their_marks(fixes: Fixes, stretch: str) -> None:
    assert fixes(f"见{stretch}处") == []


@given(st.text(alphabet="字，,.:()\"'1a@/-–", max_size=30))
def test_masking_keeps_the_length_and_the_chinese(text: str) -> None:
    plain = masked(text)
    assert len(plain) == len(text)
    assert [c for c in text if c in "字，"] == [c for c in plain if c in "字，"]


@given(st.text(alphabet="字句 1aB-", max_size=30))
def test_text_without_such_forms_is_left_alone(text: str) -> None:
    for rule in (compatibility_forms, half_width_marks, half_width_quotes):
        assert list(rule(text)) == []


def test_a_point_between_chinese_may_part_a_name() -> None:
    (slip,) = half_width_marks("买买提.艾力反映")
    assert slip.advice == ("是外国人名、少数民族人名中间隔号的，改为“·”。",)
