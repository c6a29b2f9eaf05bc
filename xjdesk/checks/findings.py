"""Checking a report, whole or only what a change touched."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from xjdesk.checks.check_data import NO_DATA, CheckData
from xjdesk.checks.finding import Finding
from xjdesk.checks.rule import Elsewhere, Rule, Topic, topic_of
from xjdesk.core.address import Aside
from xjdesk.core.change import Change
from xjdesk.core.form import Form
from xjdesk.core.report import Report


@dataclass(frozen=True, slots=True)
class RuleBook:
    """Every rule of a form, and which rules depend on what."""

    rules: tuple[Rule, ...]
    touching: Mapping[Topic, tuple[int, ...]]

    def touched_by(self, change: Change) -> tuple[int, ...]:
        """The numbers of the rules that may find something else after `change`."""
        if isinstance(change.address, Aside):
            return ()
        found = self.touching.get(topic_of(change.address))
        return self.touching.get(Elsewhere(), ()) if found is None else found


@dataclass(frozen=True, slots=True)
class Findings:
    """The findings about one report, by the number of their rule in the rule book."""

    by_rule: Mapping[int, tuple[Finding, ...]]

    def sorted(self) -> tuple[Finding, ...]:
        """Gravest first, else in the order of the form."""
        ordered = [finding for number in sorted(self.by_rule) for finding in self.by_rule[number]]
        return tuple(sorted(ordered, key=lambda finding: finding.severity.rank))


def rule_book(form: Form, data: CheckData = NO_DATA) -> RuleBook:
    """The rules of `form`: relations in the order of the form, then fields, chapters, characters.

    As long as the fonts are not known, nothing is said about characters.
    """
    # Many modules: whoever only holds findings, such as a window that is being shown, needs none.
    from xjdesk.checks.rule_families import rules_of

    rules = tuple(rules_of(form, data))
    touching: dict[Topic, list[int]] = {}
    for number, rule in enumerate(rules):
        for topic in rule.topics:
            touching.setdefault(topic, []).append(number)
    return RuleBook(rules, {topic: tuple(found) for topic, found in touching.items()})


def check(book: RuleBook, report: Report) -> Findings:
    """All findings about `report`."""
    return Findings(_outcomes(book, report, range(len(book.rules))))


def recheck(
    book: RuleBook, report: Report, changes: Iterable[Change], before: Findings
) -> Findings:
    """The findings about `report`, which `changes` made from the one that `before` is about.

    Only rules that depend on what was changed are run again.
    """
    touched = {number for change in changes for number in book.touched_by(change)}
    kept = {number: found for number, found in before.by_rule.items() if number not in touched}
    return Findings(kept | _outcomes(book, report, touched))


def _outcomes(
    book: RuleBook, report: Report, numbers: Iterable[int]
) -> dict[int, tuple[Finding, ...]]:
    outcomes: dict[int, tuple[Finding, ...]] = {}
    for number in numbers:
        found = tuple(book.rules[number].check(report))
        if found:
            outcomes[number] = found
    return outcomes
