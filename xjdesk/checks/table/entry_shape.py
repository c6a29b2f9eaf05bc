"""The shape of what a cell may hold."""

from __future__ import annotations

from decimal import Decimal

from xjdesk.core.form import Quantity, Row
from xjdesk.core.numbers import Entry, is_whole

AMOUNT_DECIMALS = 2
"""The most decimals of an amount in 万元."""


def shape_problem(entry: Entry, row: Row) -> str | None:
    """What is wrong with an entry of the row, as the end of a sentence; None when nothing is."""
    if isinstance(entry, str):
        return "不是数"
    if entry < 0:
        return "小于0"
    if row.quantity is Quantity.COUNT and not is_whole(entry):
        return "不是整数"
    if row.quantity is Quantity.AMOUNT and significant_decimals(entry) > AMOUNT_DECIMALS:
        return "多于两位小数"
    return None


def significant_decimals(number: Decimal) -> int:
    """How many decimals the number needs: 1 for 2.50, 0 for 200."""
    exponent = number.normalize().as_tuple().exponent
    return max(0, -exponent) if isinstance(exponent, int) else 0


def written_decimals(number: Decimal) -> int:
    """How many decimals the number is written with: 2 for 2.50."""
    exponent = number.as_tuple().exponent
    return max(0, -exponent) if isinstance(exponent, int) else 0
