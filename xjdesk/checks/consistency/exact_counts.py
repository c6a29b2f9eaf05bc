"""The value of a number, and whether it can be reckoned with to the last digit."""

from __future__ import annotations

from decimal import Decimal

from xjdesk.checks.numbers.mention import Mention, Precision
from xjdesk.core.numbers import is_whole


def value_of(mention: Mention) -> Decimal:
    """How many; for counts and percentages, which alone have a value."""
    assert mention.value is not None
    return mention.value


def is_exact(mention: Mention) -> bool:
    """Whether the count is stated to the last one: no 200余件, 1.2万条 or 3.5万元."""
    is_unrounded = mention.precision is Precision.EXACT and not mention.rounded_to
    return is_unrounded and is_whole(value_of(mention))
