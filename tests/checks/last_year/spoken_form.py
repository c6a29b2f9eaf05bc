"""The form of 2021 with a few phrases of the tests' own, and reports in it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal

from xjdesk.checks.check_data import CheckData
from xjdesk.checks.finding import Finding
from xjdesk.checks.findings import check, rule_book
from xjdesk.core.address import CellAddress
from xjdesk.core.last_year import last_year_of
from xjdesk.core.phrase import Phrase, TextRules
from xjdesk.core.report import Paragraph, Report, empty_report
from xjdesk.storage.form_library import shipped_forms

RECEIVED = CellAddress("requests", "received", "total")
CARRIED_IN = CellAddress("requests", "carried_in", "total")
FORM = replace(
    shipped_forms().form("zfxxgk-2021"),
    text_rules=TextRules(
        phrases=(
            Phrase((RECEIVED,), ("件",), ("(?:新收|收到)[^，。]*申请#",)),
            Phrase((RECEIVED, CARRIED_IN), ("件",), ("收到[^，。]*申请#",)),
        ),
        of_other_times=("上年", "去年"),
    ),
)


def report_of(year: int, *texts: str | Paragraph, **received: int | None) -> Report:
    """A report whose first chapter holds `texts`; `received`, `carried_in` are its cells."""
    values: Mapping[CellAddress, Decimal] = {
        CellAddress("requests", row, "total"): Decimal(number)
        for row, number in received.items()
        if number is not None
    }
    empty = empty_report(FORM, year)
    paragraphs = tuple(t if isinstance(t, Paragraph) else Paragraph(t) for t in texts)
    chapters = tuple(
        replace(c, paragraphs=paragraphs) if c.id == "overview" else c for c in empty.chapters
    )
    return replace(empty, chapters=chapters, values=values)


def said_of(report: Report, before: Report, data: CheckData, rule: str) -> list[Finding]:
    """What `rule` finds in `report` beside last year's."""
    book = rule_book(FORM, replace(data, last_year=last_year_of(FORM, FORM, before)))
    return [finding for finding in check(book, report).sorted() if finding.rule == rule]
