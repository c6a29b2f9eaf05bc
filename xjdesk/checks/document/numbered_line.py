"""The numbers that lines of running text begin with, and the sentences inside them."""

from __future__ import annotations

import re
from dataclasses import dataclass

from xjdesk.core.ordinals import chinese
from xjdesk.core.outline import heading
from xjdesk.core.paragraph_number import number_in

_DIGITS = re.compile(r"[一二三四五六七八九十零〇]+|[0-9０-９]+")
_SENTENCE_START = re.compile(r"[。；：](?=[（(0-9０-９])")
_TOP = 1


@dataclass(frozen=True, slots=True)
class LineNumber:
    """A numbering: `is_heading` when what follows is short enough for one."""

    level: int
    value: int
    text: str
    is_heading: bool


@dataclass(frozen=True, slots=True)
class LineNumbers:
    """The numbering a line begins with, and those that sentences inside it begin with."""

    first: LineNumber | None
    inner: tuple[LineNumber, ...]


NO_NUMBERS = LineNumbers(None, ())


def line_numbers(text: str) -> LineNumbers:
    """The numbers in a line; inside it those of the first level are no headings."""
    inner = (_number(text[match.end() :]) for match in _SENTENCE_START.finditer(text))
    found = LineNumbers(_number(text), tuple(n for n in inner if n and n.level > _TOP))
    return NO_NUMBERS if found == NO_NUMBERS else found


def _number(text: str) -> LineNumber | None:
    found = number_in(text)
    if found is None:
        return None
    return LineNumber(found.level, found.value, found.text, heading(text) is not None)


def number_like(found: LineNumber, value: int) -> str:
    """The number `value` written as `found` is."""
    is_chinese = not any(c.isdecimal() for c in found.text)
    digits = chinese(value) if is_chinese and 1 <= value <= 99 else str(value)
    return _DIGITS.sub(digits, found.text.strip(), count=1)
