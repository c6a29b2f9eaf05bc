"""What several entries come to: how many, their sum, their average."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Context, Decimal

from xjdesk.core.numbers import Entry

_EXACT = Context(prec=60)
_CENT = Decimal("0.01")


@dataclass(frozen=True, slots=True)
class Sums:
    """Of the numbers among some entries: how many there are, and what they add up to."""

    count: int
    total: Decimal

    @property
    def average(self) -> Decimal:
        """The mean, to two decimal places; ValueError where there is no number."""
        if not self.count:
            raise ValueError("nothing to average")
        mean = _EXACT.divide(self.total, Decimal(self.count))
        rounded = mean.quantize(_CENT, ROUND_HALF_UP, context=_EXACT)
        return Decimal(f"{rounded.normalize(_EXACT):f}")

    @property
    def is_average_exact(self) -> bool:
        """Whether `average` lost nothing to rounding."""
        return _EXACT.multiply(self.average, Decimal(self.count)) == self.total


def sums_of(entries: Iterable[Entry | None]) -> Sums:
    """The sums of the numbers; blanks and texts are passed over."""
    numbers = [entry for entry in entries if isinstance(entry, Decimal)]
    total = Decimal(0)
    for number in numbers:
        total = _EXACT.add(total, number)
    return Sums(len(numbers), total)
