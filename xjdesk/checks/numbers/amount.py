"""What the digits of a number in running text come to."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from xjdesk.checks.numbers.numeral import (
    MYRIADS,
    multiplier,
    plain,
    read_arabic,
    read_chinese,
    read_digits,
    read_neighbours,
    written_place,
)


@dataclass(frozen=True, slots=True)
class Amount:
    """What digits are worth; `upper` and `rounded_to` as in a mention."""

    value: Decimal
    upper: Decimal | None = None
    rounded_to: Decimal = Decimal(0)


def read_amount(arabic: str | None, big: str | None, chinese: str | None) -> Amount | None:
    """The amount of Arabic digits and 万 or the like behind them, or of a Chinese numeral.

    None when they are no number: a code, or Chinese digits in no order.
    """
    if arabic:
        value, factor = read_arabic(arabic), multiplier(big or "")
        if value is None:
            return None
        place = written_place(arabic)
        rounds = factor > 1 or place < 1
        return Amount(
            plain(value * factor), rounded_to=plain(place * factor) if rounds else Decimal(0)
        )
    if not chinese:
        return None
    whole, point, decimals = chinese.partition("点")
    value = read_chinese(whole)
    if point:
        fraction = read_digits(decimals)
        if value is None or fraction is None:
            return None
        place = Decimal(1).scaleb(-len(decimals))
        return Amount(value + fraction * place, rounded_to=place)
    if value is not None:
        return Amount(value, rounded_to=Decimal(MYRIADS.get(chinese[-1], 0)))
    ends = read_neighbours(chinese)
    return Amount(*ends) if ends else None
