from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from xjdesk.checks.years import years_told


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("2016年总结和2017年打算", (2016, 2017)),
        ("1998 年以来", (1998,)),
        ("历时12016年", ()),
        ("〔2016〕3号", ()),
        ("20160年", ()),
        ("16年", ()),
    ],
)
def test_years_are_four_digits_before_their_sign(text: str, years: tuple[int, ...]) -> None:
    assert years_told(text) == years


@given(st.text(alphabet="0129 年度，", max_size=30))
def test_no_year_is_part_of_a_longer_number(text: str) -> None:
    alone = re.findall(r"(?<![0-9])((?:19|20)[0-9]{2})\s*年", text)
    assert years_told(text) == tuple(map(int, alone))
