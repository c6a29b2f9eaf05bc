"""What a form demands of the words of its narrative: some must stand, others must not.

Words are regular expressions. `id` is that of the finding, `message` a Chinese sentence saying
what ought to be, `remedies` the ways out.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from xjdesk.core.severity import Severity


@dataclass(frozen=True, slots=True)
class RequiredWords:
    """One of `words` has to stand in the chapter, as soon as anything is written there.

    `message` is told behind the name of the chapter: 一章应报告…….
    """

    id: str
    chapter: str
    words: tuple[str, ...]
    severity: Severity
    message: str
    remedies: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class UnfitWords:
    """None of `words` may stand anywhere: left over from a template, or from an older form."""

    id: str
    words: tuple[str, ...]
    severity: Severity
    message: str
    remedies: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Charge:
    """Amounts of money of a kind that is charged by a tariff: multiples of `step`, in `unit`.

    An amount is of that kind where the text is about `topic`. With one of `mistaken_units` the
    unit is called doubtful.
    """

    id: str
    topic: str
    unit: str
    step: Decimal
    mistaken_units: tuple[str, ...]
    severity: Severity
    message: str
    remedies: tuple[str, ...]
