"""How a number compares with last year's, in words."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal

from xjdesk.core.address import CellAddress
from xjdesk.core.last_year import LastYear
from xjdesk.core.numbers import Entry, show_entry, show_number

_TENTH = Decimal("0.1")
_NOT_COMPARABLE = "口径已变，不可比"


def last_year_words(last_year: LastYear, address: CellAddress, entry: Entry | None) -> str:
    """上年 3607，增加 320，增长 8.9%; empty where last year's report has nothing there."""
    if not last_year.is_comparable(address):
        return _NOT_COMPARABLE
    before = last_year.entry(address)
    if before is None:
        return ""
    told = f"上年 {show_entry(before)}"
    if not (isinstance(before, Decimal) and isinstance(entry, Decimal)):
        return told
    return f"{told}，{_growth(before, entry)}"


def _growth(before: Decimal, now: Decimal) -> str:
    if now == before:
        return "没有增减"
    more = now > before
    told = f"{'增加' if more else '减少'} {show_number(abs(now - before))}"
    if before <= 0:
        return told
    percent = (abs(now - before) / before * 100).quantize(_TENTH, ROUND_HALF_UP)
    return f"{told}，{'增长' if more else '下降'} {show_number(percent)}%"
