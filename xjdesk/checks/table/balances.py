"""What equalities between sums say about single cells: totals, and the one number missing."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal

from xjdesk.checks.table.relation_instance import Instance
from xjdesk.core.address import CellAddress
from xjdesk.core.formula import Comparator, Comparison, Expression, Sum
from xjdesk.core.severity import Severity

_BOUNDS = frozenset({Comparator.EQUAL, Comparator.AT_MOST, Comparator.AT_LEAST})

Known = Callable[[CellAddress], Decimal | None]
"""Gives the number in a cell, None when it is not known."""


@dataclass(frozen=True, slots=True)
class Balance:
    """Cells that, each times its weight, and with the constant add up to 0."""

    weights: Mapping[CellAddress, Decimal]
    constant: Decimal

    def number_for(self, cell: CellAddress, known: Known) -> Decimal | None:
        """What `cell` must hold; None as long as another cell is not known."""
        rest = self.constant
        for address, weight in self.weights.items():
            if address == cell:
                continue
            number = known(address)
            if number is None:
                return None
            rest += weight * number
        return abs(rest) if rest == 0 else -rest / self.weights[cell]


def balance_of(instance: Instance) -> Balance | None:
    """The balance that an equality between two sums states; None for any other relation.

    One that looks back states none: what stands in last year's report is not to be filled in.
    """
    condition = instance.condition
    if not isinstance(condition, Comparison) or condition.comparator is not Comparator.EQUAL:
        return None
    if instance.relation.looks_back:
        return None
    if not (isinstance(condition.left, Sum) and isinstance(condition.right, Sum)):
        return None
    weights: dict[CellAddress, Decimal] = {}
    constant = Decimal(0)
    for side, sign in ((condition.left, 1), (condition.right, -1)):
        for term in side.terms:
            if term.name:
                cell = instance.cells[term.name]
                weights[cell] = weights.get(cell, Decimal(0)) + sign * term.factor
            else:
                constant += sign * term.factor
    return Balance({cell: weight for cell, weight in weights.items() if weight}, constant)


def balances_by_cell(found: Iterable[Instance]) -> Mapping[CellAddress, tuple[Balance, ...]]:
    """The balances each cell takes part in, of relations that must hold."""
    by_cell: dict[CellAddress, tuple[Balance, ...]] = {}
    for instance in found:
        balance = balance_of(instance)
        if balance is not None and instance.relation.severity is Severity.ERROR:
            for cell in balance.weights:
                by_cell[cell] = (*by_cell.get(cell, ()), balance)
    return by_cell


def total_of(instance: Instance) -> CellAddress | None:
    """The single cell that is compared with a sum of others: equal to it, or bounded by it."""
    condition = instance.condition
    if not isinstance(condition, Comparison) or condition.comparator not in _BOUNDS:
        return None
    for total, parts in (
        (condition.left, condition.right),
        (condition.right, condition.left),
    ):
        if isinstance(parts, Sum) and len(set(parts.names())) > 1:
            name = single_name(total)
            if name:
                return instance.cells[name]
    return None


def totals(found: Iterable[Instance]) -> Iterator[CellAddress]:
    """The cells that are totals of others, in the order of the relations."""
    return (cell for instance in found if (cell := total_of(instance)) is not None)


def single_name(expression: Expression) -> str:
    """The name of the one cell an expression consists of; empty when it is anything else."""
    if not isinstance(expression, Sum) or len(expression.terms) != 1:
        return ""
    term = expression.terms[0]
    return term.name if term.factor == 1 else ""
