"""How alike the words of a source and those of a form are: misprints, breaks, other numbering."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from difflib import SequenceMatcher
from functools import lru_cache

from xjdesk.core.outline import numbering

LEAST_LIKENESS = 0.62
"""Below this two labels are not taken for the same."""

_SHARED_LETTERS = 0.55
_ALL_BUT_SAME = 0.97
_OTHER_SPELLING = 0.02
"""What a label loses that lacks its numbering or its note."""


@lru_cache(maxsize=4096)
def letters(text: str) -> str:
    """The letters and digits of a text, in their plain form."""
    return "".join(c for c in unicodedata.normalize("NFKC", text) if c.isalnum())


@lru_cache(maxsize=1024)
def spellings(label: str) -> tuple[str, ...]:
    """The letters of a label, then without its note, then without its numbering; longest first."""
    found = numbering(label)
    name = label[len(found.text) :] if found else label
    name = name.removeprefix("其中：")
    bare = re.sub(r"[（(][^（）()]*[）)]", "", name)
    lead = label[: len(label) - len(name)]
    ways = (lead + name, lead + bare, name, bare)
    return tuple(sorted({letters(way) for way in ways} - {""}, key=len, reverse=True))


@lru_cache(maxsize=16384)
def likeness(a: str, b: str) -> float:
    """How alike two strings of letters are, from 0 to 1."""
    if a == b:
        return 1.0
    if not a or not b or not _share_letters(a, b):
        return 0.0
    return min(_ALL_BUT_SAME, SequenceMatcher(None, a, b, autojunk=False).ratio())


def label_likeness(label: str, text: str) -> float:
    """How well a whole text fits a label of the form in any of its spellings."""
    found = letters(text)
    ways = spellings(label)
    return max(
        (likeness(way, found) - _OTHER_SPELLING * (way != ways[0]) for way in ways), default=0.0
    )


def tail_likeness(label: str, before: str, starts: Sequence[int], after: str) -> float:
    """How well the end of the letters `before` a value fits a label, or their end and `after`.

    A label begins at one of the `starts`, offsets in `before`; one that is broken around its
    values goes on in `after`.
    """
    ways = spellings(label)
    best = 0.0
    for way in ways:
        lost = _OTHER_SPELLING * (way != ways[0])
        reach = 2 * len(way) + 8
        near = [start for start in starts if len(before) - start <= reach]
        for start in near:
            text = before[start:]
            best = max(best, likeness(way, text) - lost)
            if after and 0 < len(text) < len(way) + 8:
                best = max(best, _broken_likeness(way, text, after) - lost - 0.01)
            if best >= 1.0:
                return best
    return best


def _broken_likeness(label: str, text: str, after: str) -> float:
    """The likeness of a label of which only a first part stands before the values."""
    missing = len(label) - len(text)
    lengths = {max(1, missing + extra) for extra in (-2, 0, 3)}
    found = (likeness(label, text + after[:length]) for length in lengths)
    return max(found, default=0.0)


def _share_letters(a: str, b: str) -> bool:
    known = set(a)
    return len(known & set(b)) >= _SHARED_LETTERS * len(known)
