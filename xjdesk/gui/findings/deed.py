"""What the user asked for about a finding, at the place that it points at."""

from __future__ import annotations

from dataclasses import dataclass

from xjdesk.checks.finding import Finding
from xjdesk.checks.remedy import Remedy
from xjdesk.gui.findings.ways_out import Answer


@dataclass(frozen=True, slots=True)
class FindingDeed:
    """The way out of `finding` that is to be taken; without one it is to be shown in the list."""

    finding: Finding
    way: Remedy | Answer | None = None
