"""Check that the annex bears the name by which it is announced (GB/T 9704-2012, 7.3.7)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from xjdesk.checks.document.annex_names import annex_lines, annex_name, annex_tables
from xjdesk.checks.finding import Finding
from xjdesk.checks.quoting import quoted
from xjdesk.checks.remedy import Remedy, advise
from xjdesk.checks.rule import Rule, Topic
from xjdesk.checks.standards import LAYOUT
from xjdesk.core.change import Change
from xjdesk.core.document_fields import ANNEX_NOTE, ANNEX_TITLE
from xjdesk.core.form import Form
from xjdesk.core.report import Report
from xjdesk.core.severity import Severity
from xjdesk.core.table import Table


def annex_title_rules(form: Form) -> Iterator[Rule]:
    """The rules about the title above the one annex of a report in `form`."""
    tables = annex_tables(form)
    if len(tables) == 1:
        yield _AnnexTitleRule(tables[0])


@dataclass(frozen=True, slots=True)
class _AnnexTitleRule:
    table: Table

    @property
    def topics(self) -> frozenset[Topic]:
        return frozenset((ANNEX_NOTE, ANNEX_TITLE))

    def check(self, report: Report) -> Iterator[Finding]:
        """P-21: without a title of its own the annex bears that of the form."""
        names = tuple(map(annex_name, annex_lines(report)))
        old = report.field(ANNEX_TITLE)
        title = "".join(old.split()) or self.table.title
        if not names or title in {"".join(name.split()) for name in names}:
            return
        note = "、".join(names)
        yield Finding(
            rule="P-21",
            severity=Severity.QUERY,
            where=(ANNEX_TITLE, ANNEX_NOTE),
            message=f"附件上印的标题是{quoted(title)}，附件说明写的是{quoted(note)}。按{LAYOUT}，"
            "附件标题应与附件说明一致。",
            expected=note,
            found=title,
            remedies=(*_fixes(report, names, old, title), *advise("核对后更正写错的一处。")),
            subject=f"{ANNEX_TITLE} 不一致",
            basis=f"{title}｜{note}",
        )


def _fixes(report: Report, names: tuple[str, ...], old: str, title: str) -> tuple[Remedy, ...]:
    if len(names) > 1:
        return ()
    as_noted = Change(ANNEX_TITLE, old, "".join(names))
    as_titled = Change(ANNEX_NOTE, report.field(ANNEX_NOTE), title)
    return (
        Remedy("附件标题取附件说明", changes=(as_noted,)),
        Remedy("附件说明取附件标题", changes=(as_titled,)),
    )
