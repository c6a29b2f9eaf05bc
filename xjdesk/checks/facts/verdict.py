"""Whether a number of the narrative is what the table says."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from xjdesk.checks.facts.reading import Reading
from xjdesk.checks.numbers.agreement import Agreement, agreement
from xjdesk.core.phrase import Phrase

_ORDER = (Agreement.AGREES, Agreement.LOOSE, Agreement.CONTRADICTS)


@dataclass(frozen=True, slots=True)
class Verdict:
    """The number compared with the cells of `phrase`, which hold `value`."""

    phrase: Phrase
    value: Decimal
    agreement: Agreement


def verdict(reading: Reading, values: Sequence[Decimal | None]) -> Verdict | None:
    """The most favourable comparison; of equal ones that with the closest phrase.

    `values` are what the cells of each phrase of the reading hold. 收到 may mean this year's
    applications or all that were open: whatever fits is right. None when no phrase fits or the
    cells are blank.
    """
    verdicts = [
        Verdict(phrase, value, agreement(reading.mention, value))
        for phrase, value in zip(reading.phrases, values, strict=True)
        if value is not None
    ]
    return min(verdicts, key=lambda one: _ORDER.index(one.agreement), default=None)
