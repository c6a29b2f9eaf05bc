"""Reports whose table is filled in, for the tests of the table checks."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal

from xjdesk.checks.finding import Finding
from xjdesk.checks.findings import check, rule_book
from xjdesk.core.address import CellAddress
from xjdesk.core.form import Form
from xjdesk.core.numbers import Entry
from xjdesk.core.report import Report, empty_report
from xjdesk.storage.form_library import shipped_forms

FORM = shipped_forms().form("zfxxgk-2014")
BOOK = rule_book(FORM)
INDICATORS = [row.id for row in FORM.tables[0].rows if row.is_indicator]


def cell(row: str) -> CellAddress:
    """The cell of a row of the 2014 form."""
    return CellAddress("statistics", row, "count")


def filled(values: Mapping[str, int | str | Decimal], *, rest: int | None = 0) -> Report:
    """A report with these values, and `rest` in every other indicator (None: blank)."""
    entries: dict[CellAddress, Entry] = {}
    if rest is not None:
        entries = {cell(row): Decimal(rest) for row in INDICATORS}
    for row, value in values.items():
        entries[cell(row)] = Decimal(value) if isinstance(value, int) else value
    return Report(FORM.id, 2016, {}, empty_report(FORM, 2016).chapters, entries)


def by_rule(report: Report) -> dict[str, Finding]:
    """The findings about the table, by rule."""
    return {finding.rule: finding for finding in about_tables(FORM, report)}


def about_tables(form: Form, report: Report) -> Iterator[Finding]:
    """The findings that the relations of the form make."""
    book = BOOK if form is FORM else rule_book(form)
    ids = {relation.id for relation in form.relations}
    return (f for f in check(book, report).sorted() if f.rule in ids)
