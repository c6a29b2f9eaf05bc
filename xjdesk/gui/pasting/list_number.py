"""The numbers of lists: those that HTML leaves to the reader, and those that Word writes out."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping

from xjdesk.core.ordinals import LARGEST, chinese

_NUMBER = re.compile(r"-?[0-9]{1,6}")
_STYLE = re.compile(r"list-style(?:-type)?\s*:\s*(?:[\w ]*\s)?([a-z-]+)", re.IGNORECASE)
_TYPES = {
    "a": "lower-alpha",
    "A": "upper-alpha",
    "i": "lower-roman",
    "I": "upper-roman",
}
_CHINESE = frozenset(
    ("cjk-ideographic", "simp-chinese-informal", "simp-chinese-formal", "trad-chinese-informal")
)
_ROMAN = ((10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))
_LARGEST_ROMAN = 39
_LETTERS = 26


class ListNumbering:
    """Counts the entries of an `<ol>` that has the attributes `attributes`."""

    def __init__(self, attributes: Mapping[str, str]) -> None:
        style = _STYLE.search(attributes.get("style", ""))
        self._kind = style[1].lower() if style else _TYPES.get(attributes.get("type", ""), "")
        self._next = _number_in(attributes.get("start", ""), 1)

    def number(self, value: str) -> str:
        """The number of the next entry, with its dot; `value` is one that the entry asks for."""
        number = _number_in(value, self._next)
        self._next = number + 1
        return _written(number, self._kind)


def kept_number(written: str) -> str:
    """The number of a paragraph as Word wrote it out; empty when that is only a bullet.

    Bullets come as a letter of a font of signs: l, n, u, §.
    """
    number = "".join(written.split())
    if any(unicodedata.numeric(sign, None) is not None for sign in number):
        return number
    is_word = len(number) > 1 and any(sign.isalpha() for sign in number)
    return number if is_word else ""


def numbered(number: str, text: str) -> str:
    """`text` behind `number`. Before a digit the dot of 1. would be read as a decimal point."""
    if number.endswith((".", "．")) and text[:1].isdecimal():
        return f"{number[:-1]}、{text}"
    return number + text


def _number_in(text: str, otherwise: int) -> int:
    stripped = text.strip()
    return int(stripped) if _NUMBER.fullmatch(stripped) else otherwise


def _written(number: int, kind: str) -> str:
    if kind in _CHINESE and 1 <= number <= LARGEST:
        return f"{chinese(number)}、"
    if kind in ("lower-alpha", "lower-latin") and 1 <= number <= _LETTERS:
        return f"{chr(ord('a') + number - 1)}."
    if kind in ("upper-alpha", "upper-latin") and 1 <= number <= _LETTERS:
        return f"{chr(ord('A') + number - 1)}."
    if kind in ("lower-roman", "upper-roman") and 1 <= number <= _LARGEST_ROMAN:
        roman = _roman(number)
        return f"{roman if kind == 'lower-roman' else roman.upper()}."
    return f"{number}."


def _roman(number: int) -> str:
    written = ""
    for value, letters in _ROMAN:
        times, number = divmod(number, value)
        written += letters * times
    return written
