"""What the totals of a table must be by their parts, and the changes that write them in."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal

from xjdesk.checks.table.balances import Balance, balance_of, total_of, totals
from xjdesk.checks.table.cell_numbers import CellNumbers
from xjdesk.checks.table.relation_instance import Instance, instances
from xjdesk.core.address import CellAddress
from xjdesk.core.change import Change
from xjdesk.core.form import Form
from xjdesk.core.numbers import Entry
from xjdesk.core.relation import Over
from xjdesk.core.report import Report
from xjdesk.core.severity import Severity
from xjdesk.core.table import Table


@dataclass(frozen=True, slots=True)
class ComputedTotal:
    """What a cell must hold: the sum along its row, or down its column."""

    number: Decimal
    over: Over

    def agrees(self, entry: Entry | None) -> bool:
        """Whether nothing else than the sum stands there; a blank says nothing."""
        return entry is None or entry == self.number


@dataclass(frozen=True, slots=True)
class FilledTotals:
    """The changes that write totals in, and the totals that could not be written.

    `open` have parts that are not filled in, `contested` different sums by row and by column.
    """

    changes: tuple[Change, ...]
    open: tuple[CellAddress, ...]
    contested: tuple[CellAddress, ...]


@dataclass(frozen=True, slots=True)
class _Sum:
    over: Over
    balance: Balance


class TotalCells:
    """The cells of a table that must equal sums of others, by relations that must hold."""

    def __init__(self, form: Form, table: Table) -> None:
        found = tuple(
            instance for relation in form.relations for instance in instances(form, relation)
        )
        self._numbers = CellNumbers(frozenset(totals(found)))
        self._sums = _sums(found, table)
        self.parts_of: Mapping[CellAddress, tuple[CellAddress, ...]] = _by_part(self._sums)
        """The totals that each cell is a part of."""

    def __iter__(self) -> Iterator[CellAddress]:
        """The totals, in the order of the relations."""
        return iter(self._sums)

    def kinds(self, cell: CellAddress) -> tuple[Over, ...]:
        """Along what the sums go that the cell must equal."""
        return tuple(known.over for known in self._sums.get(cell, ()))

    def at(self, report: Report, cell: CellAddress) -> tuple[ComputedTotal, ...]:
        """The sums that the cell must equal; none of one with a part that is not known."""
        found = (
            (known.over, known.balance.number_for(cell, lambda c: self._numbers.number(report, c)))
            for known in self._sums.get(cell, ())
        )
        return tuple(ComputedTotal(number, over) for over, number in found if number is not None)

    def filled(self, report: Report, wanted: Collection[CellAddress]) -> FilledTotals:
        """Write those of `wanted` that are totals, each after the totals that are its parts."""
        cells = [cell for cell in self._sums if cell in wanted]
        filled = self._settled(report, cells)
        sums = {cell: self.at(filled, cell) for cell in cells}
        contested = tuple(c for c in cells if sums[c] and _agreed(sums[c]) is None)
        if contested:
            # They stay as they are, and whatever they are part of is reckoned with that.
            rest = self.filled(report, [cell for cell in cells if cell not in contested])
            return replace(rest, contested=(*contested, *rest.contested))
        changes = (Change(c, report.value(c), filled.value(c)) for c in cells if sums[c])
        return FilledTotals(
            tuple(change for change in changes if change.old != change.new),
            tuple(cell for cell in cells if not sums[cell]),
            (),
        )

    def _settled(self, report: Report, cells: list[CellAddress]) -> Report:
        """The report with these totals written in as often as totals of them may change."""
        for _ in cells:
            before = report
            for cell in cells:
                number = _agreed(self.at(report, cell))
                if number is not None and number != report.value(cell):
                    report = replace(report, values={**report.values, cell: number})
            if report is before:
                break
        return report


def _sums(found: tuple[Instance, ...], table: Table) -> dict[CellAddress, tuple[_Sum, ...]]:
    sums: dict[CellAddress, tuple[_Sum, ...]] = {}
    for instance in found:
        relation, balance, total = instance.relation, balance_of(instance), total_of(instance)
        if balance is None or relation.severity is not Severity.ERROR:
            continue
        if total is not None and total in balance.weights and table.holds(total):
            sums[total] = (*sums.get(total, ()), _Sum(relation.over, balance))
    return sums


def _by_part(
    sums: Mapping[CellAddress, tuple[_Sum, ...]],
) -> dict[CellAddress, tuple[CellAddress, ...]]:
    found: dict[CellAddress, tuple[CellAddress, ...]] = {}
    for total, known in sums.items():
        for part in dict.fromkeys(cell for one in known for cell in one.balance.weights):
            if part != total:
                found[part] = (*found.get(part, ()), total)
    return found


def _agreed(sums: tuple[ComputedTotal, ...]) -> Decimal | None:
    """The one number that all sums are; None without any, and where they differ."""
    numbers = {one.number for one in sums}
    return numbers.pop() if len(numbers) == 1 else None
