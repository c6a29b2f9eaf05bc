"""Characters that no report holds do not get in."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from xjdesk.gui.entered_text import one_cell, one_line, several_lines


def test_every_kind_of_break_is_a_newline_in_several_lines() -> None:
    assert several_lines("甲\r\n乙\r丙\x0b丁\u2028戊\u2029己") == "甲\n乙\n丙\n丁\n戊\n己"


def test_breaks_and_tabs_vanish_from_one_line() -> None:
    assert one_line("西吉县\r\n人民\t政府\u2028办公\u2029室\n") == "西吉县人民政府办公室"


@given(st.text())
def test_no_control_character_is_left(text: str) -> None:
    assert not any(unicodedata.category(c) in ("Cc", "Zl", "Zp") for c in one_line(text))
    left = several_lines(text).replace("\n", "")
    assert left == one_line(text)


@given(st.text(st.characters(exclude_categories=("Cc", "Cs", "Zl", "Zp"))))
def test_all_other_characters_stay(text: str) -> None:
    assert one_line(text) == several_lines(text) == text


@pytest.mark.parametrize(
    ("text", "cell"),
    [
        ("12", "12"),
        ("12\r\n", "12"),
        ("1\x002\x7f", "12"),
        ("12\n345", "12；345"),
        ("\t甲\t\v乙\u2028", "甲；乙"),
        ("约 300", "约 300"),
        ("\n", ""),
    ],
)
def test_a_cell_keeps_apart_what_breaks_and_tabs_kept_apart(text: str, cell: str) -> None:
    assert one_cell(text) == cell
