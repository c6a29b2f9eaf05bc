"""Reports in the form of the founding document, and the rules about documents to check them by."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

import pytest

from xjdesk.checks.check_data import CheckData
from xjdesk.checks.document.document_rules import document_rules
from xjdesk.checks.finding import Finding
from xjdesk.checks.rule import Rule
from xjdesk.core.address import FieldAddress, HeadingAddress, ParagraphAddress, SpanAddress
from xjdesk.core.change import apply_all
from xjdesk.core.document_words import DocumentWords
from xjdesk.core.form import Form
from xjdesk.core.report import Paragraph, Report, empty_report


@pytest.fixture(scope="session")
def words(check_data: CheckData) -> DocumentWords:
    """The words that come with the program."""
    assert check_data.document_words is not None
    return check_data.document_words


@pytest.fixture(scope="session")
def rules(form: Form, words: DocumentWords) -> tuple[Rule, ...]:
    return tuple(document_rules(form, words))


@pytest.fixture(scope="session")
def found(rules: tuple[Rule, ...]) -> Callable[[Report, str], list[Finding]]:
    """What the rule of that id says about a report."""

    def findings(report: Report, rule: str) -> list[Finding]:
        return [f for each in rules for f in each.check(report) if f.rule == rule]

    return findings


@pytest.fixture(scope="session")
def written(form: Form) -> Callable[..., Report]:
    """A report on 2016 with these paragraphs in one chapter, and these fields."""

    def report(
        *paragraphs: str,
        chapter: str = "overview",
        fields: Mapping[FieldAddress, str] | None = None,
    ) -> Report:
        empty = empty_report(form, 2016)
        text = tuple(map(Paragraph, paragraphs))
        chapters = tuple(
            replace(c, paragraphs=text) if c.id == chapter else c for c in empty.chapters
        )
        return replace(empty, chapters=chapters, fields=fields or {})

    return report


@pytest.fixture(scope="session")
def after_fix() -> Callable[[Report, Finding], Report]:
    """The report after the first remedy of a finding that changes it."""

    def fixed(report: Report, finding: Finding) -> Report:
        return apply_all(report, next(r.changes for r in finding.remedies if r.changes))

    return fixed


@pytest.fixture(scope="session")
def words_at() -> Callable[[Report, Finding], list[str]]:
    """The words that a finding points at; of a heading or a field the whole."""

    def told(report: Report, finding: Finding) -> list[str]:
        return [_words_at(report, place) for place in finding.where]

    return told


def _words_at(report: Report, place: object) -> str:
    match place:
        case SpanAddress(chapter, paragraph, start, end):
            return report.chapter(chapter).paragraphs[paragraph].text[start:end]
        case ParagraphAddress(chapter, paragraph):
            return report.chapter(chapter).paragraphs[paragraph].text
        case HeadingAddress(chapter):
            return report.chapter(chapter).heading
        case FieldAddress():
            return report.field(place)
        case _:
            return str(place)
