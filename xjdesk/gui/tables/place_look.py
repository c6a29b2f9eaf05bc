"""What never changes about how a place of a grid looks, worked out once for all that is painted."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Qt

from xjdesk.core.address import CellAddress
from xjdesk.core.table_layout import CellRole
from xjdesk.gui.tables.grid import GridCell, SidePlace, TableGrid

_NUMBERS_AT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_LABELS_AT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_CENTRE = Qt.AlignmentFlag.AlignCenter


@dataclass(frozen=True, slots=True)
class PlaceLook:
    """Either the value at `address` or the words of `text` are shown, or nothing is.

    `has_ground` where captions and headings stand; `side` is what stands beside the numbers.
    """

    takes_number: bool
    address: CellAddress | None
    text: str
    alignment: Qt.AlignmentFlag
    is_bold: bool
    has_ground: bool
    side: SidePlace | None = None


def place_looks(grid: TableGrid) -> tuple[tuple[PlaceLook, ...], ...]:
    """The looks of all places, row by row, all columns included."""
    return tuple(
        tuple(_look(grid, row, column) for column in range(grid.column_count))
        for row in range(grid.row_count)
    )


def _look(grid: TableGrid, row: int, column: int) -> PlaceLook:
    is_heading = _is_heading(grid, row, column)
    side = grid.side(row, column)
    if side is not None:
        return PlaceLook(False, None, "", _NUMBERS_AT, False, False, side)
    has_ground = is_heading or grid.form_row(row) is None
    cell = grid.begins(row, column)
    if cell is None:
        return PlaceLook(False, None, "", _CENTRE, is_heading, has_ground)
    shown, takes_number = cell.shown, grid.takes_number(row, column)
    alignment = _alignment(cell)
    return PlaceLook(takes_number, shown.address, shown.text, alignment, is_heading, has_ground)


def _is_heading(grid: TableGrid, row: int, column: int) -> bool:
    """Whether a heading stands there, or the row has nothing else."""
    cell = grid.cell(row, column)
    of = grid.form_row(row) if cell is None else cell.shown.row
    if of is None:
        return cell is not None and cell.shown.column_span == grid.mark_column
    return not of.is_indicator


def _alignment(cell: GridCell) -> Qt.AlignmentFlag:
    match cell.shown.role:
        case CellRole.VALUE:
            return _NUMBERS_AT
        case CellRole.LABEL:
            return _LABELS_AT
        case _:
            return _CENTRE
