"""Small numbers written in Chinese or Arabic digits: 七, 十二, 12, １２."""

from __future__ import annotations

import unicodedata

_DIGITS = "零一二三四五六七八九"
_SAME = str.maketrans("〇○两", "零零二")
LARGEST = 99


def number_of(text: str) -> int | None:
    """The number from 0 to 99 that `text` is; None when it is none."""
    plain = unicodedata.normalize("NFKC", text)
    if plain.isascii() and plain.isdigit():
        return int(plain) if int(plain) <= LARGEST else None
    plain = plain.translate(_SAME)
    tens, ten, ones = plain.rpartition("十")
    if not plain or len(tens) > 1 or len(ones) > 1:
        return None
    values = [_DIGITS.find(digit) for digit in (tens or "一" if ten else "零", ones or "零")]
    return None if -1 in values else 10 * values[0] + values[1]


def chinese(number: int) -> str:
    """A number from 1 to 99 in Chinese digits; ValueError beyond."""
    if not 1 <= number <= LARGEST:
        raise ValueError(f"not a number from 1 to {LARGEST}: {number}")
    tens, ones = divmod(number, 10)
    head = "" if not tens else "十" if tens == 1 else f"{_DIGITS[tens]}十"
    return head + (_DIGITS[ones] if ones else "")
