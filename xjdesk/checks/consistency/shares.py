"""Shares of a whole, recomputed (rule T-11)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from xjdesk.checks.consistency.clash import Clash, Correction, span_of
from xjdesk.checks.consistency.exact_counts import is_exact, value_of
from xjdesk.checks.consistency.lines import Clause, Line, Numbered
from xjdesk.checks.consistency.part_list import PartList
from xjdesk.checks.consistency.part_words import PartWords
from xjdesk.checks.consistency.percentages import (
    decimals_of,
    is_exact_percentage,
    is_rounded_to,
    percentage,
    rounded,
)
from xjdesk.checks.numbers.mention import Mention
from xjdesk.checks.stretch import Stretch
from xjdesk.core.numbers import show_number

RULE = "T-11"
_LEAST_AGREEING = 2
"""So many shares of a list must fit a number before it is taken for their whole."""

_LEAST_SHARES = 3


@dataclass(frozen=True, slots=True)
class _Share:
    """A count and the percentage told of it, 258件，占33.9%."""

    label: str
    count: Mention
    percent: Mention


class ShareCheck:
    """Recomputes the shares of a paragraph."""

    def __init__(self, words: PartWords) -> None:
        self._words = words

    def clashes(
        self, text: str, lines: Sequence[Line], lists: Iterable[PartList]
    ) -> Iterator[Clash]:
        """Shares that are not what their counts make."""
        counts = [n.mention for line in lines for c in line.clauses for n in c.counts]
        values = [value_of(count) for count in counts]
        wrong: set[int] = set()
        for line in lines:
            for run in self._runs(text, line):
                for share, whole in _misfits(text, run, counts):
                    wrong.add(share.percent.start)
                    yield _misfit(text, share, whole)
        for found in lists:
            for share in self._shares_of(text, found):
                if share.percent.start not in wrong and not _fits_any(
                    text, share, (*values, found.sum)
                ):
                    wrong.add(share.percent.start)
                    yield _misfit(text, share, found.total, is_sure=len(found.totals) == 1)

    def _runs(self, text: str, line: Line) -> Iterator[list[_Share]]:
        """Stretches of the line in which one count with its share follows the other."""
        run: list[_Share] = []
        before: Numbered | None = None
        for clause in line.clauses:
            share = self._share(text, clause, before)
            if share is not None:
                run.append(share)
            elif clause.mark == "。" and run:
                yield run
                run = []
            before = self._left(clause, before)
        if run:
            yield run

    def _left(self, clause: Clause, before: Numbered | None) -> Numbered | None:
        """The count that a share behind the clause would be told of: none twice, none across ；."""
        if clause.counts:
            return clause.counts[-1]
        is_told = any(map(self._words.is_share, clause.numbers))
        return None if is_told or clause.mark in ("；", "。") else before

    def _share(self, text: str, clause: Clause, before: Numbered | None) -> _Share | None:
        numbers = clause.numbers
        if len(numbers) not in (1, 2) or not self._words.is_share(numbers[-1]):
            return None
        counted = numbers[0] if len(numbers) == 2 else before
        if counted is None or not counted.is_count or (counted.tail and len(numbers) == 1):
            return None
        percent = numbers[-1].mention
        if self._words.whole_of(numbers[-1].label) is None:
            return None
        if not is_exact(counted.mention) or not is_exact_percentage(text, percent):
            return None
        return _Share(counted.label, counted.mention, percent)

    def _shares_of(self, text: str, found: PartList) -> Iterator[_Share]:
        """The shares of the list that are surely told of its total."""
        if not found.total_value or not found.is_whole:
            return
        for part in found.parts:
            if part.share is None or not is_exact_percentage(text, part.share.mention):
                continue
            if self._words.whole_of(part.share.label) is not None:
                yield _Share(part.label, part.mention, part.share.mention)


def _misfits(
    text: str, run: Sequence[_Share], counts: Sequence[Mention]
) -> list[tuple[_Share, Mention]]:
    """The shares of the run that do not fit the whole which most of it shows, with that whole."""
    if len(run) < _LEAST_SHARES:
        return []
    units = {share.count.unit for share in run}
    wholes = [m for m in counts if units == {m.unit} and is_exact(m) and m.value]
    fitting = [
        (sum(_fits(text, share, value_of(whole)) for share in run), whole) for whole in wholes
    ]
    most, whole = max(fitting, key=lambda entry: entry[0], default=(0, None))
    if whole is None or most < _LEAST_AGREEING or most * 2 < len(run):
        return []
    values = [value_of(count) for count in counts]
    return [(share, whole) for share in run if not _fits_any(text, share, values)]


def _fits(text: str, share: _Share, whole: Decimal) -> bool:
    if not whole:
        return False
    exact = percentage(value_of(share.count), whole)
    return is_rounded_to(value_of(share.percent), decimals_of(text, share.percent), exact)


def _fits_any(text: str, share: _Share, wholes: Iterable[Decimal]) -> bool:
    return any(_fits(text, share, whole) for whole in wholes)


def _misfit(text: str, share: _Share, whole: Mention, is_sure: bool = True) -> Clash:
    percent = share.percent
    decimals = decimals_of(text, percent)
    exact = rounded(percentage(value_of(share.count), value_of(whole)), decimals)
    part, total = show_number(value_of(share.count)), show_number(value_of(whole))
    printed = text[percent.digits_start : percent.digits_end]
    unit = share.count.unit
    message = (
        f"{part}{unit}占{total}{unit}的比例应为{part}÷{total}={exact}%，"
        f"文中写的是{printed}%，请核对。"
    )
    span = Stretch(percent.digits_start, percent.digits_end)
    return Clash(
        RULE,
        (span_of(percent), span_of(share.count), span_of(whole)),
        message,
        f"{exact}%",
        f"{printed}%",
        f"{part}÷{total}｜{printed}%",
        ("核对两个数字和所占比例，更正有误的一项。", "比例是对另一个总数说的，在句中写明。"),
        Correction(span, exact, f"改为{exact}%") if is_sure else None,
    )
