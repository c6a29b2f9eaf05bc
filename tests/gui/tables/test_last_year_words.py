"""What is said about a number and that of the year before."""

from __future__ import annotations

from decimal import Decimal

import pytest

from xjdesk.core.numbers import Entry
from xjdesk.core.year_comparison import YearComparison
from xjdesk.gui.tables.last_year_words import (
    before_text,
    change_text,
    last_year_words,
    percent_text,
)


def _compared(before: Entry | None, change: str = "", percent: str = "") -> YearComparison:
    numbers = (Decimal(text) if text else None for text in (change, percent))
    return YearComparison(True, before, *numbers)


@pytest.mark.parametrize(
    ("compared", "words"),
    [
        (_compared(Decimal(3607), "320", "8.9"), "上年 3607，增加 320，增长 8.9%"),
        (_compared(Decimal(8), "-1", "-12.5"), "上年 8，减少 1，下降 12.5%"),
        (_compared(Decimal(5), "0", "0.0"), "上年 5，没有增减"),
        (_compared(Decimal(0), "5"), "上年 0，增加 5"),
        (_compared(Decimal("0.50"), "0.75", "150.0"), "上年 0.50，增加 0.75，增长 150.0%"),
        (_compared(Decimal(90000), "-1", "-0.0"), "上年 90000，减少 1，下降不足0.1%"),
        (_compared(Decimal(5)), "上年 5"),
        (_compared("约5"), "上年 约5"),
        (_compared(None), "上年未填"),
        (YearComparison(is_comparable=False), "口径已变，不可比"),
    ],
)
def test_says_how_much_more_or_less(compared: YearComparison, words: str) -> None:
    assert last_year_words(compared) == words


@pytest.mark.parametrize(
    ("compared", "texts"),
    [
        (_compared(Decimal(3607), "320", "8.9"), ("3607", "+320", "+8.9%")),
        (_compared(Decimal(8), "-1", "-12.5"), ("8", "-1", "-12.5%")),
        (_compared(Decimal(5), "0", "0.0"), ("5", "0", "0.0%")),
        (_compared(Decimal(0), "5"), ("0", "+5", "上年为0")),
        (_compared(Decimal(0), "0"), ("0", "0", "上年为0")),
        (_compared(Decimal(-2), "5"), ("-2", "+5", "")),
        (_compared(Decimal(90000), "1", "0.0"), ("90000", "+1", "不足0.1%")),
        (_compared(Decimal(5)), ("5", "", "")),
        (_compared(None), ("上年未填", "", "")),
        (YearComparison(is_comparable=False), ("口径已变", "", "")),
    ],
)
def test_columns_say_it_in_signs(compared: YearComparison, texts: tuple[str, str, str]) -> None:
    assert (before_text(compared), change_text(compared), percent_text(compared)) == texts
