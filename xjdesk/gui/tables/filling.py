"""Filling selected cells from one of them, or with one text."""

from __future__ import annotations

from collections.abc import Collection

from xjdesk.gui.tables.model import PastedCell, TableModel
from xjdesk.gui.tables.moves import At, Move, target

_NOTHING_ABOVE = "上面没有可以照填的格。"


def fill_with(model: TableModel, cells: Collection[At], text: str) -> None:
    """Write the same text into the cells, as one step; places that take no number are passed."""
    model.enter(_taking(model, cells), text, "填充")


def fill_down(model: TableModel, cells: Collection[At]) -> str:
    """Give every cell what stands in the topmost of its column; a cell alone, what stands above.

    Returns what is told where there is nothing to fill with, else the empty text.
    """
    by_column: dict[int, list[At]] = {}
    for at in sorted(_taking(model, cells)):
        by_column.setdefault(at[1], []).append(at)
    filled: list[PastedCell] = []
    for column in by_column.values():
        top, below = column[0], column[1:]
        if len(column) == 1:
            top, below = _above(model, top), column
        if top != below[0]:
            filled += (PastedCell(*at, model.text(*top)) for at in below)
    if not filled:
        return _NOTHING_ABOVE
    model.fill(filled, "向下填充")
    return ""


def copy_above(model: TableModel, at: At) -> str:
    """Give the cell what stands in the next one above; told as by `fill_down`."""
    return fill_down(model, (at,))


def _above(model: TableModel, at: At) -> At:
    return target(model.grid, at, Move.UP, lambda _: False)


def _taking(model: TableModel, cells: Collection[At]) -> list[At]:
    return [at for at in cells if model.grid.takes_number(*at)]
