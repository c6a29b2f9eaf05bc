"""How much a finding weighs."""

from __future__ import annotations

from enum import StrEnum


class Severity(StrEnum):
    """Weight of a finding; the value is what the command line prints."""

    ERROR = "error"
    QUERY = "query"
    HINT = "hint"

    @property
    def label(self) -> str:
        """The name on screen: 强制, 核实 or 提示."""
        return _LABELS[self]

    @property
    def rank(self) -> int:
        """0 for the gravest; sorts findings."""
        return _RANKS[self]


_LABELS = {Severity.ERROR: "强制", Severity.QUERY: "核实", Severity.HINT: "提示"}
_RANKS = {Severity.ERROR: 0, Severity.QUERY: 1, Severity.HINT: 2}
