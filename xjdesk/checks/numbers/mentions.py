"""The numbers that a paragraph mentions, each with what it is and what it counts."""

from __future__ import annotations

from collections.abc import Callable

from xjdesk.checks.numbers.citations import citation_spotters
from xjdesk.checks.numbers.contacts import contact_spotters
from xjdesk.checks.numbers.counts import CountReader
from xjdesk.checks.numbers.dates import date_spotters
from xjdesk.checks.numbers.mention import Mention
from xjdesk.checks.numbers.numberings import numbering_spotters
from xjdesk.checks.numbers.set_expressions import code_spotters, quoted_spotters, word_spotters
from xjdesk.checks.numbers.spotting import Spotter
from xjdesk.checks.reading_limit import is_too_long
from xjdesk.core.number_words import NumberWords

NumberReader = Callable[[str], tuple[Mention, ...]]
"""What finds the numbers in one paragraph: left to right, not overlapping."""

_TAKEN = "\0"
"""Stands for a character that an earlier spotter took: neither digit nor word nor mark."""


def number_reader(words: NumberWords) -> NumberReader:
    """What finds the numbers in a paragraph with the help of `words`; none when it is too long.

    The spotters are tried in order, from the most certain to the counts, which are what is left:
    what one took, the next does not see. That keeps the digits of a telephone out of the counts
    without every rule knowing every other.
    """
    spotters: tuple[Spotter, ...] = (
        *contact_spotters(words),
        *citation_spotters(words),
        *word_spotters(words),
        *numbering_spotters(),
        *date_spotters(words),
        *quoted_spotters(),
        *code_spotters(words),
        CountReader(words),
    )

    def mentions(text: str) -> tuple[Mention, ...]:
        if is_too_long(text):
            return ()
        found: list[Mention] = []
        left = text
        for spot in spotters:
            taken = list(spot(left))
            left = _without(left, taken)
            found.extend(taken)
        return tuple(sorted(found, key=lambda mention: mention.start))

    return mentions


def _without(text: str, taken: list[Mention]) -> str:
    pieces: list[str] = []
    position = 0
    for mention in taken:
        pieces += (text[position : mention.start], _TAKEN * (mention.end - mention.start))
        position = mention.end
    return "".join((*pieces, text[position:]))
