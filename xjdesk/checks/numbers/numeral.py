"""Numerals, Arabic and Chinese, and what they are worth."""

from __future__ import annotations

import re
import unicodedata
from decimal import Decimal

DIGIT = "0-9０-９"
"""Arabic digits, half- and full-width, for a character class."""

CHINESE = "一二三四五六七八九十百千万亿零〇○两"
"""Characters of Chinese numerals, for a character class."""

NUMERAL = DIGIT + CHINESE
"""Characters of any numeral, for a character class."""

PLACE = re.compile("[十百千万亿]")

NUMERAL_RUN = re.compile(rf"[{DIGIT}]+(?:[.．][{DIGIT}]+)*|[{CHINESE}]+|[①-⒛㈠-㈩❶-❿]")
DASH = r"(?:[-－‐–—~～〜]{1,2}|至|到)"
"""What joins the two ends of a range, GB/T 15834 连接号 and what is typed for it."""

MOST_DIGITS = 15
"""Longer numbers count nothing in an office: they are codes."""

_DIGITS = {c: i for i, c in enumerate("零一二三四五六七八九")} | {"〇": 0, "○": 0, "两": 2}
_PLACES = {"十": 10, "百": 100, "千": 1000}
MYRIADS = {"万": 10**4, "亿": 10**8}
_WORTH = _PLACES | MYRIADS
_NEIGHBOURS = re.compile(r"(十?)([一二两三四五六七八九])([二两三四五六七八九])([十百千万亿]{0,2})")


def read_arabic(text: str) -> Decimal | None:
    """The value of Arabic digits with separators of thousands; None of codes (007, 20 digits)."""
    plain = re.sub(r"[,\s]", "", unicodedata.normalize("NFKC", text))
    whole = plain.partition(".")[0]
    if len(plain) > MOST_DIGITS or (len(whole) > 1 and whole[0] == "0"):
        return None
    return Decimal(plain)


def multiplier(text: str) -> Decimal:
    """What 万, 亿, 百万 … behind Arabic digits multiply by; 1 for the empty text."""
    product = Decimal(1)
    for character in text.strip():
        product *= _WORTH[character]
    return product


def read_chinese(text: str) -> Decimal | None:
    """The value of a well-formed Chinese numeral (两百, 一百零五, 三千六); None of any other."""
    if not text or len(text) > 2 * MOST_DIGITS:
        return None
    if all(c in _WORTH for c in text) and text != "十":
        return _bare(text)
    total = section = 0
    for part in re.split("([万亿])", text):
        if part in MYRIADS:
            if not section and not total:
                return None
            total = _raised(total, section, MYRIADS[part])
            section = 0
        elif part:
            read = _section(part, after_myriad=bool(total))
            if read is None:
                return None
            section = read
    return Decimal(total + section)


def read_neighbours(text: str) -> tuple[Decimal, Decimal] | None:
    """The ends of what two neighbouring digits leave open: 二三十 is 20 to 30, 三五 3 to 5."""
    match = _NEIGHBOURS.fullmatch(text)
    if match is None:
        return None
    ten, low, high, places = match.groups()
    lower, upper = _DIGITS[low], _DIGITS[high]
    if upper - lower != 1 and (lower, upper) != (3, 5):
        return None
    base, factor = (10 if ten else 0), multiplier(places)
    return (base + lower) * factor, (base + upper) * factor


def read_digits(text: str) -> Decimal | None:
    """The value of Chinese digits written one by one (decimals: 六八 is 68); None of others."""
    if not text or len(text) > MOST_DIGITS or not all(c in _DIGITS for c in text):
        return None
    return Decimal("".join(str(_DIGITS[c]) for c in text))


def plain(number: Decimal) -> Decimal:
    """The number without decimals where they are 0, as it is shown."""
    whole = number.to_integral_value()
    return whole if whole == number else number.normalize()


def is_bare(text: str) -> bool:
    """Whether a Chinese numeral has places alone (百, 千, 万), which are often part of a word."""
    return text != "十" and all(c in _WORTH for c in text) and text[0] != "十"


def _bare(text: str) -> Decimal | None:
    """百, 千, 万 without a digit, as in 百余件; 十万 is well-formed, 万千 is nothing."""
    if text[0] == "十" and all(c in MYRIADS for c in text[1:]):
        return multiplier(text)
    return Decimal(_WORTH[text]) if len(text) == 1 else None


def _raised(total: int, section: int, myriad: int) -> int:
    if total and total < myriad:
        return (total + section) * myriad
    return total + section * myriad


def _section(text: str, *, after_myriad: bool) -> int | None:
    """A numeral below 万: digits and places in falling order; None when it is not."""
    value, digit, last, gap = 0, None, 10**4, False
    for character in text:
        if character in _PLACES:
            place = _PLACES[character]
            if place >= last or (digit is None and place != 10) or digit == 0:
                return None
            value += (1 if digit is None else digit) * place
            last, digit, gap = place, None, False
        elif _DIGITS[character] == 0:
            if digit is not None or (text != character and last == 10**4 and not after_myriad):
                return None
            gap = True
            digit = 0 if text == character else None
        elif digit is not None:
            return None
        else:
            digit = _DIGITS[character]
    if digit is None:
        return value if value else None
    colloquial = not gap and (last in (100, 1000) or (after_myriad and last == 10**4))
    return value + digit * (last // 10 if colloquial else 1)


def last_place(number: Decimal) -> Decimal:
    """The place of the last digit that is not 0: 100 of 5500, 0.1 of 1.20; 1 of 0."""
    exponent = number.normalize().as_tuple().exponent
    return Decimal(1).scaleb(exponent) if number and isinstance(exponent, int) else Decimal(1)


def written_place(digits: str) -> Decimal:
    """The place of the last Arabic digit written, be it 0: 0.1 of 1.0, 1 of 20."""
    decimals = re.split("[.．]", digits)[1:]
    return Decimal(1).scaleb(-len(decimals[0])) if decimals else Decimal(1)
