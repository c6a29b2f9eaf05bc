"""How much of a text stands in another one, whatever the numbers in them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from xjdesk.checks.clauses import SENTENCES
from xjdesk.checks.memo_sizes import MOST_PARAGRAPHS

_NUMBERS = re.compile(r"[0-9０-９.．%％‰\s]+")


@dataclass(frozen=True, slots=True)
class Likeness:
    """Of a text: how many stretches of it there are, and how many of them the other has too.

    `same` are its sentences that the other has but for the numbers, as they are written.
    """

    every: int
    alike: int
    same: tuple[str, ...]


class AlikeText:
    """Compares paragraphs with those of last year's report; each is looked at once."""

    def __init__(self, before: Iterable[str], stretch: int) -> None:
        self._stretch = stretch
        self._stretches: set[str] = set()
        self._sentences: set[str] = set()
        for text in before:
            self._stretches.update(self._cut(without_numbers(text)))
            self._sentences.update(map(without_numbers, _sentences(text)))
        self.likeness = lru_cache(MOST_PARAGRAPHS)(self._likeness)

    def _likeness(self, text: str) -> Likeness:
        cut = self._cut(without_numbers(text))
        same = (s for s in _sentences(text) if without_numbers(s) in self._sentences)
        return Likeness(len(cut), sum(piece in self._stretches for piece in cut), tuple(same))

    def _cut(self, text: str) -> list[str]:
        """Every stretch of the text, each beginning one character behind the one before."""
        last = max(len(text) - self._stretch, 0)
        return [text[at : at + self._stretch] for at in range(last + 1)] if text else []


def without_numbers(text: str) -> str:
    """The text without digits, percent signs and blanks: what one year has other than the next."""
    return _NUMBERS.sub("", text)


def _sentences(text: str) -> list[str]:
    return [part.of(text).strip() for part in SENTENCES.parts(text)]
