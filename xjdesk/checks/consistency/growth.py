"""Growth rates, recomputed where both values are told (rule T-12)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from xjdesk.checks.consistency.clash import Clash, Correction, span_of
from xjdesk.checks.consistency.exact_counts import is_exact, value_of
from xjdesk.checks.consistency.lines import Line, Numbered
from xjdesk.checks.consistency.percentages import (
    decimals_of,
    is_exact_percentage,
    is_rounded_to,
    percentage,
    rounded,
)
from xjdesk.checks.numbers.mention import Mention
from xjdesk.checks.stretch import Stretch
from xjdesk.checks.word_pattern import any_of
from xjdesk.checks.years import SIGN, YEAR
from xjdesk.core.consistency_words import ConsistencyWords
from xjdesk.core.numbers import show_number

RULE = "T-12"
_AFTER = r"(?:了|为|达|达到|幅度为|幅度达)?"


@dataclass(frozen=True, slots=True)
class _Growth:
    """A printed growth rate: percentage, sense (1 rising, -1 falling), and the value before."""

    percent: Mention
    sense: int
    earlier: Decimal
    later: Decimal
    mentions: tuple[Mention, ...]


class GrowthCheck:
    """Recomputes the growth rates of a paragraph."""

    def __init__(self, words: ConsistencyWords) -> None:
        way = f"(?:(?P<up>{any_of(words.rising)})|(?P<down>{any_of(words.falling)}))"
        compared, year = any_of(words.compared), any_of(words.earlier_years)
        self._rate = re.compile(rf"{compared}?{year}?(?:数|的)?(?:相比)?{way}{_AFTER}")
        self._earlier = re.compile(rf".*{compared}.*(?:{year}|{YEAR}{SIGN}).*")
        self._year = re.compile(rf"{year}(?:同期)?(?:为|是|的)?")
        self._difference = re.compile(rf"(?:.*{compared}.*)?{way}{_AFTER}")
        self._compared = re.compile(compared)
        self._from = re.compile(r".*[由从].*")
        reached = f"(?:(?P<up>{any_of(words.grown_to)})|(?P<down>{any_of(words.shrunk_to)}))"
        self._reached = re.compile(rf"(?:的)?{reached}")

    def clashes(self, text: str, lines: Sequence[Line]) -> Iterator[Clash]:
        """Rates that are not what the values make, and words against their direction."""
        for number, line in enumerate(lines):
            beside = lines[1:] if not number else ()
            numbers = _in_order(line, beside)
            for at in range(len(numbers)):
                candidates = self._candidates(text, numbers, at)
                if candidates and not any(_is_right(text, found) for found in candidates):
                    nearest = min(candidates, key=_distance)
                    yield _clash(text, nearest, is_sure=len(candidates) == 1)

    def _candidates(self, text: str, numbers: Sequence[_Placed], at: int) -> list[_Growth]:
        """Every pair of values of which the percentage can be the growth."""
        rate = numbers[at].number
        found = self._rate.fullmatch(rate.label)
        if rate.is_count or found is None or not is_exact_percentage(text, rate.mention):
            return []
        sense = 1 if found["up"] else -1
        before = [p for p in numbers[:at] if p.sentence == numbers[at].sentence]
        while before and not before[-1].number.is_count:
            before.pop()
        if not before or before[-1].clause < numbers[at].clause - 1:
            return []
        last = before.pop()
        counts = [
            p.number.mention
            for p in reversed(before)
            if p.number.is_count and p.number.mention.unit == last.number.mention.unit
        ]
        pairs = self._pairs(before, last, counts)
        exact = [pair for pair in pairs if all(map(is_exact, pair[2]))]
        if len(exact) < len(pairs):
            return []
        return [_Growth(rate.mention, sense, *pair) for pair in exact if pair[0] > 0]

    def _pairs(
        self, before: Sequence[_Placed], last: _Placed, counts: Sequence[Mention]
    ) -> list[tuple[Decimal, Decimal, tuple[Mention, ...]]]:
        """Earlier and later value with the numbers they rest on."""
        number = last.number
        value = value_of(number.mention)
        if self._reached.fullmatch(number.label) and before:
            first = before[-1].number
            if self._from.fullmatch(first.label) and first.is_count:
                return [(value_of(first.mention), value, (first.mention, number.mention))]
            return []
        difference = self._difference.fullmatch(number.label)
        if difference and self._compared.search(last.words):
            change = value if difference["up"] else -value
            pairs: list[tuple[Decimal, Decimal, tuple[Mention, ...]]] = [
                (value_of(later) - change, value_of(later), (later, number.mention))
                for later in counts
            ]
            if len(counts) > 1:
                together = sum(map(value_of, counts), Decimal(0))
                pairs.append((together - change, together, (*counts, number.mention)))
            return pairs
        if self._earlier.fullmatch(number.label) or self._year.fullmatch(number.label):
            return [(value, value_of(later), (later, number.mention)) for later in counts]
        return []


@dataclass(frozen=True, slots=True)
class _Placed:
    """A number with the place of its clause, of its sentence, and the words of the clause."""

    number: Numbered
    clause: int
    sentence: int
    words: str


def _in_order(line: Line, brackets: Iterable[Line]) -> list[_Placed]:
    """The numbers of the line with those of brackets right behind one of them: （上年3607件）."""
    inside = {
        bracket.opener.mention.start: bracket.clauses[0]
        for bracket in brackets
        if bracket.opener is not None and len(bracket.clauses) == 1
    }
    placed: list[_Placed] = []
    for at, clause in enumerate(line.clauses):
        for number in clause.numbers:
            placed.append(_Placed(number, at, clause.sentence, clause.words))
            bracket = inside.get(number.mention.start)
            if bracket is not None and len(bracket.numbers) == 1:
                own = bracket.numbers[0]
                placed.append(_Placed(own, at, clause.sentence, bracket.words))
    return placed


def _is_right(text: str, found: _Growth) -> bool:
    printed, decimals = value_of(found.percent), decimals_of(text, found.percent)
    return is_rounded_to(printed, decimals, _told_growth(found))


def _distance(found: _Growth) -> Decimal:
    """How far the printed rate is from that of the pair: the nearest pair is likely meant."""
    return abs(value_of(found.percent) - _told_growth(found))


def _told_growth(found: _Growth) -> Decimal:
    """What the percentage should be, negative where the values go the other way."""
    return percentage(found.later - found.earlier, found.earlier) * found.sense


def _clash(text: str, found: _Growth, is_sure: bool) -> Clash:
    earlier, later = show_number(found.earlier), show_number(found.later)
    percent, unit = found.percent, found.mentions[0].unit
    least, most = map(show_number, sorted((found.earlier, found.later)))
    change = percentage(found.later - found.earlier, found.earlier)
    way = "增长" if change >= 0 else "下降"
    said = "增长" if found.sense > 0 else "下降"
    exact = rounded(abs(change), decimals_of(text, percent))
    printed = text[percent.digits_start : percent.digits_end]
    message = (
        f"由{earlier}{unit}到{later}{unit}，（{most}-{least}）÷{earlier}={exact}%，"
        f"应为{way}{exact}%，文中写的是{said}{printed}%，请核对。"
    )
    is_sure = is_sure and way == said
    return Clash(
        RULE,
        (span_of(percent), *map(span_of, found.mentions)),
        message,
        f"{way}{exact}%",
        f"{said}{printed}%",
        f"{earlier}→{later}｜{said}{printed}%",
        ("核对两年的数字和增减幅度，更正有误的一项。", "可比口径有调整的，在句中写明。"),
        Correction(Stretch(percent.digits_start, percent.digits_end), exact, f"改为{exact}%")
        if is_sure
        else None,
    )
