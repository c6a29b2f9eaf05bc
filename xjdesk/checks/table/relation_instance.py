"""The instances of a formula: what its names stand for in each column, or each row, of a table."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import islice

from xjdesk.core.address import CellAddress, parse_cell_address
from xjdesk.core.form import Form
from xjdesk.core.formula import Condition, this_year_name
from xjdesk.core.last_year import LastYear
from xjdesk.core.numbers import Entry
from xjdesk.core.relation import Over, Relation
from xjdesk.core.report import Report
from xjdesk.core.table import Table


@dataclass(frozen=True, slots=True)
class Instance:
    """A FORMULA relation between certain cells.

    `cells` are in the order of the formula; a name of last year's stands for the cell of this
    year that counts the same, whose number is then looked up in `last_year`.
    """

    relation: Relation
    condition: Condition
    cells: Mapping[str, CellAddress]
    last_year: LastYear | None = None

    @property
    def own_cells(self) -> tuple[CellAddress, ...]:
        """The cells of the report itself, in the order of the formula."""
        return tuple(cell for name, cell in self.cells.items() if not this_year_name(name))

    def entry(self, name: str, report: Report) -> Entry | None:
        """What the cell holds that `name` stands for."""
        if this_year_name(name):
            return self.last_year.entry(self.cells[name]) if self.last_year else None
        return report.value(self.cells[name])


def instances(
    form: Form, relation: Relation, last_year: LastYear | None = None
) -> Iterator[Instance]:
    """The instances of a relation; none when it is no FORMULA.

    Of one that looks back there are those whose cells last year's form counted alike.
    """
    if relation.condition is None or (relation.looks_back and last_year is None):
        return
    table = form.table(relation.table)
    names = tuple(dict.fromkeys(relation.condition.names()))
    repetitions = _repetitions(table, relation.over)
    if all("." in (this_year_name(name) or name) for name in names):
        # Addresses are the same cells however often they are repeated.
        repetitions = islice(repetitions, 1)
    for fixed in repetitions:
        cells = {name: _cell(table, relation.over, fixed, name) for name in names}
        # Of a panel that has not all of these rows, or columns, nothing is said.
        if all(_has(form, last_year, name, cell) for name, cell in cells.items()):
            before = last_year if relation.looks_back else None
            yield Instance(relation, relation.condition, cells, before)


def _has(form: Form, last_year: LastYear | None, name: str, cell: CellAddress) -> bool:
    if this_year_name(name):
        return last_year is not None and last_year.is_comparable(cell)
    return form.has(cell)


def _repetitions(table: Table, over: Over) -> Iterator[str]:
    if over is Over.COLUMNS:
        return (column.id for column in table.columns)
    return (row.id for row in table.rows if row.is_indicator)


def _cell(table: Table, over: Over, fixed: str, name: str) -> CellAddress:
    name = this_year_name(name) or name
    if "." in name:
        return parse_cell_address(name)
    if over is Over.COLUMNS:
        return CellAddress(table.id, name, fixed)
    return CellAddress(table.id, fixed, name)
