"""What the sign or the unit behind a number makes of it: 98%, 三成, 3万元, 2.5亿.

`tail` is the match behind the digits, with the groups sign, tenths, later and inside.
"""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal

from xjdesk.checks.numbers.mention import Mention, MentionKind
from xjdesk.checks.numbers.numeral import MYRIADS, is_bare, plain


def as_percentage(mention: Mention, tail: re.Match[str]) -> Mention:
    """The percentage or the percentage points; three 成 are thirty percent."""
    value, place = mention.value, mention.rounded_to or Decimal(1)
    if tail["tenths"] and value is not None:
        return replace(
            mention, kind=MentionKind.PERCENT, value=value * 10, rounded_to=place * 10, unit="%"
        )
    sign = tail["sign"] or "%"
    unit = "个百分点" if sign.endswith("点") else sign.replace("％", "%")
    return replace(mention, kind=MentionKind.PERCENT, rounded_to=place, unit=unit)


def as_money(mention: Mention, digits: str, tail: re.Match[str]) -> Mention:
    """Money keeps 万元 and 亿元 as it is written; a bare 万 and that of 3万余元 are numerals."""
    if tail["later"]:
        return replace(mention, unit=tail["later"] + mention.unit)
    myriad = digits[-1]
    if myriad not in MYRIADS or is_bare(digits) or mention.value is None or tail["inside"]:
        return mention
    return replace(
        mention,
        value=plain(mention.value / MYRIADS[myriad]),
        upper=plain(mention.upper / MYRIADS[myriad]) if mention.upper is not None else None,
        unit=myriad + mention.unit,
        digits_end=mention.digits_start + len(digits[:-1].rstrip()),
        rounded_to=Decimal(0),
    )


def times(mention: Mention, factor: int, digits_end: int) -> Mention:
    """The number `factor` times as large, its digits ending at `digits_end`."""
    return replace(
        mention,
        value=plain(mention.value * factor) if mention.value is not None else None,
        upper=plain(mention.upper * factor) if mention.upper is not None else None,
        digits_end=digits_end,
    )
