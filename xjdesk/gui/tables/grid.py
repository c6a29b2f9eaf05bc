"""The places of a grid: what of a table's printed layout is shown where."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from functools import cached_property

from xjdesk.core.address import CellAddress
from xjdesk.core.table import Row
from xjdesk.core.table_layout import CellRole, LayoutCell, LayoutRow, TableLayout
from xjdesk.gui.tables.sides import Side, sides_of


class ColumnRole(Enum):
    """What a column of the grid shows."""

    LABEL = "label"
    UNIT = "unit"
    VALUE = "value"
    MARK = "mark"
    SIDE = "side"


@dataclass(frozen=True, slots=True)
class GridCell:
    """A cell of the layout with the row of the grid in which it begins."""

    row: int
    shown: LayoutCell

    @property
    def column(self) -> int:
        """The column in which it begins."""
        return self.shown.column

    @property
    def is_spanning(self) -> bool:
        """Whether it covers more than one place."""
        return self.shown.row_span > 1 or self.shown.column_span > 1


@dataclass(frozen=True, slots=True)
class SidePlace:
    """What a place beside the numbers shows, and the cell it is about: the last of its row."""

    side: Side
    address: CellAddress


class TableGrid:
    """The rows of a layout's body, its columns, one more for marks, and those beside the numbers.

    Captions that stand in the body, and headings beside their rows, are cells like others. A cell
    that spans several places is found at each of them.
    """

    def __init__(self, layout: TableLayout) -> None:
        self.layout = layout
        self._rows = layout.body
        self._places = _places(layout.body)
        self.sides = sides_of(layout)

    @property
    def header(self) -> tuple[LayoutRow, ...]:
        """The captions above all rows; none where every panel has its own."""
        return self.layout.header

    @property
    def row_count(self) -> int:
        """How many rows there are."""
        return len(self._rows)

    @property
    def mark_column(self) -> int:
        """The column behind the values, which shows the marks."""
        return self.layout.columns

    @property
    def column_count(self) -> int:
        """How many columns there are, those beside the numbers included."""
        return self.mark_column + 1 + len(self.sides)

    @property
    def side_columns(self) -> range:
        """The columns beside the numbers, one for each of `sides`."""
        return range(self.mark_column + 1, self.column_count)

    @property
    def first_value_column(self) -> int:
        """The number of columns before the values."""
        return self.layout.first_value_column

    @property
    def value_columns(self) -> range:
        """The columns of values."""
        return range(self.first_value_column, self.mark_column)

    def column_role(self, column: int) -> ColumnRole:
        """What the column shows."""
        if column < self.layout.label_columns:
            return ColumnRole.LABEL
        if column < self.first_value_column:
            return ColumnRole.UNIT
        if column > self.mark_column:
            return ColumnRole.SIDE
        return ColumnRole.MARK if column == self.mark_column else ColumnRole.VALUE

    def side(self, row: int, column: int) -> SidePlace | None:
        """What stands beside the numbers of a row; None elsewhere, and in rows without numbers."""
        form_row = self.form_row(row)
        if column not in self.side_columns or form_row is None or not form_row.is_indicator:
            return None
        return SidePlace(self.sides[column - self.mark_column - 1], self.values_by_row[row][-1])

    def form_row(self, row: int) -> Row | None:
        """The row of the form whose values stand in a row; None in one of captions."""
        return self._rows[row].row

    def cell(self, row: int, column: int) -> GridCell | None:
        """The cell that covers the place; None in the column of marks and outside the grid."""
        return self._places.get((row, column))

    def begins(self, row: int, column: int) -> GridCell | None:
        """The cell that begins at the place; None where another one covers it."""
        cell = self.cell(row, column)
        return cell if cell is not None and (cell.row, cell.column) == (row, column) else None

    def address(self, row: int, column: int) -> CellAddress | None:
        """The cell of the report that covers the place; None where no value is shown."""
        cell = self.cell(row, column)
        return None if cell is None else cell.shown.address

    def takes_number(self, row: int, column: int) -> bool:
        """Whether a cell begins there in which numbers are entered."""
        cell = self.begins(row, column)
        if cell is None or cell.shown.role is not CellRole.VALUE:
            return False
        form_row = self.form_row(row)
        return form_row is not None and form_row.is_indicator

    @cached_property
    def cells(self) -> tuple[GridCell, ...]:
        """Every cell once, row by row."""
        return tuple(GridCell(n, cell) for n, row in enumerate(self._rows) for cell in row.cells)

    @cached_property
    def values(self) -> Mapping[CellAddress, GridCell]:
        """Where the values are shown, row by row."""
        return {cell.shown.address: cell for cell in self.cells if cell.shown.address}

    @cached_property
    def values_by_row(self) -> tuple[tuple[CellAddress, ...], ...]:
        """The values that are shown in each row."""
        return tuple(
            tuple(cell.address for cell in row.cells if cell.address) for row in self._rows
        )

    @cached_property
    def fillable(self) -> tuple[tuple[int, int], ...]:
        """The places of the cells in which numbers are entered, row by row."""
        places = ((cell.row, cell.column) for cell in self.cells)
        return tuple(place for place in places if self.takes_number(*place))


def _places(rows: tuple[LayoutRow, ...]) -> Mapping[tuple[int, int], GridCell]:
    places: dict[tuple[int, int], GridCell] = {}
    for number, row in enumerate(rows):
        for shown in row.cells:
            cell = GridCell(number, shown)
            for down in range(shown.row_span):
                for right in range(shown.column_span):
                    places[number + down, shown.column + right] = cell
    return places
