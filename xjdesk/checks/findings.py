"""Checking a report, whole or only what a change touched."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from xjdesk.checks.cell_rules import cell_rules
from xjdesk.checks.chapter_rules import chapter_rules
from xjdesk.checks.field_rules import field_rules
from xjdesk.checks.finding import Counts, Finding
from xjdesk.checks.relation_rules import relation_rules
from xjdesk.checks.rule import Rule, Topic, topic_of
from xjdesk.core.change import Change
from xjdesk.core.form import Form
from xjdesk.core.relation import RelationKind
from xjdesk.core.report import Report
from xjdesk.core.severity import Severity


@dataclass(frozen=True, slots=True)
class RuleBook:
    """Every rule of a form, and which rules depend on what."""

    rules: tuple[Rule, ...]
    touching: Mapping[Topic, tuple[int, ...]]


@dataclass(frozen=True, slots=True)
class Findings:
    """The findings about one report, by the number of their rule in the rule book."""

    by_rule: Mapping[int, Finding]

    def sorted(self) -> tuple[Finding, ...]:
        """Gravest first, else in the order of the form."""
        ordered = [self.by_rule[number] for number in sorted(self.by_rule)]
        return tuple(sorted(ordered, key=lambda finding: finding.severity.rank))

    def counts(self) -> Counts:
        """How many there are of each severity."""
        severities = [finding.severity for finding in self.by_rule.values()]
        return Counts(
            severities.count(Severity.ERROR),
            severities.count(Severity.QUERY),
            severities.count(Severity.HINT),
        )


def rule_book(form: Form) -> RuleBook:
    """The rules of `form`: relations in the order of the form, then fields and chapters."""
    rules: list[Rule] = []
    for relation in form.relations:
        if relation.kind is RelationKind.FORMULA:
            rules.extend(relation_rules(form, relation))
        else:
            rules.extend(cell_rules(form, relation))
    rules.extend(field_rules(form))
    rules.extend(chapter_rules(form))
    touching: dict[Topic, list[int]] = {}
    for number, rule in enumerate(rules):
        for topic in rule.topics:
            touching.setdefault(topic, []).append(number)
    return RuleBook(tuple(rules), {topic: tuple(found) for topic, found in touching.items()})


def check(book: RuleBook, report: Report) -> Findings:
    """All findings about `report`."""
    return Findings(_outcomes(book, report, range(len(book.rules))))


def recheck(
    book: RuleBook, report: Report, changes: Iterable[Change], before: Findings
) -> Findings:
    """The findings about `report`, which `changes` made from the one that `before` is about.

    Only rules that depend on what was changed are run again.
    """
    touched = {number for c in changes for number in book.touching.get(topic_of(c.address), ())}
    kept = {number: found for number, found in before.by_rule.items() if number not in touched}
    return Findings(kept | _outcomes(book, report, touched))


def _outcomes(book: RuleBook, report: Report, numbers: Iterable[int]) -> dict[int, Finding]:
    outcomes: dict[int, Finding] = {}
    for number in numbers:
        finding = book.rules[number].check(report)
        if finding is not None:
            outcomes[number] = finding
    return outcomes
