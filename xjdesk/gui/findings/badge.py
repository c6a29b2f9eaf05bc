"""What a tab says about the findings on it."""

from __future__ import annotations

from dataclasses import dataclass

from xjdesk.checks.finding import Counts, Finding, count
from xjdesk.core.severity import Severity
from xjdesk.gui.findings.grouping import Tabs


@dataclass(frozen=True, slots=True)
class Badge:
    """How many open findings there are on a tab, and which is the gravest."""

    gravest: Severity
    counts: Counts

    @property
    def total(self) -> int:
        """All of them together."""
        return self.counts.errors + self.counts.queries + self.counts.hints

    @property
    def sentence(self) -> str:
        """The counts by severity, those that are not 0: 强制1条，核实3条."""
        numbers = (self.counts.errors, self.counts.queries, self.counts.hints)
        return "，".join(f"{s.label}{n}条" for s, n in zip(Severity, numbers, strict=True) if n)


class BadgeCounter:
    """Counts the findings on each tab; where a finding belongs it finds out only once."""

    def __init__(self, tabs: Tabs) -> None:
        self._tabs = tabs
        self._counted: tuple[Finding, ...] = ()
        self._numbers: dict[int, tuple[int, ...]] = {}

    def badges(self, findings: tuple[Finding, ...]) -> dict[int, Badge]:
        """The badge of each tab that any of `findings`, gravest first, points at."""
        # A check leaves alone what it did not run again: most are the objects of the last time.
        before, self._numbers = self._numbers, {}
        found: dict[int, list[Finding]] = {}
        for finding in findings:
            known = before.get(id(finding))
            numbers = self._numbers[id(finding)] = self._on(finding) if known is None else known
            for number in numbers:
                found.setdefault(number, []).append(finding)
        # What is kept lives on, and so no other finding can get its id.
        self._counted = findings
        return {number: Badge(on[0].severity, count(on)) for number, on in found.items()}

    def _on(self, finding: Finding) -> tuple[int, ...]:
        """The tabs it points at; where it points at several places of one, once."""
        numbers = {self._tabs.page_number(place) for place in finding.where}
        return tuple(number for number in numbers if number is not None)
