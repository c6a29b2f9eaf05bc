"""Check of the period of the statistics: the calendar year reported on.

《中华人民共和国政府信息公开条例》: the report is about the year before.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from xjdesk.checks.chapter_scope import ChapterScope, chapter_scopes
from xjdesk.checks.document.running_text import found_in, remembered
from xjdesk.checks.finding import Finding
from xjdesk.checks.remedy import Remedy, advise
from xjdesk.checks.rule import Rule, Topic
from xjdesk.checks.standards import DISCLOSURE
from xjdesk.checks.text_places import place_of, replacement, subject_of
from xjdesk.checks.years import SIGN, YEAR
from xjdesk.core.address import YearAddress
from xjdesk.core.document_words import DocumentWords
from xjdesk.core.form import Form
from xjdesk.core.report import Report
from xjdesk.core.severity import Severity

_OF_YEAR = rf"({YEAR}){SIGN}\s*"
_PERIOD = re.compile(
    rf"{_OF_YEAR}0?1\s*月\s*0?1\s*日\s*(?:起?至|到|—+|-|~)\s*"
    rf"(?:{_OF_YEAR})?12\s*月\s*31\s*日"
)
_CONTEXT = 24
"""Characters on either side within which it must be said that it is the period of the report."""


@dataclass(frozen=True, slots=True)
class _YearTold:
    """Characters `start` up to, not including, `end`, four digits: a year of the period."""

    start: int
    end: int
    year: int


def period_rules(form: Form, words: DocumentWords) -> Iterator[Rule]:
    """The rules about the period of the statistics."""
    if words.period_words:
        scan = remembered(lambda text: _years_told(text, words.period_words))
        for scope in chapter_scopes(form):
            yield _PeriodRule(scope, scan)


def _years_told(text: str, period_words: tuple[str, ...]) -> tuple[_YearTold, ...]:
    plain = unicodedata.normalize("NFKC", text)
    if len(plain) != len(text):
        # Places would shift; characters that become several have no business in a date.
        plain = text
    found: list[_YearTold] = []
    for match in _PERIOD.finditer(plain):
        around = plain[max(0, match.start() - _CONTEXT) : match.end() + _CONTEXT]
        if any(word in around for word in period_words):
            found += [
                _YearTold(match.start(group), match.end(group), int(match[group]))
                for group in (1, 2)
                if match[group]
            ]
    return tuple(found)


@dataclass(frozen=True, slots=True)
class _PeriodRule:
    scope: ChapterScope
    scan: Callable[[str], tuple[_YearTold, ...]]

    @property
    def topics(self) -> frozenset[Topic]:
        return self.scope.topics | {YearAddress()}

    def check(self, report: Report) -> Iterator[Finding]:
        """D-10: both ends of the period lie in the year reported on."""
        for line, told in found_in(self.scope.chapters(report), self.scan):
            if told.year == report.year:
                continue
            new = str(report.year)
            fix = replacement(report, line.address, told.start, told.end, new)
            yield Finding(
                rule="D-10",
                severity=Severity.QUERY,
                where=(place_of(line.address, told.start, told.end),),
                message=f"统计期限写的是{told.year}年，报告年度是{report.year}年。"
                f"{DISCLOSURE}要求报告的是上一年度的工作，统计期限应是报告年度全年，请核实。",
                expected=new,
                found=str(told.year),
                remedies=(
                    Remedy(f"改为{new}年", changes=(fix,)),
                    Remedy("转到报告年度", place=YearAddress()),
                    *advise("报告年度选错的，更正报告年度。"),
                ),
                subject=subject_of(line.address, line.text, told.start, told.end),
                basis=f"{told.year}｜{report.year}",
            )
