"""The shape of a check and what it depends on."""

from __future__ import annotations

from typing import Protocol

from xjdesk.checks.finding import Finding
from xjdesk.core.address import (
    Address,
    CellAddress,
    FieldAddress,
    HeadingAddress,
    ParagraphAddress,
    YearAddress,
)
from xjdesk.core.report import Report

Topic = CellAddress | FieldAddress | YearAddress | HeadingAddress
"""What a rule can depend on. A chapter, heading and text together, is one topic."""


class Rule(Protocol):
    """One check of one place or of a few that belong together."""

    @property
    def topics(self) -> frozenset[Topic]:
        """All that the outcome depends on."""
        ...

    def check(self, report: Report) -> Finding | None:
        """The finding about `report`, or None when there is nothing to say."""
        ...


def topic_of(address: Address) -> Topic:
    """The topic that a change at `address` concerns."""
    if isinstance(address, ParagraphAddress):
        return HeadingAddress(address.chapter)
    return address
