"""Percentages as they are printed, and whether a recomputed one is the same."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal

from xjdesk.checks.numbers.mention import Mention, MentionKind, Precision


def is_exact_percentage(text: str, mention: Mention) -> bool:
    """Whether it is a percentage in digits with its sign, stated exactly: no 约40%, no 四成."""
    if mention.kind is not MentionKind.PERCENT or mention.precision is not Precision.EXACT:
        return False
    if text[mention.digits_end : mention.end].strip() not in ("%", "％"):
        return False
    digits = text[mention.digits_start : mention.digits_end]
    return digits.replace(".", "", 1).isascii() and digits.replace(".", "", 1).isdigit()


def decimals_of(text: str, mention: Mention) -> int:
    """The number of decimals that are printed."""
    return len(text[mention.digits_start : mention.digits_end].partition(".")[2])


def percentage(part: Decimal, whole: Decimal) -> Decimal:
    """`part` as a percentage of `whole`, unrounded; `whole` is not 0."""
    return part * 100 / whole


def is_rounded_to(printed: Decimal, decimals: int, exact: Decimal) -> bool:
    """Whether `printed` is `exact` within half a unit of its last printed digit."""
    return abs(printed - exact) <= Decimal(5).scaleb(-decimals - 1)


def rounded(exact: Decimal, decimals: int) -> str:
    """`exact` with that many decimals, for print, without the sign."""
    return f"{exact.quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP):f}"
