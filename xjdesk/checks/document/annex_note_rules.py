"""Checks of the annex note (附件说明): there where there is an annex, and nothing printed twice.

GB/T 9704-2012, 7.3.4.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from xjdesk.checks.document.annex_names import annex_lines, annex_name, annex_tables
from xjdesk.checks.finding import Finding
from xjdesk.checks.quoting import quoted
from xjdesk.checks.remedy import Remedy, advise
from xjdesk.checks.rule import Rule, Topic
from xjdesk.checks.standards import LAYOUT
from xjdesk.core.address import FieldAddress
from xjdesk.core.change import Change
from xjdesk.core.document_fields import ANNEX_NOTE, ANNEX_TITLE
from xjdesk.core.form import Form
from xjdesk.core.report import Report
from xjdesk.core.severity import Severity


def annex_note_rules(form: Form) -> Iterator[Rule]:
    """The rules about the annex note of a report in `form`."""
    yield _FormRule()
    tables = annex_tables(form)
    if tables:
        yield _MissingRule(tuple(table.title for table in tables))


@dataclass(frozen=True, slots=True)
class _FormRule:
    @property
    def topics(self) -> frozenset[Topic]:
        return frozenset((ANNEX_NOTE,))

    def check(self, report: Report) -> Iterator[Finding]:
        """P-20: names alone, without 附件：, numbers, 《》 and marks at the end."""
        lines = annex_lines(report)
        names = tuple(map(annex_name, lines))
        wrong = [line for line, name in zip(lines, names, strict=True) if line != name]
        if not wrong:
            return
        fix = Change(ANNEX_NOTE, report.field(ANNEX_NOTE), "\n".join(names))
        yield Finding(
            rule="P-20",
            severity=Severity.QUERY,
            where=(ANNEX_NOTE,),
            message=f"附件说明{'、'.join(map(quoted, wrong))}中有多余的字符。“附件：”和几个附件的"
            "序号由本程序加上；按{LAYOUT}，附件名称后不加标点符号，按公文惯例也不加书名号。",
            expected="、".join(names),
            found="、".join(lines),
            remedies=(
                Remedy("只留附件名称", changes=(fix,)),
                *advise("逐行核对，每行只写一个附件的名称。"),
            ),
            subject=f"{ANNEX_NOTE} 写法",
            basis="、".join(wrong),
        )


@dataclass(frozen=True, slots=True)
class _MissingRule:
    titles: tuple[str, ...]

    @property
    def topics(self) -> frozenset[Topic]:
        return frozenset((ANNEX_NOTE, ANNEX_TITLE))

    def check(self, report: Report) -> Iterator[Finding]:
        """P-21: a document with an annex names it below the text."""
        if annex_lines(report):
            return
        names = self._names(report, ANNEX_TITLE)
        fix = Change(ANNEX_NOTE, report.field(ANNEX_NOTE), "\n".join(names))
        yield Finding(
            rule="P-21",
            severity=Severity.QUERY,
            where=(ANNEX_NOTE,),
            message=f"报告附有{'、'.join(map(quoted, names))}，没有填写附件说明。按{LAYOUT}，"
            "有附件的应在正文之下标注“附件：”和附件名称。",
            remedies=(
                Remedy("填入附件标题", changes=(fix,)),
                *advise("附件不随正文印发的，写明情况。"),
            ),
            subject=f"{ANNEX_NOTE} 未填",
        )

    def _names(self, report: Report, title: FieldAddress) -> tuple[str, ...]:
        """What is printed above the annexes; the title typed in counts for a single one."""
        typed = report.field(title).strip()
        return (typed,) if typed and len(self.titles) == 1 else self.titles
