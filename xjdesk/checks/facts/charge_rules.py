"""Amounts of money that a tariff sets: multiples of its step, in its unit, all of them listed.

That listed amounts are more than their total is told where parts and totals are (T-10).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache, partial
from typing import Protocol

from xjdesk.checks.chapter_scope import ChapterScope
from xjdesk.checks.clauses import FULL_SENTENCES
from xjdesk.checks.facts.fact_reader import FactReader
from xjdesk.checks.facts.headings import settings
from xjdesk.checks.facts.reading import Setting
from xjdesk.checks.finding import Finding
from xjdesk.checks.memo_sizes import MOST_PARAGRAPHS
from xjdesk.checks.numbers.mention import Mention, Precision
from xjdesk.checks.quoting import quoted_clause
from xjdesk.checks.remedy import Remedy, advise
from xjdesk.checks.rule import Rule, Topic
from xjdesk.checks.text_places import place_of, subject_of
from xjdesk.core.address import ParagraphAddress, YearAddress
from xjdesk.core.document_fields import ISSUER
from xjdesk.core.numbers import show_number
from xjdesk.core.report import Report
from xjdesk.core.severity import Severity
from xjdesk.core.text_demands import Charge

_OF_WHICH = "其中"
_FEWEST_LISTED = 2
"""A single amount is an example more often than a list."""


def charge_rules(
    charges: tuple[Charge, ...], reader: FactReader, scopes: tuple[ChapterScope, ...]
) -> Iterator[Rule]:
    """One rule for each kind of charge and each chapter."""
    for charge in charges:
        read = lru_cache(MOST_PARAGRAPHS)(partial(_amounts, reader, charge))
        for scope in scopes:
            yield _ChargeRule(charge, scope, read)


class _Read(Protocol):
    def __call__(self, text: str, setting: Setting, /) -> tuple[Mention, ...]: ...


@dataclass(frozen=True, slots=True)
class _ChargeRule:
    charge: Charge
    scope: ChapterScope
    read: _Read

    @property
    def topics(self) -> frozenset[Topic]:
        return self.scope.topics | {YearAddress(), ISSUER}

    def check(self, report: Report) -> Iterator[Finding]:
        for chapter in self.scope.chapters(report):
            every = settings(chapter, report.year, report.field(ISSUER))
            for at, (paragraph, setting) in enumerate(every):
                address, text = ParagraphAddress(chapter.id, at), paragraph.text
                amounts = self.read(text, setting)
                for amount in amounts:
                    problem = _problem(self.charge, amount)
                    if problem:
                        yield self._finding(address, text, amount, problem)
                unlisted = _unlisted(self.charge, text, amounts)
                if unlisted is not None:
                    yield self._gap(address, text, *unlisted)

    def _finding(
        self, address: ParagraphAddress, text: str, amount: Mention, problem: str
    ) -> Finding:
        charge, written = self.charge, text[amount.start : amount.end]
        place = place_of(address, amount.start, amount.end)
        clause = quoted_clause(text, amount.start, amount.end)
        return Finding(
            rule=charge.id,
            severity=charge.severity,
            where=(place,),
            message=f"正文写{clause}，{problem}。{charge.message}",
            found=written,
            remedies=(Remedy("转到正文", place), *advise(*charge.remedies)),
            subject=subject_of(address, text[: amount.start], amount.start, amount.start),
            basis=written,
        )

    def _gap(
        self, address: ParagraphAddress, text: str, total: Mention, listed: Decimal
    ) -> Finding:
        found, unit = show_number(listed), self.charge.unit
        clause = quoted_clause(text, total.start, total.end)
        gap = show_number((total.value or Decimal(0)) - listed)
        place = place_of(address, total.start, total.end)
        return Finding(
            rule=self.charge.id,
            severity=Severity.HINT,
            where=(place,),
            message=f"正文写{clause}，其中所列各项合计{found}{unit}，少{gap}{unit}，请核对总数和各项。",
            expected=found,
            found=text[total.start : total.end],
            remedies=(
                Remedy("转到正文", place),
                *advise("核对并更正总数或各项金额。", "没有全部列出的，不必更改。"),
            ),
            subject=f"{subject_of(address, text[: total.start], total.start, total.start)} 各项",
            basis=f"{text[total.start : total.end]}｜{found}",
        )


def _amounts(
    reader: FactReader, charge: Charge, text: str, setting: Setting
) -> tuple[Mention, ...]:
    units = frozenset((charge.unit, *charge.mistaken_units))
    return tuple(
        mention
        for mention, topics in reader.counted(text, setting, units)
        if charge.topic in topics and mention.precision is Precision.EXACT
    )


def _problem(charge: Charge, amount: Mention) -> str:
    if not amount.value:
        return ""
    if amount.unit != charge.unit:
        return f"单位是“{amount.unit}”"
    return f"不是{show_number(charge.step)}的整数倍" if amount.value % charge.step else ""


def _unlisted(
    charge: Charge, text: str, amounts: tuple[Mention, ...]
) -> tuple[Mention, Decimal] | None:
    """The total right before 其中, and what the amounts listed behind it make, if that is less."""
    at = text.find(_OF_WHICH)
    if at < 0:
        return None
    before = [amount for amount in amounts if amount.end <= at]
    end = FULL_SENTENCES.around(text, at, at).end
    listed = [amount for amount in amounts if at < amount.start < end]
    if not before or len(listed) < _FEWEST_LISTED:
        return None
    if any(amount.unit != charge.unit for amount in (before[-1], *listed)):
        return None
    total = sum((amount.value or Decimal(0) for amount in listed), Decimal(0))
    return (before[-1], total) if total < (before[-1].value or 0) else None
