"""Places of one paragraph that contradict each other."""

from __future__ import annotations

from dataclasses import dataclass

from xjdesk.checks.numbers.mention import Mention
from xjdesk.checks.stretch import Stretch
from xjdesk.core.severity import Severity


@dataclass(frozen=True, slots=True)
class Correction:
    """What the characters of `span` should be. `label` is the button, such as 改为32.0%."""

    span: Stretch
    new: str
    label: str


@dataclass(frozen=True, slots=True)
class Clash:
    """What does not fit together in a paragraph.

    `spans` are all places that take part, the doubtful one first. `message` shows the arithmetic.
    `expected` and `found` are its two sides, `basis` the numbers it rests on.
    """

    rule: str
    spans: tuple[Stretch, ...]
    message: str
    expected: str
    found: str
    basis: str
    advice: tuple[str, ...]
    correction: Correction | None = None
    severity: Severity = Severity.QUERY


def span_of(mention: Mention) -> Stretch:
    """The whole expression of a number."""
    return Stretch(mention.start, mention.end)
