"""Where keys lead from a place of the grid, among the cells that take a number."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from enum import Enum
from itertools import pairwise

from xjdesk.gui.tables.grid import TableGrid

At = tuple[int, int]
"""A row and a column of the grid."""


class Move(Enum):
    """Where the current cell goes from here.

    DOWN, UP, NEXT and PREVIOUS lead to the next cell, TO_… to where a filled stretch ends or the
    next begins, as Excel's Ctrl and arrow do; FIRST and LAST to the ends of the table.
    """

    DOWN = "down"
    UP = "up"
    NEXT = "next"
    PREVIOUS = "previous"
    TO_BOTTOM = "to bottom"
    TO_TOP = "to top"
    TO_RIGHT = "to right"
    TO_LEFT = "to left"
    FIRST = "first"
    LAST = "last"


FORWARD = frozenset({Move.DOWN, Move.NEXT, Move.TO_BOTTOM, Move.TO_RIGHT, Move.LAST})
ALONG_COLUMN = frozenset({Move.DOWN, Move.UP, Move.TO_BOTTOM, Move.TO_TOP})


def first_cell(grid: TableGrid) -> At | None:
    """The first cell that takes a number; None in a table without any."""
    return next(iter(grid.fillable), None)


def target(grid: TableGrid, at: At, move: Move, is_filled: Callable[[At], bool]) -> At:
    """The cell that takes a number to which `move` leads; `at` again when there is none.

    Along a column the way stays in it: in a panel of fewer columns, in the cell that covers it.
    """
    match move:
        case Move.FIRST:
            return next(iter(grid.fillable), at)
        case Move.LAST:
            return next(reversed(grid.fillable), at)
        case Move.NEXT | Move.PREVIOUS | Move.DOWN | Move.UP:
            return next(iter(_way(grid, at, move)), at)
        case Move.TO_BOTTOM | Move.TO_TOP | Move.TO_RIGHT | Move.TO_LEFT:
            return _edge(at, tuple(_way(grid, at, move)), is_filled)


def target_within(cells: Iterable[At], at: At, move: Move) -> At | None:
    """The cell to which Enter or Tab leads inside a selection of several cells, round and round.

    DOWN and UP go column by column, NEXT and PREVIOUS row by row. None where fewer than two of
    `cells` take a number, and for other moves.
    """
    if move not in (Move.DOWN, Move.UP, Move.NEXT, Move.PREVIOUS):
        return None
    by_column = move in ALONG_COLUMN
    ordered = sorted(cells, key=lambda cell: (cell[1], cell[0]) if by_column else cell)
    if len(ordered) < 2:
        return None
    forward = move in FORWARD
    if at in ordered:
        return ordered[(ordered.index(at) + (1 if forward else -1)) % len(ordered)]
    return ordered[0 if forward else -1]


def _way(grid: TableGrid, at: At, move: Move) -> Iterable[At]:
    """The cells that lie in the direction of `move`, the nearest first."""
    forward = move in FORWARD
    here = grid.cell(*at)
    begin = at if here is None else (here.row, here.column)
    if move in ALONG_COLUMN:
        return _column_from(grid, begin[0], at[1], forward=forward)
    cells = grid.fillable if forward else grid.fillable[::-1]
    beyond = (cell for cell in cells if (cell > begin if forward else cell < begin))
    if move in (Move.NEXT, Move.PREVIOUS):
        return beyond
    return (cell for cell in beyond if cell[0] == begin[0])


def _column_from(grid: TableGrid, row: int, column: int, *, forward: bool) -> Iterable[At]:
    values = grid.value_columns
    column = min(max(column, values.start), values.stop - 1)
    rows = dict.fromkeys(fillable for fillable, _ in grid.fillable)
    others = (other for other in rows if (other > row if forward else other < row))
    for other in sorted(others, reverse=not forward):
        cell = grid.cell(other, column)
        if cell is not None and grid.takes_number(cell.row, cell.column):
            yield (cell.row, cell.column)


def _edge(at: At, way: Sequence[At], is_filled: Callable[[At], bool]) -> At:
    """Where the filled stretch ends, the next one begins, or else the last cell of the way."""
    if not way:
        return at
    if is_filled(at) and is_filled(way[0]):
        ends = (cell for cell, beyond in pairwise(way) if not is_filled(beyond))
        return next(ends, way[-1])
    return next(filter(is_filled, way), way[-1])
