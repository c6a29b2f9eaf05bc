"""Small Chinese numerals and their values."""

from __future__ import annotations

from xjdesk.checks.wording.script import NUMERALS

_TEN = 10


def value_of(numeral: str) -> int:
    """The value of Arabic digits or of a numeral below one hundred, as 十二; 0 when it is none."""
    if numeral.isascii():
        return int(numeral) if numeral.isdigit() else 0
    tens, ten, ones = numeral.replace("两", "二").rpartition("十")
    if len(tens) > 1 or len(ones) > 1 or "十" in tens:
        return 0
    value = (_digit(tens) or 1) * _TEN if ten else 0
    return value + _digit(ones)


def chinese_numeral(value: int) -> str:
    """The numeral of a value from 1 to 99."""
    tens, ones = divmod(value, _TEN)
    head = "" if not tens else "十" if tens == 1 else f"{NUMERALS[tens - 1]}十"
    return head + (NUMERALS[ones - 1] if ones else "")


def _digit(numeral: str) -> int:
    return NUMERALS.index(numeral) + 1 if numeral else 0
