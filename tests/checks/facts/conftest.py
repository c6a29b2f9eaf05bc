"""Narratives of one paragraph against a table, as the fact rules see them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal

import pytest

from xjdesk.checks.facts.fact_rules import chapters_by, fact_rules
from xjdesk.checks.finding import Finding
from xjdesk.checks.numbers.mentions import NumberReader
from xjdesk.core.address import CellAddress
from xjdesk.core.form import Form
from xjdesk.core.numbers import Entry
from xjdesk.core.report import Paragraph, Report, empty_report

Told = Callable[..., tuple[Finding, ...]]
"""Takes a text, the chapter it stands in, and values by row; gives the findings."""


@pytest.fixture(scope="session")
def make_report(form: Form) -> Callable[..., Report]:
    def make(text: str, chapter: str = "disclosure", **values: int | None) -> Report:
        report = empty_report(form, 2016)
        entries: dict[CellAddress, Entry] = {
            address: Decimal(0) for address in form.indicator_cells()
        }
        for row, value in values.items():
            address = CellAddress("statistics", row, "count")
            if value is None:
                entries.pop(address)
            else:
                entries[address] = Decimal(value)
        paragraphs = tuple(map(Paragraph, text.split("\n")))
        chapters = tuple(
            replace(c, paragraphs=paragraphs) if c.id == chapter else c for c in report.chapters
        )
        return replace(report, chapters=chapters, values=entries)

    return make


@pytest.fixture(scope="session")
def told(form: Form, make_report: Callable[..., Report], read_numbers: NumberReader) -> Told:
    rules = tuple(fact_rules(form, chapters_by(form, read_numbers), read_numbers))

    def check(text: str, chapter: str = "disclosure", **values: int | None) -> tuple[Finding, ...]:
        report = make_report(text, chapter, **values)
        return tuple(finding for rule in rules for finding in rule.check(report))

    return check
