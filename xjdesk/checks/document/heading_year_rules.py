"""Check of the years in chapter headings: the year reported on, or the next in plans."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from xjdesk.checks.chapter_scope import narrative_topics
from xjdesk.checks.finding import Finding
from xjdesk.checks.quoting import quoted
from xjdesk.checks.remedy import Remedy, advise
from xjdesk.checks.rule import Rule, Topic
from xjdesk.checks.years import years_told
from xjdesk.core.address import HeadingAddress, YearAddress
from xjdesk.core.form import Form
from xjdesk.core.report import Report
from xjdesk.core.severity import Severity


def heading_year_rules(form: Form) -> Iterator[Rule]:
    """The rules about the years in chapter headings."""
    yield _HeadingYearRule(narrative_topics(form) | {YearAddress()})


@dataclass(frozen=True, slots=True)
class _HeadingYearRule:
    topics: frozenset[Topic]

    def check(self, report: Report) -> Iterator[Finding]:
        """D-11: another year in a heading is probably last year's."""
        fit = (report.year, report.year + 1)
        for chapter in report.chapters:
            strange = [str(y) for y in years_told(chapter.heading) if y not in fit]
            if not strange:
                continue
            address = HeadingAddress(chapter.id)
            yield Finding(
                rule="D-11",
                severity=Severity.QUERY,
                where=(address,),
                message=f"标题{quoted(chapter.heading)}中的年份是{'、'.join(strange)}年，报告年度是"
                f"{report.year}年，可能是沿用了以前年度报告的标题，请核实。",
                expected=f"{report.year}年、{report.year + 1}年",
                found="、".join(strange),
                remedies=(
                    Remedy("转到标题", place=address),
                    *advise("更正标题中的年份。", "年份无误的，写明情况。"),
                ),
                basis=f"{'、'.join(strange)}｜{report.year}",
            )
