"""Checks of the order of the dates: the year's end, 填报, 成文, 印发, and the day it was due.

《党政机关公文处理工作条例》第九条: the date of a document is that of its signing, the date of
printing that of its going to print, so neither comes before the other.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from xjdesk.checks.finding import Finding
from xjdesk.checks.remedy import advise
from xjdesk.checks.rule import Rule, Topic
from xjdesk.checks.standards import DISCLOSURE, PARTS_OF_DOCUMENTS
from xjdesk.core.address import YearAddress
from xjdesk.core.date_text import date_text, read_date
from xjdesk.core.document_fields import DATE, PRINTED_ON, Field, field_at
from xjdesk.core.report import Report
from xjdesk.core.severity import Severity

_PRINTED = "印发"
_DUE = (3, 31)


def date_order_rules(dates: tuple[Field, ...]) -> Iterator[Rule]:
    """The rules about `dates`, which are in the order in which they should lie."""
    for field in dates:
        yield _YearEndRule(field)
    for earlier, later in pairwise(dates):
        yield _OrderRule(earlier, later)
    yield _DueRule(field_at(DATE))


@dataclass(frozen=True, slots=True)
class _YearEndRule:
    field: Field

    @property
    def topics(self) -> frozenset[Topic]:
        return frozenset((self.field.address, YearAddress()))

    def check(self, report: Report) -> Iterator[Finding]:
        """P-18: a report on a year is made after its end."""
        day = _day(report, self.field)
        if day is None or day > date(report.year, 12, 31):
            return
        is_last = day == date(report.year, 12, 31)
        what = "正是报告年度的最后一天" if is_last else "在报告年度结束之前"
        yield Finding(
            rule="P-18",
            severity=Severity.QUERY,
            where=(self.field.address,),
            message=f"{self.field.label}{date_text(day)}{what}，而{DISCLOSURE}要求报告的是上一年度"
            f"的工作，{report.year}年度的报告应在年度终了之后形成，请核实日期。",
            found=date_text(day),
            remedies=advise("年份或日期写错的，更正这一项。", "报告年度选错的，更正报告年度。"),
            subject=f"{self.field.address} 年度终了",
            basis=f"{date_text(day)}｜{report.year}年度",
        )


@dataclass(frozen=True, slots=True)
class _OrderRule:
    earlier: Field
    later: Field

    @property
    def topics(self) -> frozenset[Topic]:
        return frozenset((self.earlier.address, self.later.address))

    def check(self, report: Report) -> Iterator[Finding]:
        """P-18: 填报 ≤ 成文 ≤ 印发."""
        first, second = _day(report, self.earlier), _day(report, self.later)
        if first is None or second is None or first <= second:
            return
        yield Finding(
            rule="P-18",
            severity=Severity.QUERY,
            where=(self.later.address, self.earlier.address),
            message=f"{self.later.label}{date_text(second)}早于{self.earlier.label}"
            f"{date_text(first)}。按{PARTS_OF_DOCUMENTS}，成文日期是签发的日期，印发日期是送印的日期，"
            "应依次为填报、成文、印发，请核对。",
            found=f"{date_text(first)}｜{date_text(second)}",
            remedies=advise(
                f"{self.later.label}写错的，更正{self.later.label}。",
                f"{self.earlier.label}写错的，更正{self.earlier.label}。",
            ),
            basis=f"{date_text(first)}｜{date_text(second)}",
        )


@dataclass(frozen=True, slots=True)
class _DueRule:
    field: Field

    @property
    def topics(self) -> frozenset[Topic]:
        return frozenset((self.field.address, YearAddress()))

    def check(self, report: Report) -> Iterator[Finding]:
        """D-14: the report is published by 31 March of the following year."""
        day = _day(report, self.field)
        if day is None or day <= date(report.year + 1, *_DUE):
            return
        yield Finding(
            rule="D-14",
            severity=Severity.HINT,
            where=(self.field.address,),
            message=f"{self.field.label}{date_text(day)}晚于{report.year + 1}年3月31日，"
            f"{DISCLOSURE}要求在每年3月31日前公布上一年度的年度报告。",
            found=date_text(day),
            remedies=advise("日期写错的，更正这一项。", "确已逾期的，不再提示。"),
            basis=f"{date_text(day)}｜{report.year}年度",
        )


def _day(report: Report, field: Field) -> date | None:
    text = report.field(field.address).strip()
    if field.address == PRINTED_ON:
        text = text.removesuffix(_PRINTED)
    return read_date(text)
