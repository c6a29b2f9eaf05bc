"""Whether what a text says of a number fits the number."""

from __future__ import annotations

from decimal import Decimal
from enum import StrEnum

from xjdesk.checks.numbers.mention import Mention, Precision
from xjdesk.checks.numbers.numeral import last_place

_ABOUT = Decimal("0.1")
"""How far from 约 the number may be, as a share of it."""


class Agreement(StrEnum):
    """How a mention and a number go together.

    AGREES: the text says nothing against the number. LOOSE: word and number differ where hardly
    anybody minds (200余 or 近200 for exactly 200, a percentage cut off instead of rounded).
    CONTRADICTS: the text says something else.
    """

    AGREES = "agrees"
    LOOSE = "loose"
    CONTRADICTS = "contradicts"


def agreement(mention: Mention, number: Decimal) -> Agreement:
    """How the mention goes together with `number`, which must be in the mention's unit.

    ValueError for a mention without a value: only counts and percentages have one.
    """
    if mention.value is None:
        raise ValueError(f"a mention of kind {mention.kind} has no value")
    if _agrees(mention, mention.value, number):
        return Agreement.AGREES
    if _is_loose(mention, mention.value, number):
        return Agreement.LOOSE
    return Agreement.CONTRADICTS


def _agrees(mention: Mention, value: Decimal, number: Decimal) -> bool:
    upper = mention.upper
    match mention.precision:
        case Precision.EXACT:
            half = mention.rounded_to / 2
            return number == value or value - half <= number < value + half
        case Precision.ABOUT:
            return abs(number - value) <= _ABOUT * abs(value)
        case Precision.OVER:
            return value < number and (upper is None or number < upper)
        case Precision.NEARLY:
            return value - _short_of(value) < number < value
        case Precision.AT_LEAST:
            return number >= value
        case Precision.AT_MOST:
            return number <= value
        case Precision.RANGE:
            return value <= number and (upper is None or number <= upper)


def _is_loose(mention: Mention, value: Decimal, number: Decimal) -> bool:
    if mention.precision is Precision.EXACT:
        return value <= number < value + mention.rounded_to
    return mention.precision in (Precision.OVER, Precision.NEARLY) and number == value


def _short_of(value: Decimal) -> Decimal:
    """How far below it 近 reaches: half of the last place (近200: 150), a tenth at least."""
    return max(last_place(value) / 2, value * _ABOUT)
