"""Shares of one whole that are more than the whole (rule T-11)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal

from xjdesk.checks.consistency.clash import Clash, span_of
from xjdesk.checks.consistency.exact_counts import value_of
from xjdesk.checks.consistency.lines import AND, Clause, Line
from xjdesk.checks.consistency.part_list import Part, PartList
from xjdesk.checks.consistency.part_words import PartWords
from xjdesk.checks.consistency.percentages import decimals_of, is_exact_percentage
from xjdesk.checks.consistency.shares import RULE
from xjdesk.core.numbers import show_number

_LEAST_SHARES = 3
_WHOLE = Decimal(100)


class ShareSumCheck:
    """Adds up the shares of a paragraph."""

    def __init__(self, words: PartWords) -> None:
        self._words = words

    def clashes(
        self, text: str, lines: Sequence[Line], lists: Iterable[PartList]
    ) -> Iterator[Clash]:
        """Lists of which every part has a share, and shares without counts."""
        for found in lists:
            shared = [
                p for p in found.parts if p.share and is_exact_percentage(text, p.share.mention)
            ]
            if len(shared) == len(found.parts):
                yield from _too_much(text, shared)
        for line in lines:
            yield from self._bare_sums(text, line)

    def _bare_sums(self, text: str, line: Line) -> Iterator[Clash]:
        """政策类占30%、财政类占50%、其他占40%: shares without counts that exceed the whole."""
        run: list[Part] = []
        for clause in (*line.clauses, Clause("。", -1, "", (), ())):
            part = self._bare_share(text, clause)
            goes_on = part is not None and (not run or clause.mark in ("、", "，", "；", "和"))
            if not goes_on:
                yield from _too_much(text, run)
                run = []
            if part is not None:
                run.append(part)

    def _bare_share(self, text: str, clause: Clause) -> Part | None:
        if len(clause.numbers) != 1 or clause.numbers[0].is_count:
            return None
        number = clause.numbers[0]
        name, told, _ = number.label.partition("占")
        if not name or self._words.whole_of(number.label[len(name) :]) is None or not told:
            return None
        if number.tail or self._words.sides(name) or not is_exact_percentage(text, number.mention):
            return None
        return Part(name, number.mention, clause.mark in ("、", AND), number)


def _too_much(text: str, parts: Sequence[Part]) -> Iterator[Clash]:
    """A clash when the shares of the parts are more than the whole, whatever was rounded."""
    percents = [part.share.mention for part in parts if part.share is not None]
    if len(percents) < _LEAST_SHARES:
        return
    together = Decimal(0)
    slack = Decimal(0)
    for at, percent in enumerate(percents):
        together += value_of(percent)
        slack += Decimal(5).scaleb(-decimals_of(text, percent) - 1)
        is_last = at + 1 == len(percents)
        if not is_last and abs(together - _WHOLE) <= slack and not parts[at + 1].is_tied:
            return
    if together <= _WHOLE + slack:
        return
    terms = "+".join(show_number(value_of(percent)) for percent in percents)
    sum_text = show_number(together)
    yield Clash(
        RULE,
        tuple(map(span_of, percents)),
        f"各项所占比例合计{terms}={sum_text}%，超过100%，请核对。",
        "100%",
        f"{sum_text}%",
        f"{terms}%",
        ("核对各项所占比例，更正有误的一项。", "各项之间有交叉的，在句中写明口径。"),
    )
