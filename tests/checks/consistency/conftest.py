"""Narratives of one chapter as the rules that check the text against itself see them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from xjdesk.checks.consistency.consistency_rules import consistency_rules
from xjdesk.checks.finding import Finding
from xjdesk.checks.numbers.mentions import number_reader
from xjdesk.checks.rule import Rule
from xjdesk.core.consistency_words import read_consistency_words
from xjdesk.core.form import Form
from xjdesk.core.number_words import read_number_words
from xjdesk.core.report import Paragraph, Report, empty_report
from xjdesk.resource_files import resource
from xjdesk.storage.form_library import shipped_forms

MakeReport = Callable[[str], Report]
"""Makes a report whose first chapter has the lines of a text as paragraphs."""

Found = Callable[[Report], list[Finding]]
Told = Callable[[str], list[Finding]]
"""Gives the findings about a text; every line is a paragraph."""


@pytest.fixture(scope="session")
def form() -> Form:
    return shipped_forms().form("zfxxgk-2014")


@pytest.fixture(scope="session")
def rules(form: Form) -> tuple[Rule, ...]:
    words = read_consistency_words(_phrases("consistency.toml"))
    numbers = number_reader(read_number_words(_phrases("number-words.toml")))
    return tuple(consistency_rules(form, words, numbers))


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


def _phrases(name: str) -> str:
    return resource("phrases", name).read_text(encoding="utf-8")
