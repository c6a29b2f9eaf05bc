from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.core.chapter_texts import bare_paragraphs, with_figure
from xjdesk.core.paragraph_number import (
    number_at_start,
    number_like,
    usual_number,
    with_number,
    without_number,
)
from xjdesk.core.report import Paragraph


@pytest.mark.parametrize(
    ("text", "level", "value"),
    [
        ("（十二）加强", 2, 12),
        ("(二)加强", 2, 2),
        ("3.公报", 3, 3),
        ("１、公报", 3, 1),
        ("（4）", 4, 4),
    ],
)
def test_level_and_value_are_read(text: str, level: int, value: int) -> None:
    found = number_at_start(Paragraph(text))
    assert found is not None
    assert (found.level, found.value) == (level, value)


def test_a_number_bound_to_a_cell_is_no_number_of_a_paragraph() -> None:
    assert number_at_start(Paragraph("12、15件")) is not None
    assert number_at_start(with_figure("12、15件", "12")) is None


@pytest.mark.parametrize(
    ("text", "value", "written"),
    [("（一）", 10, "（十）"), ("(三)", 4, "(四)"), ("1、", 12, "12、"), ("２．", 13, "１３．")],
)
def test_a_number_is_written_like_another(text: str, value: int, written: str) -> None:
    assert number_like(text, value) == written


def test_figures_move_with_their_words() -> None:
    paragraph = with_figure("（一）受理200件", "200")
    changed = with_number(paragraph, "（十一）")
    assert changed == with_figure("（十一）受理200件", "200")
    assert without_number(changed) == with_figure("受理200件", "200")


def test_before_a_digit_no_dot_makes_a_decimal_number() -> None:
    assert with_number(Paragraph("12345热线"), "1.").text == "1、12345热线"


@given(bare_paragraphs(), st.integers(1, 4), st.integers(1, 99))
def test_what_is_written_is_read_and_taken_away_again(
    paragraph: Paragraph, level: int, value: int
) -> None:
    numbered = with_number(paragraph, usual_number(level, value))
    found = number_at_start(numbered)
    assert found is not None
    assert (found.level, found.value) == (level, value)
    assert without_number(numbered) == paragraph
