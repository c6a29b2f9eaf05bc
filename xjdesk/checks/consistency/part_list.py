"""Parts that a sentence lists of a total."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from itertools import accumulate

from xjdesk.checks.consistency.exact_counts import value_of
from xjdesk.checks.consistency.lines import Numbered
from xjdesk.checks.numbers.mention import Mention


@dataclass(frozen=True, slots=True)
class Part:
    """One part. `share` is its percentage, where one is told.

    `is_tied` says that the list surely goes on from the part before to this one: a 顿号, 和, or
    both in quotation marks. After a comma another sum may have begun.
    """

    label: str
    mention: Mention
    is_tied: bool
    share: Numbered | None = None

    @property
    def value(self) -> Decimal:
        """How many."""
        return value_of(self.mention)


@dataclass(frozen=True, slots=True)
class PartList:
    """Parts of one unit, and the numbers before them of which they can be the parts.

    `totals` are the nearest first; several when the sentence does not make clear which one is
    meant. `is_complete` says that the list claims to name all parts. `is_whole` is False where the
    total is itself named as a part of what was told before: 在办结的5件申请中.
    """

    totals: tuple[Mention, ...]
    parts: tuple[Part, ...]
    is_complete: bool
    is_whole: bool = True

    @property
    def total(self) -> Mention:
        """The number that is most likely the total."""
        return self.totals[0]

    @property
    def total_value(self) -> Decimal:
        """How many the likely total is."""
        return value_of(self.total)

    @property
    def sum(self) -> Decimal:
        """All parts together."""
        return sum((part.value for part in self.parts), Decimal(0))

    @property
    def may_be_right(self) -> bool:
        """Whether the list can be read so that its parts are a total, or less where they may be.

        A list that goes on after a comma can have ended before it.
        """
        totals = [value_of(total) for total in self.totals]
        sums = accumulate(part.value for part in self.parts)
        goes_on = [part.is_tied for part in self.parts[1:]] + [False]
        if any(so_far in totals and not on for so_far, on in zip(sums, goes_on, strict=True)):
            return True
        if self.is_complete and len(totals) == 1:
            return False
        return self.sum <= max(totals)
