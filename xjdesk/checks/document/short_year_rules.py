"""Check for years of two digits, 16年 (GB/T 15835: years are written in full)."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from xjdesk.checks.chapter_scope import ChapterScope, chapter_scopes
from xjdesk.checks.document.running_text import found_in, remembered
from xjdesk.checks.document.word_search import spots
from xjdesk.checks.finding import Finding
from xjdesk.checks.remedy import Remedy, advise
from xjdesk.checks.rule import Rule, Topic
from xjdesk.checks.standards import DIGITS
from xjdesk.checks.stretch import Stretch
from xjdesk.checks.text_places import place_of, replacement, subject_of
from xjdesk.core.address import YearAddress
from xjdesk.core.form import Form
from xjdesk.core.report import Report
from xjdesk.core.severity import Severity

_SHORT = re.compile(
    r"[0-9]{2}年(?<![^，。、；：（“在自从于至到对和与]...)"
    r"(?=度|底|初|末|全|上半|下半|我|[，、]|[0-9]{1,2}月)"
)
_REACH = 2
"""Years on either side of the year reported on; farther ones are more likely a length of time."""


def short_year_rules(form: Form) -> Iterator[Rule]:
    """The rules about years of two digits."""
    scan = remembered(lambda text: spots(_SHORT, text))
    for scope in chapter_scopes(form):
        yield _ShortYearRule(scope, scan)


@dataclass(frozen=True, slots=True)
class _ShortYearRule:
    scope: ChapterScope
    scan: Callable[[str], tuple[Stretch, ...]]

    @property
    def topics(self) -> frozenset[Topic]:
        return self.scope.topics | {YearAddress()}

    def check(self, report: Report) -> Iterator[Finding]:
        """P-19: only numbers that fit a year near the one reported on."""
        near = range(report.year - _REACH, report.year + _REACH + 1)
        full = {f"{year % 100:02}年": f"{year}年" for year in near}
        for line, spot in found_in(self.scope.chapters(report), self.scan):
            told = spot.of(line.text)
            new = full.get(told)
            if new is None:
                continue
            fix = replacement(report, line.address, spot.start, spot.end, new)
            yield Finding(
                rule="P-19",
                severity=Severity.HINT,
                where=(place_of(line.address, spot.start, spot.end),),
                message=f"“{told}”的年份没有写全，按{DIGITS}应写成“{new}”。",
                expected=new,
                found=told,
                remedies=(
                    Remedy(f"改为“{new}”", changes=(fix,)),
                    *advise("指年数的，改写成“历时……年”。"),
                ),
                subject=subject_of(line.address, line.text, spot.start, spot.end),
                basis=told,
            )
