"""Of which cells the numbers of a paragraph speak."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass

from xjdesk.checks.clauses import SENTENCES
from xjdesk.checks.facts.near_words import words_near
from xjdesk.checks.facts.reading import Aside, Reading, Setting
from xjdesk.checks.facts.rival_readings import told_apart
from xjdesk.checks.facts.titles import without_titles
from xjdesk.checks.facts.topics import TopicReader, TopicSign
from xjdesk.checks.numbers.mention import Mention, MentionKind
from xjdesk.checks.reading_limit import is_too_long
from xjdesk.checks.word_pattern import NEVER
from xjdesk.checks.years import SIGN, YEAR
from xjdesk.core.phrase import Phrase, TextRules

_YEAR = re.compile(f"({YEAR}){SIGN}")
_NUMBER = "#"
_BLANKS = "[ \u3000：]"


@dataclass(frozen=True, slots=True)
class _Passage:
    """A paragraph prepared for reading: titles blanked out, signs of topics found."""

    text: str
    signs: tuple[TopicSign, ...]
    setting: Setting


@dataclass(frozen=True, slots=True)
class _Pattern:
    phrase: Phrase
    words: tuple[re.Pattern[str], ...]
    without: re.Pattern[str]

    def fit(self, near: str, unit: str) -> int:
        """How many characters of its words are found near the number; 0 when it does not fit."""
        phrase = self.phrase
        if unit not in phrase.units and unit not in phrase.mistaken_units:
            return 0
        if self.without.search(near):
            return 0
        found = [_longest(pattern, near) for pattern in self.words]
        return sum(found) if all(found) else 0


class FactReader:
    """Reads the numbers of paragraphs by the text rules of a form."""

    def __init__(
        self, rules: TextRules, read_numbers: Callable[[str], tuple[Mention, ...]]
    ) -> None:
        self._read_numbers = read_numbers
        self._patterns = tuple(map(_pattern, rules.phrases))
        self._other_times = _any_of(rules.of_other_times)
        self._this_year = _any_of(rules.of_this_year)
        self._parts = _any_of(rules.of_a_part)
        self._fillers = re.compile(f"(?:{'|'.join((*rules.fillers, _BLANKS))})*$")
        self.topics = TopicReader(rules.topics)

    def readings(self, text: str, setting: Setting) -> tuple[Reading, ...]:
        """Every number of the paragraph `text` with what it was read as; none when too long."""
        if is_too_long(text):
            return ()
        plain = without_titles(text)
        passage = _Passage(plain, self.topics.signs(plain), setting)
        numbers = self._read_numbers(text)
        return told_apart(
            plain, tuple(self._reading(passage, numbers, at) for at in range(len(numbers)))
        )

    def counted(
        self, text: str, setting: Setting, units: Collection[str]
    ) -> Iterator[tuple[Mention, frozenset[str]]]:
        """The counts in one of `units` in the paragraph, each with the topics of its place."""
        if is_too_long(text):
            return
        plain = without_titles(text)
        numbers = self._read_numbers(text)
        signs = self.topics.signs(plain)
        for at, mention in enumerate(numbers):
            if mention.kind is MentionKind.COUNT and mention.unit in units:
                near = words_near(plain, numbers, at)
                yield mention, self.topics.topics_at(signs, near, setting.heading)

    def is_of_other_times(self, text: str, setting: Setting, start: int, end: int) -> bool:
        """Whether the words at `start` to `end`, and the sentence before them, are not of the year.

        `text` is without titles. What was said last counts: 去年200件，今年300件.
        """
        if self._tells_other_time(setting.heading, setting.year):
            return True
        sentence = SENTENCES.around(text, start, end)
        return self._tells_other_time(text[sentence.start : end], setting.year)

    def is_of_a_part(self, text: str, setting: Setting, start: int, end: int) -> bool:
        """Whether the sentence up to `end` names a part of the organ as the one who did it."""
        sentence = SENTENCES.around(text, start, end)
        found = self._parts.finditer(text, sentence.start, end)
        return any(not _abbreviates(match.group(), setting.issuer) for match in found)

    def _reading(self, passage: _Passage, numbers: Sequence[Mention], at: int) -> Reading:
        mention = numbers[at]
        if mention.kind is MentionKind.PERCENT:
            return Reading(mention, aside=Aside.PERCENT)
        if mention.kind is not MentionKind.COUNT:
            return Reading(mention, aside=Aside.NO_STATISTIC)
        phrases = self._phrases(passage, numbers, at)
        if not phrases:
            return Reading(mention, aside=Aside.UNKNOWN)
        text, setting = passage.text, passage.setting
        if self.is_of_other_times(text, setting, mention.start, mention.end):
            return Reading(mention, phrases, Aside.OTHER_TIME)
        if self.is_of_a_part(text, setting, mention.start, mention.end):
            return Reading(mention, phrases, Aside.PART)
        return Reading(mention, phrases)

    def _phrases(
        self, passage: _Passage, numbers: Sequence[Mention], at: int
    ) -> tuple[Phrase, ...]:
        mention = numbers[at]
        near = words_near(passage.text, numbers, at)
        before, behind = (passage.text[part.start : part.end] for part in near)
        words = f"{self._fillers.sub('', before)}{_NUMBER}{behind}"
        fits = [(pattern.fit(words, mention.unit), pattern.phrase) for pattern in self._patterns]
        fits = [fit for fit in fits if fit[0]]
        if not fits:
            return ()
        topics = self.topics.topics_at(passage.signs, near, passage.setting.heading)
        fits = [(fit, p) for fit, p in fits if not p.topic or p.topic in topics]
        return tuple(p for _, p in sorted(fits, key=lambda fit: -fit[0]))

    def _tells_other_time(self, text: str, year: int) -> bool:
        is_other, last = False, -1
        for match in _YEAR.finditer(text):
            if match.start() > last:
                is_other, last = int(match.group(1)) != year, match.start()
        for match in self._other_times.finditer(text):
            if match.start() >= last:
                is_other, last = True, match.start()
        return is_other and not self._this_year.search(text, last + 1)


def _abbreviates(name: str, full: str) -> bool:
    """Whether a name is short for `full`: 市场监管局 for 黑龙江省市场监督管理局."""
    rest = iter(full)
    return all(character in rest for character in name)


def _pattern(phrase: Phrase) -> _Pattern:
    return _Pattern(phrase, tuple(map(re.compile, phrase.words)), _any_of(phrase.without))


def _any_of(words: Sequence[str]) -> re.Pattern[str]:
    return re.compile("|".join(words) or NEVER)


def _longest(pattern: re.Pattern[str], text: str) -> int:
    return max((len(match.group()) for match in pattern.finditer(text)), default=0)
