"""The shape of a check and what it depends on."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Protocol

from xjdesk.checks.finding import Finding
from xjdesk.core.address import (
    Address,
    Aside,
    CellAddress,
    FieldAddress,
    HeadingAddress,
    ParagraphAddress,
    YearAddress,
)
from xjdesk.core.report import Report


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """Whatever no rule names as its topic, as a chapter that the form does not know."""


Topic = CellAddress | FieldAddress | YearAddress | HeadingAddress | Aside | Elsewhere
"""What a rule can depend on. A chapter, heading and text together, is one topic."""


class Rule(Protocol):
    """One check of one place, or of a few that belong together or are read in one go."""

    @property
    def topics(self) -> frozenset[Topic]:
        """All that the outcome depends on."""
        ...

    def check(self, report: Report) -> Iterator[Finding]:
        """The findings about `report`; none when there is nothing to say."""
        ...


def topic_of(address: Address) -> Topic:
    """The topic that a change at `address` concerns."""
    if isinstance(address, ParagraphAddress):
        return HeadingAddress(address.chapter)
    return address
