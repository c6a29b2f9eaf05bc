"""Clauses and their numbers, with what stands in brackets taken apart.

A sentence is read past its brackets: 网站（含转发）319条 is one clause, 含转发 a line of its own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from xjdesk.checks.clauses import PHRASES
from xjdesk.checks.numbers.mention import Mention, MentionKind

_BRACKET = re.compile(r"[（(）)]")
_QUOTED = r"《[^《》]*》|“[^“”]{0,40}”"
_MARK = re.compile(rf"{_QUOTED}|[{PHRASES.marks}]")
_JOINING = re.compile(r"[\s　]*(?:和|及|以及|与)(?=\S)")
_BLANK = "\u3000"
_PLAIN_MARKS = {",": "，", ";": "；", ":": "：", "!": "。", "?": "。", "！": "。", "？": "。"}
AND = "和"
"""The mark before a clause that a conjunction ties to the number before it."""


@dataclass(frozen=True, slots=True)
class Numbered:
    """A count or a percentage with the words before and behind it, to the next number or mark."""

    mention: Mention
    label: str
    tail: str

    @property
    def is_count(self) -> bool:
        """Whether it counts something; else it is a percentage."""
        return self.mention.kind is MentionKind.COUNT


@dataclass(frozen=True, slots=True)
class Clause:
    """Words between two marks, without what stands in brackets among them.

    `mark` is the one before it: full-width, 。 for every end of a sentence, empty at the start of
    the line, 和 where a conjunction parts two numbers. `sentence` counts the sentences. `counts`
    are the numbers that are no percentages.
    """

    mark: str
    sentence: int
    words: str
    numbers: tuple[Numbered, ...]
    counts: tuple[Numbered, ...]


@dataclass(frozen=True, slots=True)
class Line:
    """The clauses of a paragraph outside its brackets, or of one bracket.

    `opener` is the number that stands directly before the bracket, if one does.
    """

    clauses: tuple[Clause, ...]
    opener: Numbered | None = None


def read_lines(text: str, mentions: Sequence[Mention]) -> tuple[Line, ...]:
    """The line of the paragraph, then those of its brackets that hold a number."""
    pairs = _bracket_pairs(text)
    numbers = [m for m in mentions if m.kind in (MentionKind.COUNT, MentionKind.PERCENT)]
    if not numbers:
        return ()
    main = Line(tuple(_clauses(text, 0, len(text), pairs, mentions)))
    openers = {number.mention.end: number for c in main.clauses for number in c.numbers}
    lines = [main]
    for start, end in pairs:
        if any(start < m.start and m.end <= end for m in numbers):
            clauses = tuple(_clauses(text, start + 1, end - 1, pairs, mentions))
            before = len(text[:start].rstrip())
            lines.append(Line(clauses, openers.get(before)))
    return tuple(lines)


def _bracket_pairs(text: str) -> list[tuple[int, int]]:
    opened: list[int] = []
    pairs: list[tuple[int, int]] = []
    for found in _BRACKET.finditer(text):
        if found.group() in "（(":
            opened.append(found.start())
        elif opened:
            pairs.append((opened.pop(), found.end()))
    return sorted(pairs)


def _clauses(
    text: str,
    start: int,
    end: int,
    pairs: Sequence[tuple[int, int]],
    mentions: Sequence[Mention],
) -> Iterator[Clause]:
    plain = _without_brackets(text, start, end, pairs)
    own = [m for m in mentions if start <= m.start and m.end <= end and plain[m.start] != _BLANK]
    mark, sentence, first, at = "", 0, start, 0
    for place in [*_marks(plain, start, end, own), end]:
        last = at
        while last < len(own) and own[last].end <= place:
            last += 1
        yield from _parted(plain, first, place, _Opening(mark, sentence), own[at:last])
        at = last
        if place < end:
            mark = _PLAIN_MARKS.get(plain[place], plain[place])
            sentence += mark == "。"
            first = place + 1


@dataclass(frozen=True, slots=True)
class _Opening:
    mark: str
    sentence: int


def _without_brackets(text: str, start: int, end: int, pairs: Sequence[tuple[int, int]]) -> str:
    plain = text[:end]
    for first, last in pairs:
        if start <= first and last <= end and plain[first] != _BLANK:
            plain = plain[:first] + _BLANK * (last - first) + plain[last:]
    return plain


def _marks(plain: str, start: int, end: int, mentions: Sequence[Mention]) -> Iterator[int]:
    at = 0
    for found in _MARK.finditer(plain, start, end):
        place = found.start()
        while at < len(mentions) and mentions[at].end <= place:
            at += 1
        if found.end() - place == 1 and not (at < len(mentions) and mentions[at].start <= place):
            yield place


def _parted(
    plain: str, first: int, end: int, opening: _Opening, mentions: Sequence[Mention]
) -> Iterator[Clause]:
    """The clause, parted where a conjunction stands right behind a number."""
    numbers = [m for m in mentions if m.value is not None]
    mark = opening.mark
    begin, held = first, 0
    for at in range(1, len(numbers)):
        joined = _JOINING.match(plain, numbers[at - 1].end, numbers[at].start)
        if joined:
            stop = numbers[at - 1].end
            yield _clause(plain, begin, stop, _Opening(mark, opening.sentence), numbers[held:at])
            mark, begin, held = AND, joined.end(), at
    yield _clause(plain, begin, end, _Opening(mark, opening.sentence), numbers[held:])


def _clause(
    plain: str, start: int, end: int, opening: _Opening, mentions: Sequence[Mention]
) -> Clause:
    numbers: list[Numbered] = []
    before = start
    for at, mention in enumerate(mentions):
        behind = mentions[at + 1].start if at + 1 < len(mentions) else end
        label, tail = plain[before : mention.start], plain[mention.end : behind]
        numbers.append(Numbered(mention, _squeezed(label), _squeezed(tail)))
        before = mention.end
    counts = tuple(number for number in numbers if number.is_count)
    words = _squeezed(plain[start:end])
    return Clause(opening.mark, opening.sentence, words, tuple(numbers), counts)


def _squeezed(words: str) -> str:
    return "".join(words.split())
