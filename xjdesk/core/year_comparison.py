"""How the number in a cell compares with that of the year before."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from xjdesk.core.address import CellAddress
from xjdesk.core.last_year import LastYear
from xjdesk.core.numbers import Entry

_HUNDRED = Decimal(100)
_TENTH = Decimal("0.1")


@dataclass(frozen=True, slots=True)
class YearComparison:
    """What last year's report has for a cell, and how far this year's number is from it.

    `before` is None where it has nothing, or counted otherwise (not `is_comparable`). `change` is
    this year's number less last year's, None unless both are numbers. `percent` is the change as
    a percentage of last year's number with one decimal; None where that is not above 0.
    """

    is_comparable: bool
    before: Entry | None = None
    change: Decimal | None = None
    percent: Decimal | None = None


def compare_years(last_year: LastYear, address: CellAddress, entry: Entry | None) -> YearComparison:
    """Compare `entry`, which stands in the cell this year, with what stood there last year."""
    if not last_year.is_comparable(address):
        return YearComparison(is_comparable=False)
    before = last_year.entry(address)
    if not (isinstance(before, Decimal) and isinstance(entry, Decimal)):
        return YearComparison(True, before)
    change = entry - before
    percent = (change / before * _HUNDRED).quantize(_TENTH, ROUND_HALF_UP) if before > 0 else None
    return YearComparison(True, before, change, percent)
