"""The relations of a form, by the cells that stand in them."""

from __future__ import annotations

from collections.abc import Iterator

from xjdesk.checks.table.balances import total_of, totals
from xjdesk.checks.table.cell_numbers import CellNumbers
from xjdesk.checks.table.relation_case import Case
from xjdesk.checks.table.relation_instance import Instance, instances
from xjdesk.core.address import CellAddress
from xjdesk.core.form import Form
from xjdesk.core.formula import this_year_name
from xjdesk.core.last_year import LastYear
from xjdesk.core.report import Report
from xjdesk.core.row_name import RowName, cell_name
from xjdesk.core.severity import Severity
from xjdesk.gui.indicator.stated_relation import StatedRelation, stated


class RelationBook:
    """Looks up what a form says about a cell and others.

    Hints are left out: they name what is striking, not what ought to hold.
    """

    def __init__(self, form: Form, last_year: LastYear | None) -> None:
        self.form = form
        self.last_year = last_year
        stating = (r for r in form.relations if r.severity is not Severity.HINT)
        found = tuple(one for r in stating for one in instances(form, r, last_year))
        self._numbers = CellNumbers(frozenset(totals(found)))
        self._by_cell: dict[CellAddress, list[Instance]] = {}
        for instance in found:
            for cell in dict.fromkeys(instance.own_cells):
                self._by_cell.setdefault(cell, []).append(instance)

    def stated(self, report: Report, cell: CellAddress) -> Iterator[StatedRelation]:
        """The relations of a cell with the numbers of `report`."""
        for instance in self._by_cell.get(cell, ()):
            if instance.last_year is None or instance.last_year.fits(report):
                yield stated(self._case(report, instance))

    def totals_of(self, cell: CellAddress) -> tuple[CellAddress, ...]:
        """The cells that are sums of this one and others."""
        found = map(total_of, self._by_cell.get(cell, ()))
        return tuple(dict.fromkeys(total for total in found if total not in (None, cell)))

    def _case(self, report: Report, instance: Instance) -> Case:
        entries = {name: instance.entry(name, report) for name in instance.cells}
        before = instance.last_year
        numbers = {
            name: self._numbers.of_entry(
                before.report if before and this_year_name(name) else report,
                instance.cells[name],
                entry,
            )
            for name, entry in entries.items()
        }
        return Case(self.form, instance, self._name, entries, numbers)

    def _name(self, cell: CellAddress) -> RowName:
        return cell_name(self.form, cell)
