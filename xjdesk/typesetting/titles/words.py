"""The words of titles, from resources/phrases: what a line is not broken inside of."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from xjdesk.resource_files import resource


class WordKind(StrEnum):
    """What a word does in a title; the values are the names of the lists in the file."""

    ORGAN = "organs"
    SUBJECT = "subjects"
    LEANING = "leaning"
    ACT = "acts"
    DOCUMENT_KIND = "kinds"
    PLACE = "places"


@dataclass(frozen=True, slots=True)
class WordList:
    """Words with their kinds; `longest` is the number of characters of the longest."""

    kinds: Mapping[str, WordKind]
    longest: int

    def words_at(self, text: str, start: int) -> Iterator[tuple[int, WordKind]]:
        """End and kind of every word that begins at `start`, the shortest first."""
        for end in range(start + 2, min(start + self.longest, len(text)) + 1):
            kind = self.kinds.get(text[start:end])
            if kind is not None:
                yield end, kind


def read_words(source: str) -> WordList:
    """The words of a TOML text with a list for every WordKind; KeyError when one is missing."""
    lists = tomllib.loads(source)
    kinds = {word: kind for kind in WordKind for word in lists[kind.value]}
    return WordList(kinds, max(map(len, kinds), default=0))


@cache
def shipped_words() -> WordList:
    """The words that come with the program, read on the first call."""
    return read_words(resource("phrases", "title-words.toml").read_text(encoding="utf-8"))
