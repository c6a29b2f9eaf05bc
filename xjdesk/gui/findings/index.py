"""The findings about a report, by the place they point at."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from xjdesk.checks.finding import Counts, Finding, count
from xjdesk.checks.findings import Findings
from xjdesk.checks.settlement import SettledFinding, Standing, settle
from xjdesk.core.address import FindingAddress, ParagraphAddress, Place, SpanAddress
from xjdesk.core.explanation import Explanation
from xjdesk.core.severity import Severity


@dataclass(frozen=True, slots=True)
class FindingIndex:
    """The open findings, gravest first, and which of them point at a place.

    `in_text` has those that point into running text once more, by chapter. `settled` are the open
    ones and those that were explained or dismissed, with what was said about them.
    """

    findings: tuple[Finding, ...]
    settled: tuple[SettledFinding, ...]
    by_place: Mapping[Place, tuple[Finding, ...]]
    in_text: Mapping[str, Mapping[Place, tuple[Finding, ...]]]

    def counts(self) -> Counts:
        """How many open ones there are of each severity."""
        return count(self.findings)

    def at(self, place: Place) -> tuple[Finding, ...]:
        """The findings that point at `place`, gravest first."""
        return self.by_place.get(place, ())

    def severity(self, place: Place) -> Severity | None:
        """The gravest severity at `place`, or None."""
        found = self.by_place.get(place)
        return found[0].severity if found else None

    def in_chapter(self, chapter_id: str) -> Mapping[Place, tuple[Finding, ...]]:
        """The paragraphs and words of a chapter that findings point at."""
        return self.in_text.get(chapter_id, {})


def index_of(
    findings: Findings, explanations: Mapping[FindingAddress, Explanation]
) -> FindingIndex:
    """The index of `findings`, about which `explanations` were given."""
    settled = settle(findings.sorted(), explanations)
    ordered = tuple(one.finding for one in settled if one.standing is Standing.OPEN)
    collected: dict[Place, list[Finding]] = {}
    for finding in ordered:
        for place in finding.where:
            collected.setdefault(place, []).append(finding)
    by_place = {place: tuple(found) for place, found in collected.items()}
    in_text: dict[str, dict[Place, tuple[Finding, ...]]] = {}
    for place, found in by_place.items():
        if isinstance(place, ParagraphAddress | SpanAddress):
            in_text.setdefault(place.chapter, {})[place] = found
    return FindingIndex(ordered, settled, by_place, in_text)


def tooltip(findings: tuple[Finding, ...]) -> str:
    """What a tooltip says about a place: one line for each finding."""
    return "\n".join(f"【{finding.severity.label}】{finding.message}" for finding in findings)
