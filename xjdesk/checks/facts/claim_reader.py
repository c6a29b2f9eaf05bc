"""Statements about cells that name no number: 按期办结, 没有收取, 未发生."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from xjdesk.checks.clauses import CLAUSES, SENTENCES
from xjdesk.checks.facts.fact_reader import FactReader
from xjdesk.checks.facts.reading import Setting
from xjdesk.checks.facts.titles import without_titles
from xjdesk.checks.facts.topics import TopicSign
from xjdesk.checks.numbers.mention import Mention, MentionKind
from xjdesk.checks.word_pattern import NEVER
from xjdesk.core.phrase import Claim, TextRules


@dataclass(frozen=True, slots=True)
class ClaimMade:
    """Characters `start` up to, not including, `end` of a paragraph make `claim`."""

    start: int
    end: int
    claim: Claim


@dataclass(frozen=True, slots=True)
class _Pattern:
    claim: Claim
    words: re.Pattern[str]
    without: re.Pattern[str]


class ClaimReader:
    """Finds the claims of paragraphs by the text rules of a form."""

    def __init__(
        self,
        rules: TextRules,
        facts: FactReader,
        read_numbers: Callable[[str], tuple[Mention, ...]],
    ) -> None:
        self._patterns = tuple(map(_pattern, rules.claims))
        self._facts = facts
        self._read_numbers = read_numbers

    def claims(self, text: str, setting: Setting) -> tuple[ClaimMade, ...]:
        """What the paragraph `text` claims of this year and of the whole organ."""
        plain = without_titles(text)
        signs = self._facts.topics.signs(plain)
        numbers = [m for m in self._read_numbers(text) if m.kind is MentionKind.COUNT]
        return tuple(
            made
            for pattern in self._patterns
            for made in _made(pattern, plain)
            if not _has_number(plain, made, numbers)
            and self._is_about(plain, made, signs, setting)
            and not self._facts.is_of_other_times(plain, setting, made.start, made.end)
            and not self._facts.is_of_a_part(plain, setting, made.start, made.end)
        )

    def _is_about(
        self, text: str, made: ClaimMade, signs: Sequence[TopicSign], setting: Setting
    ) -> bool:
        topic = made.claim.topic
        near = (CLAUSES.around(text, made.start, made.end),)
        return not topic or topic in self._facts.topics.topics_at(signs, near, setting.heading)


def _made(pattern: _Pattern, text: str) -> Iterator[ClaimMade]:
    division = SENTENCES if pattern.claim.in_sentence else CLAUSES
    for part in division.parts(text):
        match = pattern.words.search(text, part.start, part.end)
        if match and not pattern.without.search(text, part.start, part.end):
            yield ClaimMade(match.start(), match.end(), pattern.claim)


def _has_number(text: str, made: ClaimMade, numbers: Sequence[Mention]) -> bool:
    """Whether the words have a number of their own, which is compared instead."""
    end = next((c.end for c in CLAUSES.parts(text) if c.start <= made.end <= c.end), made.end)
    return any(made.start <= number.start < end for number in numbers)


def _pattern(claim: Claim) -> _Pattern:
    words = ".*?".join(f"(?:{word})" for word in claim.words)
    return _Pattern(claim, re.compile(words), re.compile("|".join(claim.without) or NEVER))
