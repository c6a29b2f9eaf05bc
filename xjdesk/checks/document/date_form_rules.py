"""Checks of the form in which the dates of the document are written."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from xjdesk.checks.finding import Finding
from xjdesk.checks.quoting import quoted
from xjdesk.checks.remedy import Remedy, advise
from xjdesk.checks.rule import Rule, Topic
from xjdesk.checks.standards import LAYOUT
from xjdesk.core.change import Change
from xjdesk.core.date_text import date_text, read_date, regular_date
from xjdesk.core.document_fields import PRINTED_ON, Field
from xjdesk.core.report import Report
from xjdesk.core.severity import Severity

_PRINTED = "印发"


def date_form_rules(dates: tuple[Field, ...]) -> Iterator[Rule]:
    """The rules about the form of the fields `dates`."""
    for field in dates:
        yield _DateFormRule(field)


@dataclass(frozen=True, slots=True)
class _DateFormRule:
    field: Field

    @property
    def topics(self) -> frozenset[Topic]:
        return frozenset((self.field.address,))

    def check(self, report: Report) -> Iterator[Finding]:
        """D-06: GB/T 9704-2012, 7.3.5.4."""
        address = self.field.address
        old = report.field(address)
        text = old.strip()
        # The page prints 印发 behind the date unless it stands there already.
        day_text = text.removesuffix(_PRINTED) if address == PRINTED_ON else text
        if not text or regular_date(day_text):
            return
        day = read_date(day_text)
        fixes: tuple[Remedy, ...] = ()
        if day is not None:
            new = date_text(day)
            fixes = (Remedy(f"改为{new}", changes=(Change(address, old, new),)),)
        yield Finding(
            rule="D-06",
            severity=Severity.QUERY,
            where=(address,),
            message=f"{self.field.label}{quoted(text)}不是规范的日期，按{LAYOUT}应写成如"
            "“2017年1月19日”：用阿拉伯数字，年份写全，月、日不补0。",
            expected=date_text(day) if day else None,
            found=text,
            remedies=(
                *fixes,
                *advise("填写或更正这一项。", "打印后手工填写的，保留并写明情况。"),
            ),
            basis=text,
        )
