"""Narratives of one paragraph against a table, as the fact rules see them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal

import pytest

from xjdesk.checks.facts.fact_rules import fact_rules
from xjdesk.checks.finding import Finding
from xjdesk.checks.numbers.mentions import number_reader
from xjdesk.core.address import CellAddress
from xjdesk.core.form import Form
from xjdesk.core.number_words import read_number_words
from xjdesk.core.numbers import Entry
from xjdesk.core.report import Paragraph, Report, empty_report
from xjdesk.resource_files import resource
from xjdesk.storage.form_library import shipped_forms

Told = Callable[..., tuple[Finding, ...]]
"""Takes a text, the chapter it stands in, and values by row; gives the findings."""


@pytest.fixture(scope="session")
def form() -> Form:
    return shipped_forms().form("zfxxgk-2014")


@pytest.fixture(scope="session")
def make_report(form: Form) -> Callable[..., Report]:
    def make(text: str, chapter: str = "disclosure", **values: int | None) -> Report:
        report = empty_report(form, 2016)
        entries: dict[CellAddress, Entry] = {
            address: Decimal(0)
            for address in form.tables[0].addresses()
            if form.row_of(address).is_indicator
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
def told(form: Form, make_report: Callable[..., Report]) -> Told:
    words = read_number_words(resource("phrases", "number-words.toml").read_text(encoding="utf-8"))
    rules = tuple(fact_rules(form, number_reader(words)))

    def check(text: str, chapter: str = "disclosure", **values: int | None) -> tuple[Finding, ...]:
        report = make_report(text, chapter, **values)
        return tuple(finding for rule in rules for finding in rule.check(report))

    return check
