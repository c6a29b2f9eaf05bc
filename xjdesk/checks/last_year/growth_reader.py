"""What a sentence says of a number against the year before: 较上年增加39件，增长1.08%."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from xjdesk.checks.consistency.percentages import is_exact_percentage
from xjdesk.checks.facts.chapter_readings import PlacedReading
from xjdesk.checks.numbers.mention import Mention, MentionKind, Precision
from xjdesk.checks.word_pattern import any_of
from xjdesk.core.consistency_words import ConsistencyWords

_AFTER = r"(?:了|为|达|达到|幅度为|幅度达)?"
_MARKS = "，,、（( "


@dataclass(frozen=True, slots=True)
class SaidGrowth:
    """`change`, a number or a percentage, is said of `now`; `sense` is 1 rising, -1 falling."""

    now: PlacedReading
    change: Mention
    sense: int


class GrowthReader:
    """Finds what is said of numbers that phrases tie to cells."""

    def __init__(self, words: ConsistencyWords) -> None:
        way = f"(?:(?P<up>{any_of(words.rising)})|(?P<down>{any_of(words.falling)}))"
        compared, year = any_of(words.compared), any_of(words.earlier_years)
        against = f"(?:{compared}{year}|同比)(?:同期|数|的)?(?:相比)?[{_MARKS}]*(?:共|总体|同比)?"
        self._first = re.compile(f"[{_MARKS}]*{against}{way}{_AFTER}")
        self._next = re.compile(f"[{_MARKS}]*(?:同比)?{way}{_AFTER}")

    def said(self, readings: Sequence[PlacedReading]) -> Iterator[SaidGrowth]:
        """All that is said in one paragraph, whose numbers are `readings`.

        A rate behind an absolute change is left alone: the text itself says what it has to be.
        """
        now: PlacedReading | None = None
        is_going_on = False
        before = 0
        for placed in readings:
            mention, text = placed.reading.mention, placed.paragraph.text
            label = text[before : mention.start]
            found = (self._next if is_going_on else self._first).fullmatch(label)
            if now is not None and found:
                is_own = placed.figure is None and not is_going_on
                if is_own and _is_change(text, now.reading.mention, mention):
                    yield SaidGrowth(now, mention, 1 if found["up"] else -1)
                is_going_on = True
            else:
                now, is_going_on = (placed if _is_tied(placed) else None), False
            before = mention.end


def _is_tied(placed: PlacedReading) -> bool:
    reading = placed.reading
    return (
        reading.mention.kind is MentionKind.COUNT
        and reading.mention.precision is Precision.EXACT
        and bool(reading.phrases)
        and reading.aside is None
    )


def _is_change(text: str, now: Mention, mention: Mention) -> bool:
    if mention.kind is MentionKind.PERCENT:
        return is_exact_percentage(text, mention)
    is_count = mention.kind is MentionKind.COUNT and mention.precision is Precision.EXACT
    return is_count and mention.unit == now.unit
