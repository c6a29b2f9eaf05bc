"""Dates as they are written in the fields of an official document."""

from __future__ import annotations

import re
import unicodedata
from datetime import date

from xjdesk.core.ordinals import number_of

_SHAPE = re.compile(r"([0-9]{4})年([1-9][0-9]?)月([1-9][0-9]?)日")
_DIGITS = "零一二三四五六七八九"
_CHINESE = str.maketrans({"〇": "零", "○": "零", "Ｏ": "零", "两": "二"})
_YEAR = rf"[0-9]{{4}}|[{_DIGITS}]{{4}}"
_PART = rf"[0-9]{{1,2}}|[{_DIGITS}十]{{1,3}}"
_LOOSE = re.compile(
    rf"({_YEAR})(?:年({_PART})月({_PART})[日号]?|([-./])([0-9]{{1,2}})\4([0-9]{{1,2}}))"
)


def regular_date(text: str) -> date | None:
    """The date that `text` is in the form of GB/T 9704-2012, 7.3.5.4; None when it is not.

    Arabic digits, the full year, month and day without leading zero, and a day that exists.
    """
    match = _SHAPE.fullmatch(text)
    return _existing(*map(int, match.groups())) if match else None


def read_date(text: str) -> date | None:
    """The date meant by `text` in whatever form; None when it is not certain.

    Chinese and full-width digits, leading zeros, blanks and 2017-1-19, 2017.1.19 are understood.
    """
    plain = re.sub(r"\s", "", unicodedata.normalize("NFKC", text.translate(_CHINESE)))
    match = _LOOSE.fullmatch(plain)
    if match is None:
        return None
    year, month, day, _mark, number, other = match.groups()
    return _existing(_year(year), number_of(month or number), number_of(day or other))


def date_text(day: date) -> str:
    """The date as it is written in an official document: 2017年1月19日."""
    return f"{day.year}年{day.month}月{day.day}日"


def _year(text: str) -> int:
    return int("".join(str(_DIGITS.find(c)) if c in _DIGITS else c for c in text))


def _existing(year: int, month: int | None, day: int | None) -> date | None:
    try:
        return date(year, month or 0, day or 0)
    except ValueError:
        return None
