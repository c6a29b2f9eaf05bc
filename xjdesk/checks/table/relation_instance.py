"""The instances of a formula: what its names stand for in each column, or each row, of a table."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import islice

from xjdesk.core.address import CellAddress, parse_cell_address
from xjdesk.core.form import Form
from xjdesk.core.formula import Condition
from xjdesk.core.relation import Over, Relation
from xjdesk.core.table import Table


@dataclass(frozen=True, slots=True)
class Instance:
    """A FORMULA relation between certain cells. `cells` are in the order of the formula."""

    relation: Relation
    condition: Condition
    cells: Mapping[str, CellAddress]


def instances(form: Form, relation: Relation) -> Iterator[Instance]:
    """The instances of a relation; none when it is no FORMULA."""
    if relation.condition is None:
        return
    table = form.table(relation.table)
    names = tuple(dict.fromkeys(relation.condition.names()))
    repetitions = _repetitions(table, relation.over)
    if all("." in name for name in names):
        # Addresses are the same cells however often they are repeated.
        repetitions = islice(repetitions, 1)
    for fixed in repetitions:
        cells = {name: _cell(table, relation.over, fixed, name) for name in names}
        # Of a panel that has not all of these rows, or columns, nothing is said.
        if all(form.has(cell) for cell in cells.values()):
            yield Instance(relation, relation.condition, cells)


def _repetitions(table: Table, over: Over) -> Iterator[str]:
    if over is Over.COLUMNS:
        return (column.id for column in table.columns)
    return (row.id for row in table.rows if row.is_indicator)


def _cell(table: Table, over: Over, fixed: str, name: str) -> CellAddress:
    if "." in name:
        return parse_cell_address(name)
    if over is Over.COLUMNS:
        return CellAddress(table.id, name, fixed)
    return CellAddress(table.id, fixed, name)
