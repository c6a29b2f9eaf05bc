"""The blank cells of a report, and the zeros that go into them."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from xjdesk.checks.table.balances import Balance, Known, balances_by_cell
from xjdesk.checks.table.relation_instance import instances
from xjdesk.core.address import CellAddress
from xjdesk.core.change import Change
from xjdesk.core.form import Form
from xjdesk.core.report import Report

Balances = Mapping[CellAddress, tuple[Balance, ...]]
"""The balances that each cell takes part in."""


def blank_cells(form: Form, report: Report) -> tuple[CellAddress, ...]:
    """The cells that take a number and hold nothing, in the order of the form."""
    return tuple(cell for cell in form.indicator_cells() if report.value(cell) is None)


def zeros_for_blanks(form: Form, report: Report) -> tuple[Change, ...]:
    """The changes that put 0 into the blank cells, except where a sum asks for another number."""

    def known(cell: CellAddress) -> Decimal | None:
        entry = report.value(cell)
        return entry if isinstance(entry, Decimal) else None

    found = (instance for relation in form.relations for instance in instances(form, relation))
    balances = balances_by_cell(found)
    return tuple(zero_for(c) for c in blank_cells(form, report) if takes_zero(c, balances, known))


def zero_for(cell: CellAddress) -> Change:
    """The change that puts 0 into a blank cell."""
    return Change(cell, None, Decimal(0))


def takes_zero(cell: CellAddress, balances: Balances, known: Known) -> bool:
    """Whether no sum asks for more than 0 in a blank cell."""
    return not (asked_for(cell, balances, known) or 0) > 0


def asked_for(cell: CellAddress, balances: Balances, known: Known) -> Decimal | None:
    """The number that a sum asks of a blank cell when all its other cells are known."""
    for balance in balances.get(cell, ()):
        number = balance.number_for(cell, known)
        if number is not None:
            return number
    return None
