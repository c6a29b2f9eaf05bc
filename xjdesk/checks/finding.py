"""A finding (审核结果): one thing that a check says."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from xjdesk.checks.remedy import Remedy
from xjdesk.core.address import FindingAddress, Place
from xjdesk.core.severity import Severity


@dataclass(frozen=True, slots=True)
class Finding:
    """What is wrong or doubtful, and where.

    `message` is for the user: names, both sides and the difference, then what ought to hold.
    `expected` and `found` are the two sides as text where a check has sides, else None.
    `remedies` are the ways out.

    `subject` says what the finding is about in words that stay while values change and paragraphs
    move, `basis` the values or words it was found for: an explanation is kept by the one and holds
    for as long as the other stays. Without a `subject` it is the places; a finding at a
    SpanAddress needs one, because spans move.
    """

    rule: str
    severity: Severity
    where: tuple[Place, ...]
    message: str
    expected: str | None = None
    found: str | None = None
    remedies: tuple[Remedy, ...] = ()
    subject: str = ""
    basis: str = ""

    @property
    def address(self) -> FindingAddress:
        """Where what the clerk says about it is kept."""
        return FindingAddress(self.rule, self.subject or " ".join(map(str, self.where)))


@dataclass(frozen=True, slots=True)
class Counts:
    """How many findings there are of each severity."""

    errors: int
    queries: int
    hints: int


def count(findings: Iterable[Finding]) -> Counts:
    """How many of `findings` there are of each severity."""
    severities = [finding.severity for finding in findings]
    return Counts(
        severities.count(Severity.ERROR),
        severities.count(Severity.QUERY),
        severities.count(Severity.HINT),
    )
