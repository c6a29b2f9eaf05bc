"""A finding (审核结果): one thing that a check says."""

from __future__ import annotations

from dataclasses import dataclass

from xjdesk.core.address import Place
from xjdesk.core.severity import Severity


@dataclass(frozen=True, slots=True)
class Finding:
    """What is wrong or doubtful, and where.

    `message` is for the user: names, both sides and the difference, then what ought to hold.
    `expected` and `found` are the two sides as text where a check has sides, else None.
    `remedies` are the ways out.
    """

    rule: str
    severity: Severity
    where: tuple[Place, ...]
    message: str
    expected: str | None = None
    found: str | None = None
    remedies: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Counts:
    """How many findings there are of each severity."""

    errors: int
    queries: int
    hints: int
