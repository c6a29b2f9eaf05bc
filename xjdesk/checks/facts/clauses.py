"""Where clauses and sentences begin and end, and words that are only quoted."""

from __future__ import annotations

import re
from dataclasses import dataclass

_CLAUSE_END = re.compile(r"[，。；：？！,;（）()]")
_SENTENCE_END = re.compile(r"[。；？！]")
_TITLE = re.compile(r"《[^《》]*(?:《[^《》]*》[^《》]*)*》|[（(][^（）()]{0,24}号[）)]")
_BLANK = "\u3000"


@dataclass(frozen=True, slots=True)
class Stretch:
    """Characters `start` up to, not including, `end` of a text."""

    start: int
    end: int


def clause_around(text: str, start: int, end: int) -> Stretch:
    """The words between the punctuation marks around characters `start` to `end`."""
    return _between(_CLAUSE_END, text, start, end)


def sentence_around(text: str, start: int, end: int) -> Stretch:
    """The sentence, or the part of one between semicolons, that holds `start` to `end`."""
    return _between(_SENTENCE_END, text, start, end)


def clauses(text: str) -> tuple[Stretch, ...]:
    """All clauses of a text that are not empty."""
    return _parts(_CLAUSE_END, text)


def sentences(text: str) -> tuple[Stretch, ...]:
    """All sentences of a text that are not empty."""
    return _parts(_SENTENCE_END, text)


def without_titles(text: str) -> str:
    """The text with titles of documents and their numbers blanked out, of the same length.

    What a title says is not said by the sentence that cites it.
    """
    return _TITLE.sub(lambda found: _BLANK * len(found.group()), text)


def _between(mark: re.Pattern[str], text: str, start: int, end: int) -> Stretch:
    first = 0
    for found in mark.finditer(text, 0, start):
        first = found.end()
    last = mark.search(text, end)
    return Stretch(first, last.start() if last else len(text))


def _parts(mark: re.Pattern[str], text: str) -> tuple[Stretch, ...]:
    ends = [*(found.start() for found in mark.finditer(text)), len(text)]
    starts = [0, *(end + 1 for end in ends[:-1])]
    return tuple(Stretch(s, e) for s, e in zip(starts, ends, strict=True) if s < e)
