"""Whether a number of the narrative is what the table says."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from xjdesk.checks.facts.reading import Reading
from xjdesk.checks.numbers.agreement import Agreement, agreement
from xjdesk.checks.numbers.mention import Mention
from xjdesk.core.address import CellAddress
from xjdesk.core.phrase import Phrase

Cells = tuple[CellAddress, ...]

_ORDER = (Agreement.AGREES, Agreement.LOOSE, Agreement.CONTRADICTS)


@dataclass(frozen=True, slots=True)
class Verdict:
    """The number compared with `cells`, one of the sums of `phrase`, which hold `value`.

    `others` are the other sums of the phrase with what they hold.
    """

    phrase: Phrase
    cells: Cells
    value: Decimal
    agreement: Agreement
    others: tuple[tuple[Cells, Decimal], ...] = ()


def verdict(reading: Reading, values: Sequence[Decimal | None]) -> Verdict | None:
    """The most favourable comparison; of equal ones that with the closest phrase.

    `values` are what each of the sums of the reading holds: whatever fits is right. None when no
    phrase fits or the cells are blank; a sum that is blank may still become what the number says.
    """
    held = iter(values)
    verdicts: list[Verdict] = []
    for phrase in reading.phrases:
        sums = [(cells, next(held)) for cells in phrase.sums]
        verdicts += _verdicts(reading.mention, phrase, sums)
    return min(verdicts, key=lambda one: _ORDER.index(one.agreement), default=None)


def _verdicts(
    mention: Mention, phrase: Phrase, sums: Sequence[tuple[Cells, Decimal | None]]
) -> Iterator[Verdict]:
    known = [(cells, value) for cells, value in sums if value is not None]
    for cells, value in known:
        others = tuple(one for one in known if one[0] != cells)
        found = Verdict(phrase, cells, value, agreement(mention, value), others)
        if found.agreement is not Agreement.CONTRADICTS or len(known) == len(sums):
            yield found
