"""Checks of the document number (发文字号): its form, and its year.

GB/T 9704-2012, 7.2.5: full year in 〔〕, no 第, no leading zero, ends with 号.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from xjdesk.checks.finding import Finding
from xjdesk.checks.quoting import quoted
from xjdesk.checks.remedy import Remedy, advise
from xjdesk.checks.rule import Rule, Topic
from xjdesk.checks.standards import LAYOUT, PARTS_OF_DOCUMENTS
from xjdesk.core.change import Change
from xjdesk.core.date_text import read_date
from xjdesk.core.document_fields import DATE, NUMBER
from xjdesk.core.document_number import read_number
from xjdesk.core.report import Report
from xjdesk.core.severity import Severity

_SHAPE = re.compile(r"[一-鿿]{1,12}〔(?:19|20)[0-9]{2}〕[1-9][0-9]*号")


def number_rules() -> Iterator[Rule]:
    """The rules about the document number."""
    yield _ShapeRule()
    yield _YearRule()


@dataclass(frozen=True, slots=True)
class _ShapeRule:
    @property
    def topics(self) -> frozenset[Topic]:
        return frozenset((NUMBER,))

    def check(self, report: Report) -> Iterator[Finding]:
        """D-03: the form of the number."""
        number = report.field(NUMBER).strip()
        if not number or _SHAPE.fullmatch(number):
            return
        read = read_number(number)
        derived = str(read) if read else None
        fixes = (
            (Remedy(f"改为{derived}", changes=(Change(NUMBER, report.field(NUMBER), derived),)),)
            if derived
            else ()
        )
        yield Finding(
            rule="D-03",
            severity=Severity.QUERY,
            where=(NUMBER,),
            message=f"发文字号{quoted(number)}的写法不合{LAYOUT}，应为机关代字、六角括号〔〕括入的"
            "四位年份、不编虚位的顺序号加“号”，如“西政发〔2017〕12号”。",
            expected=derived,
            found=number,
            remedies=(
                *fixes,
                *advise("按机关的发文登记更正。", "打印后手工填写的，保留并写明情况。"),
            ),
            basis=number,
        )


@dataclass(frozen=True, slots=True)
class _YearRule:
    @property
    def topics(self) -> frozenset[Topic]:
        return frozenset((NUMBER, DATE))

    def check(self, report: Report) -> Iterator[Finding]:
        """D-08: a document is numbered in the year in which it is made."""
        number = report.field(NUMBER).strip()
        read = read_number(number)
        day = read_date(report.field(DATE))
        if read is None or day is None or read.year == day.year:
            return
        yield Finding(
            rule="D-08",
            severity=Severity.QUERY,
            where=(NUMBER, DATE),
            message=f"发文字号的年份是{read.year}年，成文日期是{day.year}年。按"
            f"{PARTS_OF_DOCUMENTS}，发文字号由机关代字、年份、顺序号组成，一般按成文的年度编号，请核对。",
            expected=str(day.year),
            found=str(read.year),
            remedies=advise("年份写错的，更正发文字号或成文日期。", "跨年度编号的，写明情况。"),
            basis=f"{read.year}｜{day.year}",
        )
