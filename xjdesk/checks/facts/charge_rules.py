"""Amounts of money that a tariff sets: multiples of its step, in its unit."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache, partial
from typing import Protocol

from xjdesk.checks.chapter_scope import ChapterScope
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
from xjdesk.core.text_demands import Charge


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
                for amount in self.read(paragraph.text, setting):
                    problem = _problem(self.charge, amount)
                    if problem:
                        address = ParagraphAddress(chapter.id, at)
                        yield self._finding(address, paragraph.text, amount, problem)

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
