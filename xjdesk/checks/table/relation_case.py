"""A relation together with what its cells hold in one report."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal

from xjdesk.checks.table.relation_instance import Instance
from xjdesk.core.address import CellAddress
from xjdesk.core.cell_group_name import group_name
from xjdesk.core.form import Form
from xjdesk.core.formula import (
    BLANK,
    SIGNED_BLANK,
    Comparison,
    Expression,
    Largest,
    Range,
    this_year_name,
)
from xjdesk.core.numbers import Entry
from xjdesk.core.row_name import RowName, of_last_year

CellNames = Callable[[CellAddress], RowName]
"""Gives what a cell is called in a sentence."""


@dataclass(frozen=True, slots=True)
class Case:
    """An instance of a relation, the entries of its cells and the numbers they stand for."""

    form: Form
    instance: Instance
    name_of: CellNames
    entries: Mapping[str, Entry | None]
    numbers: Mapping[str, Decimal | None]

    def range(self, name: str) -> Range:
        """A number as it is; a blank, or text that is no number, as not yet known."""
        number = self.numbers[name]
        if number is not None:
            return Range(number, number)
        is_signed = self.form.counting(self.instance.cells[name]).signed
        return SIGNED_BLANK if is_signed else BLANK

    def row_name(self, name: str) -> RowName:
        """What the cell is called that `name` stands for."""
        cell_name = self.name_of(self.instance.cells[name])
        return of_last_year(cell_name) if this_year_name(name) else cell_name

    def side_name(self, expression: Expression) -> RowName:
        """What all cells of a sum are called, of several sums the leading cell."""
        if isinstance(expression, Largest) or self.instance.relation.looks_back:
            return self.row_name(self.leading(expression))
        cells = self.instance.cells
        names = tuple(dict.fromkeys(expression.names()))
        if len(names) == 1:
            return self.row_name(names[0])
        return group_name(self.form, [cells[name] for name in names])

    def leading(self, expression: Expression) -> str:
        """The cell an expression is named by: the first of a sum, the largest of several."""
        names = list(expression.names())
        if isinstance(expression, Largest):
            return max(names, key=lambda name: self.numbers[name] or Decimal(0))
        return names[0]

    def side_names(self) -> Iterator[str]:
        """A cell of this report for either side; of a single side its first and its last."""
        return (name for name in self._side_names() if not this_year_name(name))

    def _side_names(self) -> Iterator[str]:
        condition = self.instance.condition
        if isinstance(condition, Comparison):
            sides = (condition.left, condition.right)
            named = [side for side in sides if any(side.names())]
            yield from dict.fromkeys(map(self.leading, named))
            if len(named) == 1 and len(set(named[0].names())) > 1:
                yield list(named[0].names())[-1]
            return
        first = next(condition.names())
        yield first
        others = [name for name in condition.right.names() if name != first]
        others = others or [name for name in condition.names() if name != first]
        if others:
            yield next((name for name in others if self.numbers[name]), others[0])
