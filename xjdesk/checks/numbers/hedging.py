"""Words around a number that say how exactly it is meant."""

from __future__ import annotations

from xjdesk.checks.numbers.mention import Precision
from xjdesk.checks.word_pattern import any_of
from xjdesk.core.number_words import Hedges, NumberWords

_GENEROUS = {Precision.OVER, Precision.AT_LEAST}


class Hedging:
    """The hedging words of a list: patterns for them, and what they mean together.

    `before`, `inside` and `behind` are patterns for the three places. A word in front that only
    looks like a hedge (签约) is matched too, so that its end is not taken for one.
    """

    def __init__(self, words: NumberWords) -> None:
        self._before = _meanings(words.before)
        self._inside = _meanings(words.inside)
        self._behind = _meanings(words.behind)
        self.before_words = (*self._before, *words.before.none)
        self.before = any_of(self.before_words)
        self.inside = f"(?!{any_of(words.inside.none)}){any_of(self._inside)}"
        self.behind = f"(?!{any_of(words.behind.none)}){any_of(self._behind)}"

    def is_hedge(self, before: str | None) -> bool:
        """Whether the word matched in front of a number hedges it."""
        return before in self._before

    def precision(self, before: str | None, inside: str | None, behind: str | None) -> Precision:
        """What the words found at the three places say together; None where there is none.

        Words that contradict each other (近5000余条) say no more than about.
        """
        said = {
            meanings[word]
            for meanings, word in (
                (self._before, before),
                (self._inside, inside),
                (self._behind, behind),
            )
            if word in meanings
        }
        if not said:
            return Precision.EXACT
        if said == _GENEROUS:
            return Precision.AT_LEAST
        return said.pop() if len(said) == 1 else Precision.ABOUT


def _meanings(hedges: Hedges) -> dict[str, Precision]:
    return {
        word: precision
        for words, precision in (
            (hedges.about, Precision.ABOUT),
            (hedges.over, Precision.OVER),
            (hedges.nearly, Precision.NEARLY),
            (hedges.at_least, Precision.AT_LEAST),
            (hedges.at_most, Precision.AT_MOST),
        )
        for word in words
    }
