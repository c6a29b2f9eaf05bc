"""Check of the year in the title: it is the year reported on."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from xjdesk.checks.document.title_text import title_line
from xjdesk.checks.finding import Finding
from xjdesk.checks.remedy import Remedy, advise
from xjdesk.checks.rule import Rule, Topic
from xjdesk.checks.standards import PARTS_OF_DOCUMENTS
from xjdesk.checks.years import years_told
from xjdesk.core.address import YearAddress
from xjdesk.core.document_fields import TITLE
from xjdesk.core.report import Report
from xjdesk.core.severity import Severity


def title_year_rules() -> Iterator[Rule]:
    """The rules about the year in the title."""
    yield _TitleYearRule()


@dataclass(frozen=True, slots=True)
class _TitleYearRule:
    @property
    def topics(self) -> frozenset[Topic]:
        return frozenset((TITLE, YearAddress()))

    def check(self, report: Report) -> Iterator[Finding]:
        """P-15: one of the years in the title is the one reported on."""
        title = unicodedata.normalize("NFKC", title_line(report))
        years = tuple(map(str, years_told(title)))
        if not years or str(report.year) in title:
            return
        yield Finding(
            rule="P-15",
            severity=Severity.QUERY,
            where=(TITLE, YearAddress()),
            message=f"标题中的年份是{'、'.join(years)}年，报告年度是{report.year}年。按"
            f"{PARTS_OF_DOCUMENTS}，标题要说明事由，年份应与报告年度一致，请核对。",
            expected=str(report.year),
            found="、".join(years),
            remedies=(
                Remedy("转到标题", place=TITLE),
                Remedy("转到报告年度", place=YearAddress()),
                *advise("更正写错的一处。"),
            ),
            subject=f"{TITLE} 年份",
            basis=f"{'、'.join(years)}｜{report.year}",
        )
