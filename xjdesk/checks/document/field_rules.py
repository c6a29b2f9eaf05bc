"""Checks of the fields of the official document: filled in where required; the form for the year.

The signer of an upward document: 《党政机关公文处理工作条例》第九条(六), GB/T 9704-2012 7.2.6.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from xjdesk.checks.document.required_parts import is_filled, needs_signer
from xjdesk.checks.finding import Finding
from xjdesk.checks.remedy import advise
from xjdesk.checks.rule import Rule, Topic
from xjdesk.checks.standards import LAYOUT, PARTS_OF_DOCUMENTS
from xjdesk.core.address import FieldAddress, YearAddress
from xjdesk.core.document_fields import (
    DIRECTION,
    SIGNER,
    Field,
    field_at,
)
from xjdesk.core.form import Form
from xjdesk.core.form_fields import field_groups, is_required
from xjdesk.core.report import Report
from xjdesk.core.severity import Severity

_UNSIGNED = f"上行文应当标注签发人姓名（{PARTS_OF_DOCUMENTS}、{LAYOUT}），“签发人”没有填写。"


def field_rules(form: Form, forms: tuple[Form, ...] = ()) -> Iterator[Rule]:
    """The rules about the fields and the year of a report in `form`, one of `forms`."""
    for group in field_groups(form):
        for field in group.fields:
            if is_required(form, field):
                yield _FilledRule(field)
    yield _SignerRule(field_at(SIGNER))
    yield _YearRule(form, forms)


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
        if not is_filled(report, self.address):
            yield self._finding("D-01", f"“{self.field.label}”没有填写。")


@dataclass(frozen=True, slots=True)
class _SignerRule(_FieldRule):
    @property
    def topics(self) -> frozenset[Topic]:
        return frozenset((SIGNER, DIRECTION))

    def check(self, report: Report) -> Iterator[Finding]:
        if needs_signer(report) and not is_filled(report, SIGNER):
            yield self._finding("D-02", _UNSIGNED)


@dataclass(frozen=True, slots=True)
class _YearRule:
    form: Form
    forms: tuple[Form, ...]

    @property
    def topics(self) -> frozenset[Topic]:
        return frozenset((YearAddress(),))

    def check(self, report: Report) -> Iterator[Finding]:
        if self.form.covers(report.year):
            return
        due = next((form for form in self.forms if form.covers(report.year)), None)
        told = f"，{report.year}年度的报告应使用“{due.name}”，依据是{due.basis}" if due else ""
        yield Finding(
            rule="D-05",
            severity=Severity.ERROR if due else Severity.QUERY,
            where=(YearAddress(),),
            message=f"报告年度{report.year}年不在“{self.form.name}”的适用年度之内{told}。",
            expected=due.name if due else None,
            found=self.form.name,
            remedies=advise("核实并更正报告年度。", "改用该年度的报表格式重新填报。"),
        )
