"""The numbers that phrases speak of, as last year's report has them."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from xjdesk.core.address import CellAddress
from xjdesk.core.form import Form
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


def cells_spoken_of(form: Form) -> frozenset[CellAddress]:
    """Every cell that a phrase of the form speaks of."""
    phrases = form.text_rules.phrases
    return frozenset(cell for phrase in phrases for cells in phrase.sums for cell in cells)
