"""The number that a phrase speaks of, as last year's report has it."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from xjdesk.core.address import CellAddress
from xjdesk.core.last_year import LastYear


def last_value_of(last_year: LastYear, cells: Sequence[CellAddress]) -> Decimal | None:
    """The sum of the cells; None when one of them is blank, no number, or not comparable."""
    total = Decimal(0)
    for cell in cells:
        number = last_year.number(cell)
        if number is None:
            return None
        total += number
    return total
