from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from xjdesk.core.address import CellAddress
from xjdesk.core.last_year import LastYear
from xjdesk.core.numbers import Entry
from xjdesk.core.report import empty_report
from xjdesk.gui.tables.last_year_words import last_year_words
from xjdesk.storage.form_library import shipped_forms

FORM = shipped_forms().form("zfxxgk-2021")
CELL = CellAddress("requests", "received", "total")


def _last_year(entry: Entry | None, *, comparable: bool = True) -> LastYear:
    values = {} if entry is None else {CELL: entry}
    report = replace(empty_report(FORM, 2023), values=values)
    return LastYear(report, FORM, {CELL: CELL} if comparable else {})


@pytest.mark.parametrize(
    ("before", "now", "words"),
    [
        (Decimal(3607), Decimal(3927), "上年 3607，增加 320，增长 8.9%"),
        (Decimal(8), Decimal(7), "上年 8，减少 1，下降 12.5%"),
        (Decimal(5), Decimal(5), "上年 5，没有增减"),
        (Decimal(0), Decimal(5), "上年 0，增加 5"),
        (Decimal("0.50"), Decimal("1.25"), "上年 0.50，增加 0.75，增长 150.0%"),
        (Decimal(5), None, "上年 5"),
        (Decimal(5), "约5", "上年 5"),
        ("约5", Decimal(5), "上年 约5"),
        (None, Decimal(5), ""),
    ],
)
def test_says_how_much_more_or_less(before: Entry | None, now: Entry | None, words: str) -> None:
    assert last_year_words(_last_year(before), CELL, now) == words


def test_what_was_counted_otherwise_is_not_compared() -> None:
    other = _last_year(Decimal(5), comparable=False)
    assert last_year_words(other, CELL, Decimal(6)) == "口径已变，不可比"
