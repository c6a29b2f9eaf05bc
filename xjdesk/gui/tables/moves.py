"""Where Enter and Tab lead from a place of the grid."""

from __future__ import annotations

from enum import Enum

from xjdesk.gui.tables.grid import TableGrid

At = tuple[int, int]
"""A row and a column of the grid."""


class Move(Enum):
    """Where the current cell goes from here."""

    DOWN = "down"
    UP = "up"
    NEXT = "next"
    PREVIOUS = "previous"


def first_cell(grid: TableGrid) -> At | None:
    """The first cell that takes a number; None in a table without any."""
    return next(iter(grid.fillable), None)


def target(grid: TableGrid, at: At, move: Move) -> At:
    """The cell that takes a number to which `move` leads; `at` again when there is none.

    DOWN and UP stay in the column: in a panel of fewer columns, in the cell that covers it.
    """
    forward = move in (Move.DOWN, Move.NEXT)
    cells = grid.fillable if forward else grid.fillable[::-1]
    here = grid.cell(*at)
    row, column = at if here is None else (here.row, here.column)
    if move in (Move.NEXT, Move.PREVIOUS):
        beyond = (cell for cell in cells if _is_beyond(cell, (row, column), forward))
        return next(beyond, at)
    values = grid.value_columns
    column = min(max(at[1], values.start), values.stop - 1)
    rows = dict.fromkeys(fillable for fillable, _ in cells)
    beyond_rows = (other for other in rows if (other > row if forward else other < row))
    covering = (grid.cell(other, column) for other in beyond_rows)
    below = ((cell.row, cell.column) for cell in covering if cell is not None)
    return next((place for place in below if grid.takes_number(*place)), at)


def _is_beyond(cell: At, at: At, forward: bool) -> bool:
    return cell > at if forward else cell < at
