"""The number that a paragraph begins with, and writing another in its place."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from xjdesk.core.ordinals import LARGEST, chinese, number_of
from xjdesk.core.outline import numbering
from xjdesk.core.report import Paragraph

_DIGITS = re.compile(r"[一二三四五六七八九十零〇]+|[0-9０-９]+")
_STARTS_WITH_DIGIT = re.compile(r"[0-9０-９]")
_FULL_WIDTH = str.maketrans("0123456789", "０１２３４５６７８９")
_USUAL = {1: "{}、", 2: "（{}）", 3: "{}.", 4: "（{}）"}
_IN_CHINESE = frozenset((1, 2))


@dataclass(frozen=True, slots=True)
class ParagraphNumber:
    """The number a paragraph begins with: its level (1 to 4), its value, its characters."""

    level: int
    value: int
    text: str


def number_in(text: str) -> ParagraphNumber | None:
    """The number from 0 to 99 with which `text` begins, or None."""
    found = numbering(text)
    digits = _DIGITS.search(found.text) if found else None
    value = number_of(digits.group()) if digits else None
    if found is None or value is None:
        return None
    return ParagraphNumber(found.level, value, found.text)


def number_at_start(paragraph: Paragraph) -> ParagraphNumber | None:
    """The number of `paragraph`, or None. One that is bound to a cell is a figure and no number."""
    found = number_in(paragraph.text)
    if found and any(figure.start < len(found.text) for figure in paragraph.figures):
        return None
    return found


def usual_number(level: int, value: int) -> str:
    """The number `value`, from 1 to 99, as GB/T 9704-2012 writes it on that level."""
    return _USUAL[level].format(chinese(value) if level in _IN_CHINESE else str(value))


def number_like(text: str, value: int) -> str:
    """The number `value`, from 1 to 99, with the digits and marks of the number `text`."""
    return _DIGITS.sub(lambda digits: _digits_like(digits.group(), value), text, count=1)


def can_be_written(value: int) -> bool:
    """Whether there is a number for it: those beyond 99 are no numbers of headings."""
    return 1 <= value <= LARGEST


def with_number(paragraph: Paragraph, number: str) -> Paragraph:
    """The paragraph with `number` in place of its own, or in front of it where it has none.

    Its words stay as they are, and figures move with them. Before a digit the dot of 1. would be
    read as a decimal point: there it is 1、.
    """
    bare = without_number(paragraph)
    if number.endswith((".", "．")) and _STARTS_WITH_DIGIT.match(bare.text):
        number = f"{number[:-1]}、"
    return _shifted(bare, number + bare.text, len(number))


def without_number(paragraph: Paragraph) -> Paragraph:
    """The paragraph without the number it begins with; figures move with their words."""
    found = number_at_start(paragraph)
    if found is None:
        return paragraph
    length = len(found.text)
    return _shifted(paragraph, paragraph.text[length:], -length)


def _shifted(paragraph: Paragraph, text: str, by: int) -> Paragraph:
    figures = (replace(f, start=f.start + by, end=f.end + by) for f in paragraph.figures)
    return Paragraph(text, tuple(figures))


def _digits_like(digits: str, value: int) -> str:
    if not digits[0].isdecimal():
        return chinese(value)
    return str(value) if digits.isascii() else str(value).translate(_FULL_WIDTH)
