"""The rules of a statistics table, row by row, around cells that span rows and columns."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from xjdesk.core.table_layout import LayoutRow
from xjdesk.typesetting.pages import Rule

_RULE_MM = 0.2


class TableRules:
    """The rules of the rows of one table, its columns lying between `edges_mm`."""

    def __init__(self, rows: Sequence[LayoutRow], edges_mm: Sequence[float]) -> None:
        columns = len(edges_mm) - 1
        self._edges = edges_mm
        # For each row the edges that lie inside a cell, and the columns whose cell goes on below.
        self._hidden: list[set[int]] = [set() for _ in rows]
        self._open: list[set[int]] = [set() for _ in rows]
        for number, row in enumerate(rows):
            for cell in row.cells:
                taken = range(cell.column, cell.column + cell.column_span)
                last = number + cell.row_span - 1
                for reached in range(number, last + 1):
                    self._hidden[reached].update(taken[1:])
                    if reached < last:
                        self._open[reached].update(taken)
        self._columns = range(columns)

    def of(self, number: int, height_mm: float, is_last: bool, is_first: bool) -> tuple[Rule, ...]:
        """The rules of a row of that height, from its upper edge; the lower edge is ruled.

        `is_last`: all cells end with it, `is_first`: the upper edge is ruled too.
        """
        edges = self._edges
        upper = [Rule(edges[0], 0.0, edges[-1], 0.0, _RULE_MM)] if is_first else []
        verticals = [
            Rule(x, 0.0, x, height_mm, _RULE_MM)
            for at, x in enumerate(edges)
            if at not in self._hidden[number]
        ]
        is_open: set[int] = set() if is_last else self._open[number]
        lower: list[Rule] = []
        for goes_on, group in groupby(self._columns, is_open.__contains__):
            if not goes_on:
                closed = list(group)
                left, right = edges[closed[0]], edges[closed[-1] + 1]
                lower.append(Rule(left, height_mm, right, height_mm, _RULE_MM))
        return (*upper, *verticals, *lower)
