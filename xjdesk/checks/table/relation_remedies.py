"""Ways out of a broken relation: fill in what is certain, go to either side, or advice."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from xjdesk.checks.remedy import Remedy, advise
from xjdesk.checks.table.balances import balance_of, single_name, total_of
from xjdesk.checks.table.entry_shape import shape_problem
from xjdesk.checks.table.relation_case import Case
from xjdesk.core.address import CellAddress
from xjdesk.core.change import Change
from xjdesk.core.formula import Comparator, Comparison, Range
from xjdesk.core.numbers import is_whole, show_number
from xjdesk.core.row_name import RowName
from xjdesk.core.table import Quantity

_YUAN = Decimal(10_000)
"""How many 元 are one 万元."""

_LEAST_YUAN = Decimal(10)


def relation_remedies(case: Case) -> tuple[Remedy, ...]:
    """What can be done about a relation that does not hold."""
    return (
        *_total_filled_in(case),
        *_following_from_last_year(case),
        *_yuan_converted(case),
        *(go_to(case.row_name(n), case.instance.cells[n]) for n in case.side_names()),
        *advise(*case.instance.relation.remedies),
    )


def go_to(name: RowName, address: CellAddress) -> Remedy:
    """The way to a cell, named by its own label."""
    return Remedy(f"转到“{RowName((), name.label, name.note)}”", place=address)


def fill_in(label: str, address: CellAddress, old: Decimal | None, new: Decimal) -> Remedy:
    """A number put into a cell that holds another number, or none."""
    return Remedy(f"{label} {show_number(new)}", changes=(Change(address, old, new),))


def as_entered(number: Decimal) -> Decimal:
    """The number as a clerk would write it: a whole one without decimals."""
    return number.to_integral_value() if is_whole(number) else number


def _total_filled_in(case: Case) -> Iterator[Remedy]:
    """The sum of the parts put into the cell that ought to hold it."""
    balance, total = balance_of(case.instance), total_of(case.instance)
    if balance is None or total is None or total not in balance.weights:
        return
    cells = case.instance.cells
    numbers = {address: case.numbers[name] for name, address in cells.items()}
    computed = balance.number_for(total, numbers.get)
    # A part that is no number of its kind is what is wrong, not the total.
    after = {**numbers, total: computed}
    if computed is None or any(_is_misshapen(case, *held) for held in after.items()):
        return
    yield fill_in("填入合计", total, numbers[total], as_entered(computed))


def _following_from_last_year(case: Case) -> Iterator[Remedy]:
    """What follows from last year's number put into the cell that ought to hold it."""
    condition = case.instance.condition
    if not isinstance(condition, Comparison) or condition.comparator is not Comparator.EQUAL:
        return
    name, asked = single_name(condition.left), condition.right.range(case.range)
    if not case.instance.relation.looks_back or not name or not asked.is_exact:
        return
    address = case.instance.cells[name]
    if shape_problem(asked.low, case.form.counting(address)) is None:
        label = "填入上年数" if single_name(condition.right) else "填入"
        yield fill_in(label, address, case.numbers[name], as_entered(asked.low))


def _yuan_converted(case: Case) -> Iterator[Remedy]:
    """An amount beyond its bound that is within it when it was written in 元."""
    condition = case.instance.condition
    if not isinstance(condition, Comparison) or any(condition.right.names()):
        return
    name = single_name(condition.left)
    if not name or condition.comparator not in (Comparator.BELOW, Comparator.AT_MOST):
        return
    address, number = case.instance.cells[name], case.numbers[name]
    counting = case.form.counting(address)
    if counting.quantity is not Quantity.AMOUNT or number is None or number < _LEAST_YUAN:
        return
    converted = (number / _YUAN).normalize()

    def after(_: str) -> Range:
        return Range(converted, converted)

    if shape_problem(converted, counting) is None and condition.holds(after):
        yield fill_in("按元折算为万元：填入", address, number, converted)


def _is_misshapen(case: Case, address: CellAddress, number: Decimal | None) -> bool:
    return number is not None and shape_problem(number, case.form.counting(address)) is not None
