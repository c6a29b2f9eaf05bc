"""What a word list must keep beyond being readable."""

from __future__ import annotations

import re
from collections.abc import Iterator

from xjdesk.core.word_list import WordEntry, WordList


def problems(words: WordList) -> tuple[str, ...]:
    """What is wrong with the entries, each with its number; in English, for the list's keeper."""
    return tuple(_problems(words))


def _problems(words: WordList) -> Iterator[str]:
    seen = set[str]()
    for number, entry in enumerate(words.entries, 1):
        where = f"entry {number} {entry.pattern!r}"
        if entry.pattern in seen:
            yield f"{where}: stands in the list twice"
        seen.add(entry.pattern)
        if problem := _problem(entry):
            yield f"{where}: {problem}"


def _problem(entry: WordEntry) -> str:
    try:
        if re.compile(entry.pattern).fullmatch(""):
            return "the pattern matches nothing at all"
        # The empty alternative gives a match on which the template can be tried.
        if nothing := re.compile(f"(?:{entry.pattern})|").fullmatch(""):
            nothing.expand(entry.instead)
    except (re.error, RecursionError, OverflowError) as error:
        return str(error)
    return ""
