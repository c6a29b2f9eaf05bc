"""Numbers as clerks write them: read leniently, kept exactly, shown plainly."""

from __future__ import annotations

import re
import unicodedata
from decimal import Decimal

Entry = Decimal | str
"""What a filled cell holds: a number, or the text that could not be read as one.

A blank cell holds nothing at all: blank is not 0.
"""

_NUMBER = re.compile(r"[+-]?([0-9]+\.?[0-9]*|\.[0-9]+)")
_PLAIN_FORMS = {
    **{full: full - 0xFEE0 for full in range(0xFF01, 0xFF5F)},
    **dict.fromkeys(map(ord, "−–—"), "-"),
    ord("。"): ".",
    0x3000: " ",
}
"""Full-width forms, and what an input method gives for minus sign and decimal point."""

_GROUPED = re.compile(r"[+-]?[0-9]{1,3}([, ][0-9]{3})+(\.[0-9]+)?")
_COUNTERS = frozenset("件条次个人份篇项名部场期起册家宗")
"""Words for counting single things: who writes 次 behind a number of 件 means the same number."""
MOST_DIGITS = 15
"""Longer numbers are no counts of an office, and Excel would not keep them exactly."""


def read_entry(text: str, unit: str = "") -> Entry | None:
    """What the user means by `text` typed into a cell counted in `unit`.

    Full-width digits and signs, thousands separators, blanks and the unit or another counter after
    the number are understood. Empty text is None (blank). Text that is no number comes back as it
    was typed, stripped, so that nothing typed is lost and a check can name it.
    """
    visible = "".join(c for c in text if unicodedata.category(c) != "Cf").strip()
    if not visible:
        return None
    number = _read_number(visible, unit)
    return text.strip() if number is None else number


def _read_number(visible: str, unit: str) -> Decimal | None:
    plain = visible.translate(_PLAIN_FORMS)
    if unit:
        plain = _without_unit(plain, unit)
    if _GROUPED.fullmatch(plain):
        plain = plain.replace(",", "").replace(" ", "")
    if not _NUMBER.fullmatch(plain) or sum(map(str.isdigit, plain)) > MOST_DIGITS:
        return None
    number = Decimal(plain)
    return abs(number) if number == 0 else number


def _without_unit(plain: str, unit: str) -> str:
    """The number without the unit behind it, or without another word for counting single things.

    Amounts of money and shares are not counted so: 万元 behind a number of 件 stays what it is.
    """
    if plain.endswith(unit):
        return plain[: -len(unit)].rstrip()
    is_counter = unit in _COUNTERS and plain[-1:] in _COUNTERS
    return plain[:-1].rstrip() if is_counter else plain


def show_entry(entry: Entry | None) -> str:
    """The text of an entry as it is edited and printed; blank is the empty text."""
    if entry is None:
        return ""
    if isinstance(entry, str):
        return entry
    return show_number(entry)


def show_number(number: Decimal) -> str:
    """A number in plain digits, never with an exponent, decimals as they were entered."""
    return f"{number:f}"


def is_whole(number: Decimal) -> bool:
    """Whether the number is an integer (5 and 5.0 are)."""
    return number == number.to_integral_value()
