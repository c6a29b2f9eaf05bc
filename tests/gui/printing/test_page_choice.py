"""Page numbers as they are typed; the controls around them are tested with their dialog."""

from __future__ import annotations

import pytest

from xjdesk.core.errors import UserError
from xjdesk.gui.printing.page_choice import read_pages


@pytest.mark.parametrize(
    ("text", "pages"),
    [
        ("1-3,5", (1, 2, 3, 5)),
        ("5，1－3", (1, 2, 3, 5)),
        ("１—３、５", (1, 2, 3, 5)),
        ("1~2;4", (1, 2, 4)),
        ("第1页至第3页", (1, 2, 3)),
        ("1 3", (1, 3)),
        ("第1页 第3页", (1, 3)),
        ("1 - 3 , 5", (1, 2, 3, 5)),
        ("2到2", (2,)),
        (" 3 , 3 ,", (3,)),
        ("09", (9,)),
        ("2-4，3-5", (2, 3, 4, 5)),
    ],
)
def test_pages_are_read_as_clerks_type_them(text: str, pages: tuple[int, ...]) -> None:
    assert read_pages(text, 9) == pages


@pytest.mark.parametrize("text", ["", "  ", "，", "第页"])
def test_nothing_typed_is_said(text: str) -> None:
    with pytest.raises(UserError, match="没有填写要打印的页码"):
        read_pages(text, 9)


@pytest.mark.parametrize(
    "text", ["a", "1-", "-3", "1-2-3", "1.5", "十", "1" * 5000, "1-3-", "\ud800", "٣"]
)
def test_what_is_no_page_number_is_named(text: str) -> None:
    with pytest.raises(UserError, match="看不明白"):
        read_pages(text, 9)


@pytest.mark.parametrize("text", ["0", "10", "1-10", "1-999999", "0-3"])
def test_pages_that_are_not_there_are_named_with_the_limits(text: str) -> None:
    with pytest.raises(UserError, match=r"没有第 (0|10|999999) 页，页码应在 1 到 9 之间"):
        read_pages(text, 9)


def test_a_range_the_wrong_way_round_is_said() -> None:
    with pytest.raises(UserError, match="请改为 2-5"):
        read_pages("5-2", 9)


def test_the_sentence_about_a_long_text_is_short() -> None:
    with pytest.raises(UserError) as raised:
        read_pages("页a" * 5000, 9)
    assert len(raised.value.sentence) < 80
