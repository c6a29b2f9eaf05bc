"""What the clerk said about findings: queries explained, hints dismissed.

An error cannot be explained away.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from xjdesk.checks.finding import Finding
from xjdesk.core.address import FindingAddress
from xjdesk.core.explanation import Explanation
from xjdesk.core.severity import Severity


class Standing(StrEnum):
    """What has become of a finding."""

    OPEN = "open"
    EXPLAINED = "explained"
    DISMISSED = "dismissed"


@dataclass(frozen=True, slots=True)
class SettledFinding:
    """A finding with what was said about it.

    `explanation` is also there for an open finding when something was said for other values: it
    is shown as history.
    """

    finding: Finding
    standing: Standing
    explanation: Explanation | None = None


def settle(
    findings: Iterable[Finding], explanations: Mapping[FindingAddress, Explanation]
) -> tuple[SettledFinding, ...]:
    """Every finding with its standing, in the same order."""
    return tuple(_settled(finding, explanations.get(finding.address)) for finding in findings)


def _settled(finding: Finding, said: Explanation | None) -> SettledFinding:
    return SettledFinding(finding, _standing(finding, said), said)


def _standing(finding: Finding, said: Explanation | None) -> Standing:
    if said is None or said.basis != finding.basis:
        return Standing.OPEN
    if finding.severity is Severity.QUERY and said.text.strip():
        return Standing.EXPLAINED
    if finding.severity is Severity.HINT:
        return Standing.DISMISSED
    return Standing.OPEN
