"""Narratives of one chapter as the rules that check the text against itself see them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from xjdesk.checks.check_data import CheckData
from xjdesk.checks.consistency.consistency_rules import consistency_rules
from xjdesk.checks.finding import Finding
from xjdesk.checks.numbers.mentions import NumberReader
from xjdesk.checks.rule import Rule
from xjdesk.core.form import Form
from xjdesk.core.report import Paragraph, Report, empty_report

MakeReport = Callable[[str], Report]
"""Makes a report whose first chapter has the lines of a text as paragraphs."""

Found = Callable[[Report], list[Finding]]
Told = Callable[[str], list[Finding]]
"""Gives the findings about a text; every line is a paragraph."""


@pytest.fixture(scope="session")
def rules(form: Form, check_data: CheckData, read_numbers: NumberReader) -> tuple[Rule, ...]:
    assert check_data.consistency_words is not None
    return tuple(consistency_rules(form, check_data.consistency_words, read_numbers))


@pytest.fixture(scope="session")
def make_report(form: Form) -> MakeReport:
    def make(text: str) -> Report:
        report = empty_report(form, 2016)
        first, *others = report.chapters
        paragraphs = tuple(map(Paragraph, text.split("\n")))
        return replace(report, chapters=(replace(first, paragraphs=paragraphs), *others))

    return make


@pytest.fixture(scope="session")
def found(rules: tuple[Rule, ...]) -> Found:
    return lambda report: [finding for rule in rules for finding in rule.check(report)]


@pytest.fixture(scope="session")
def told(make_report: MakeReport, found: Found) -> Told:
    return lambda text: found(make_report(text))
