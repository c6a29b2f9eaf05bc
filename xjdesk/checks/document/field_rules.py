"""Checks of the fields of the official document: filled in where required, in the right shape.

The signer of an upward document: 《党政机关公文处理工作条例》第九条(六), GB/T 9704-2012 7.2.6.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from xjdesk.checks.finding import Finding
from xjdesk.checks.quoting import quoted
from xjdesk.checks.remedy import advise
from xjdesk.checks.rule import Rule, Topic
from xjdesk.core.address import FieldAddress, YearAddress
from xjdesk.core.document_fields import (
    DIRECTION,
    GROUPS,
    NUMBER,
    SIGNER,
    TABLE_SIGN_OFF,
    UPWARD,
    Field,
    FieldKind,
    field_at,
)
from xjdesk.core.form import Form
from xjdesk.core.report import Report
from xjdesk.core.severity import Severity

_NUMBER_SHAPE = re.compile(r"[一-鿿]{1,12}〔[0-9]{4}〕[1-9][0-9]*号")
"""Clause 7.2.5: full year in 〔〕, no 第, no leading zero, ends with 号."""

_DATE_SHAPE = re.compile(r"([0-9]{4})年([1-9][0-9]?)月([1-9][0-9]?)日")
"""Clause 7.3.5.4: Arabic digits, the full year, no leading zero."""


def field_rules(form: Form) -> Iterator[Rule]:
    """The rules about the fields and the year of a report in `form`."""
    has_annex = any(not table.chapter for table in form.tables)
    for group in GROUPS:
        if group is TABLE_SIGN_OFF and not has_annex:
            continue
        for field in group.fields:
            if field.required:
                yield _FilledRule(field)
            if field.kind is FieldKind.DATE:
                yield _DateRule(field)
    yield _SignerRule(field_at(SIGNER))
    yield _NumberShapeRule(field_at(NUMBER))
    yield _YearRule(form)


@dataclass(frozen=True, slots=True)
class _FieldRule:
    field: Field

    @property
    def topics(self) -> frozenset[Topic]:
        return frozenset((self.address,))

    @property
    def address(self) -> FieldAddress:
        return self.field.address

    def _text(self, report: Report) -> str:
        return report.field(self.address).strip()

    def _finding(self, rule: str, message: str) -> Finding:
        return Finding(
            rule=rule,
            severity=Severity.QUERY,
            where=(self.address,),
            message=message,
            remedies=advise("填写或更正这一项。", "打印后手工填写的，保留并写明情况。"),
        )


@dataclass(frozen=True, slots=True)
class _FilledRule(_FieldRule):
    def check(self, report: Report) -> Iterator[Finding]:
        if not self._text(report):
            yield self._finding("D-01", f"“{self.field.label}”没有填写。")


@dataclass(frozen=True, slots=True)
class _DateRule(_FieldRule):
    def check(self, report: Report) -> Iterator[Finding]:
        text = self._text(report)
        if not text or _is_date(text):
            return
        message = (
            f"{self.field.label}{quoted(text)}不是规范的日期，"
            "应写成如“2017年1月19日”，月、日不补0。"
        )
        yield self._finding("D-06", message)


@dataclass(frozen=True, slots=True)
class _SignerRule(_FieldRule):
    @property
    def topics(self) -> frozenset[Topic]:
        return frozenset((SIGNER, DIRECTION))

    def check(self, report: Report) -> Iterator[Finding]:
        if report.field(DIRECTION) == UPWARD and not self._text(report):
            yield self._finding("D-02", "上行文应当标注签发人，“签发人”没有填写。")


@dataclass(frozen=True, slots=True)
class _NumberShapeRule(_FieldRule):
    def check(self, report: Report) -> Iterator[Finding]:
        number = self._text(report)
        if not number or _NUMBER_SHAPE.fullmatch(number):
            return
        message = (
            f"发文字号{quoted(number)}的写法不合规范，应为机关代字、六角括号〔〕括入的四位年份、"
            "不编虚位的顺序号加“号”，如“西政发〔2017〕12号”。"
        )
        yield self._finding("D-03", message)


@dataclass(frozen=True, slots=True)
class _YearRule:
    form: Form

    @property
    def topics(self) -> frozenset[Topic]:
        return frozenset((YearAddress(),))

    def check(self, report: Report) -> Iterator[Finding]:
        if self.form.covers(report.year):
            return
        yield Finding(
            rule="D-05",
            severity=Severity.QUERY,
            where=(YearAddress(),),
            message=f"报告年度{report.year}年不在“{self.form.name}”的适用年度之内。",
            remedies=advise("核对并更正报告年度。", "改用该年度的报表格式重新填报。"),
        )


def _is_date(text: str) -> bool:
    match = _DATE_SHAPE.fullmatch(text)
    if match is None:
        return False
    try:
        date(*map(int, match.groups()))
    except ValueError:
        return False
    return True
