"""Heading levels of running text, read off its numbering.

The four levels of an official document are 一、 （一） 1. （1） (GB/T 9704-2012, 7.3.3). Levels are
not stored: the numbering at the start of a paragraph says them, as in the printed document.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

_CHINESE = "一二三四五六七八九十百零〇"
_NUMBERINGS: tuple[tuple[int, re.Pattern[str]], ...] = (
    (
        1,
        re.compile(
            rf"[{_CHINESE}]+[、．]|[{_CHINESE}]{{1,2}}[ 　]+(?=\S\S)"
            rf"|第[{_CHINESE}]+(?:部分|章)[、 　]*"
        ),
    ),
    (2, re.compile(rf"[（(][{_CHINESE}]+[）)]")),
    # A year may follow the dot, any other digit makes it a decimal number.
    (3, re.compile(r"[0-9０-９]{1,2}(?:[.．](?![0-9０-９])|[.．](?=(?:19|20)[0-9]{2}年)|、)")),
    (4, re.compile(r"[（(][0-9０-９]{1,2}[）)]")),
)
_LONGEST_HEADING = 40


@dataclass(frozen=True, slots=True)
class Numbering:
    """The numbering a text begins with: its level (1 to 4) and its characters."""

    level: int
    text: str


@dataclass(frozen=True, slots=True)
class Heading:
    """The heading part of a paragraph.

    `end` is the number of characters of the paragraph that are the heading: less than its length
    for a run-in heading such as （一）强化组织机构建设。政府常务会议……
    """

    level: int
    number: str
    end: int


def numbering(text: str) -> Numbering | None:
    """The numbering at the start of `text`, or None."""
    for level, pattern in _NUMBERINGS:
        match = pattern.match(text)
        if match:
            return Numbering(level, match.group())
    return None


def heading(paragraph: str) -> Heading | None:
    """The heading that `paragraph` is or begins with, or None for plain text.

    A numbered paragraph is a heading up to its first full stop, when that comes within 40
    characters (字); a numbered paragraph without a full stop is one as a whole when it is that
    short. Longer ones are numbered text.
    """
    found = numbering(paragraph)
    if found is None:
        return None
    stop = paragraph.find("。")
    end = len(paragraph) if stop < 0 else stop + 1
    if end > _LONGEST_HEADING or end == len(found.text):
        return None
    return Heading(found.level, found.text, end)
