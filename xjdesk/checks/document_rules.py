"""Checks of the document's fields and chapters for completeness.

The signer of an upward document: 《党政机关公文处理工作条例》第九条(六), GB/T 9704-2012 7.2.6.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from xjdesk.checks.finding import Finding
from xjdesk.checks.quoting import quoted
from xjdesk.checks.rule import Rule, Topic
from xjdesk.core.address import FieldAddress, HeadingAddress, SpanAddress, YearAddress
from xjdesk.core.document_fields import (
    DIRECTION,
    GROUPS,
    NUMBER,
    SIGNER,
    TABLE_SIGN_OFF,
    UPWARD,
    Field,
    FieldKind,
)
from xjdesk.core.form import ChapterKind, Form
from xjdesk.core.report import Report
from xjdesk.core.severity import Severity

_NUMBER_SHAPE = re.compile(r"[一-鿿]{1,12}〔[0-9]{4}〕[1-9][0-9]*号")
"""Clause 7.2.5: full year in 〔〕, no 第, no leading zero, ends with 号."""
_DATE_SHAPE = re.compile(r"([0-9]{4})年([1-9][0-9]?)月([1-9][0-9]?)日")


def document_rules(form: Form) -> Iterator[Rule]:
    """The rules about fields and chapters of a report in `form`."""
    for group in GROUPS:
        if group is TABLE_SIGN_OFF and not any(not table.chapter for table in form.tables):
            continue
        for field in group.fields:
            if field.required:
                yield _FilledRule(field)
            if field.kind is FieldKind.DATE:
                yield _DateRule(field)
    yield _SignerRule()
    yield _NumberShapeRule()
    yield _YearRule(form)
    for chapter in form.chapters:
        if chapter.required and chapter.kind is ChapterKind.TEXT:
            yield _ChapterRule(chapter.id, chapter.tab)
        if chapter.heading:
            yield _HeadingRule(chapter.id, chapter.tab)


@dataclass(frozen=True, slots=True)
class _FilledRule:
    field: Field

    @property
    def topics(self) -> frozenset[Topic]:
        return frozenset((self.field.address,))

    def check(self, report: Report) -> Finding | None:
        if report.field(self.field.address).strip():
            return None
        return _field_finding(
            "D-01", self.field.address, f"“{self.field.label}”没有填写。", Severity.QUERY
        )


@dataclass(frozen=True, slots=True)
class _DateRule:
    """Clause 7.3.5.4: Arabic digits, the full year, no leading zero; and a day that there is."""

    field: Field

    @property
    def topics(self) -> frozenset[Topic]:
        return frozenset((self.field.address,))

    def check(self, report: Report) -> Finding | None:
        text = report.field(self.field.address).strip()
        if not text or _is_date(text):
            return None
        message = (
            f"{self.field.label}{quoted(text)}不是规范的日期，"
            "应写成如“2017年1月19日”，月、日不补0。"
        )
        return _field_finding("D-06", self.field.address, message, Severity.QUERY)


def _is_date(text: str) -> bool:
    match = _DATE_SHAPE.fullmatch(text)
    if match is None:
        return False
    try:
        date(*map(int, match.groups()))
    except ValueError:
        return False
    return True


@dataclass(frozen=True, slots=True)
class _HeadingRule:
    chapter_id: str
    name: str

    @property
    def topics(self) -> frozenset[Topic]:
        return frozenset((HeadingAddress(self.chapter_id),))

    def check(self, report: Report) -> Finding | None:
        chapter = next((c for c in report.chapters if c.id == self.chapter_id), None)
        if chapter is None or chapter.heading.strip():
            return None
        return Finding(
            rule="D-07",
            severity=Severity.QUERY,
            where=(HeadingAddress(self.chapter_id),),
            message=f"“{self.name}”一章没有标题，印出来会接在上一章后面。",
            remedies=("填写本章标题。", "不需要本章的，将其正文移到别的章节。"),
        )


@dataclass(frozen=True, slots=True)
class _SignerRule:
    @property
    def topics(self) -> frozenset[Topic]:
        return frozenset((SIGNER, DIRECTION))

    def check(self, report: Report) -> Finding | None:
        if report.field(DIRECTION) != UPWARD or report.field(SIGNER).strip():
            return None
        message = "上行文应当标注签发人，“签发人”没有填写。"
        return _field_finding("D-02", SIGNER, message, Severity.QUERY)


@dataclass(frozen=True, slots=True)
class _NumberShapeRule:
    @property
    def topics(self) -> frozenset[Topic]:
        return frozenset((NUMBER,))

    def check(self, report: Report) -> Finding | None:
        number = report.field(NUMBER).strip()
        if not number or _NUMBER_SHAPE.fullmatch(number):
            return None
        message = (
            f"发文字号{quoted(number)}的写法不合规范，应为机关代字、六角括号〔〕括入的四位年份、"
            "不编虚位的顺序号加“号”，如“西政发〔2017〕12号”。"
        )
        return _field_finding("D-03", NUMBER, message, Severity.QUERY)


@dataclass(frozen=True, slots=True)
class _YearRule:
    form: Form

    @property
    def topics(self) -> frozenset[Topic]:
        return frozenset((YearAddress(),))

    def check(self, report: Report) -> Finding | None:
        if self.form.covers(report.year):
            return None
        return Finding(
            rule="D-05",
            severity=Severity.QUERY,
            where=(YearAddress(),),
            message=f"报告年度{report.year}年不在“{self.form.name}”的适用年度之内。",
            remedies=("核对并更正报告年度。", "改用该年度的报表格式重新填报。"),
        )


@dataclass(frozen=True, slots=True)
class _ChapterRule:
    chapter_id: str
    name: str

    @property
    def topics(self) -> frozenset[Topic]:
        return frozenset((HeadingAddress(self.chapter_id),))

    def check(self, report: Report) -> Finding | None:
        chapter = next((c for c in report.chapters if c.id == self.chapter_id), None)
        if chapter is not None and any(p.text.strip() for p in chapter.paragraphs):
            return None
        return Finding(
            rule="D-04",
            severity=Severity.QUERY,
            where=(SpanAddress(self.chapter_id, 0, 0, 0),),
            message=f"“{self.name}”一章还没有内容。",
            remedies=("写入本章内容。", "确无内容的，写明没有这方面的情况。"),
        )


def _field_finding(rule: str, address: FieldAddress, message: str, severity: Severity) -> Finding:
    return Finding(
        rule=rule,
        severity=severity,
        where=(address,),
        message=message,
        remedies=("填写或更正这一项。", "打印后手工填写的，保留并写明情况。"),
    )
