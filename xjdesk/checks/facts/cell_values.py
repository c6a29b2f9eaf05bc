"""The number that a phrase speaks of, as the table has it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal

from xjdesk.core.address import CellAddress
from xjdesk.core.cell_group_name import group_name
from xjdesk.core.form import Form
from xjdesk.core.numbers import show_number
from xjdesk.core.report import Report

Holders = Mapping[Decimal, tuple[CellAddress, ...]]
"""Which cells hold a number."""


def value_of(report: Report, cells: Sequence[CellAddress]) -> Decimal | None:
    """The sum of the cells; None when one of them is blank or holds no number."""
    total = Decimal(0)
    for cell in cells:
        entry = report.value(cell)
        if not isinstance(entry, Decimal):
            return None
        total += entry
    return total


def holders(report: Report) -> Holders:
    """The cells that hold each of the numbers in the tables."""
    found: dict[Decimal, tuple[CellAddress, ...]] = {}
    for cell, entry in report.values.items():
        if isinstance(entry, Decimal):
            found[entry] = (*found.get(entry, ()), cell)
    return found


def told(form: Form, cells: Sequence[CellAddress], number: Decimal | None) -> str:
    """The cells with the number they hold and its unit: 九、（一）召开……会议数为0次."""
    unit = form.counting(cells[0]).unit
    value = "未填" if number is None else f"为{show_number(number)}{unit}"
    return f"{group_name(form, cells, by_heading=True)}{'合计' if len(cells) > 1 else ''}{value}"
