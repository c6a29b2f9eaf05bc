"""The shape of what a cell may hold."""

from __future__ import annotations

from decimal import Decimal

from xjdesk.core.numbers import Entry, is_whole
from xjdesk.core.table import Counting, Quantity

_IN_WORDS = dict(enumerate("零一两三四五六七八九"))


def shape_problem(entry: Entry, counting: Counting) -> str | None:
    """What is wrong with an entry counted so, as the end of a sentence; None when nothing is."""
    if isinstance(entry, str):
        return "不是数"
    if entry < 0 and not counting.signed:
        return "小于0"
    if counting.quantity is Quantity.COUNT and not is_whole(entry):
        return "不是整数"
    most = counting.decimals
    if counting.quantity is Quantity.AMOUNT and significant_decimals(entry) > most:
        return f"多于{_IN_WORDS.get(most, most)}位小数"
    return None


def significant_decimals(number: Decimal) -> int:
    """How many decimals the number needs: 1 for 2.50, 0 for 200."""
    exponent = number.normalize().as_tuple().exponent
    return max(0, -exponent) if isinstance(exponent, int) else 0


def written_decimals(number: Decimal) -> int:
    """How many decimals the number is written with: 2 for 2.50."""
    exponent = number.as_tuple().exponent
    return max(0, -exponent) if isinstance(exponent, int) else 0
