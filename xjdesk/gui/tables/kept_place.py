"""What is current, selected and in view in a grid, kept while its rows become others."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QItemSelection, QItemSelectionModel
from PySide6.QtWidgets import QTableView

from xjdesk.core.address import CellAddress
from xjdesk.gui.tables.model import TableModel

_Flag = QItemSelectionModel.SelectionFlag


@dataclass(frozen=True, slots=True)
class KeptPlace:
    """The current cell, by its address or the place it stood at, and the selected values."""

    address: CellAddress | None
    row: int
    column: int
    selected: frozenset[CellAddress]
    scrolled: tuple[int, int]

    @classmethod
    def of(cls, view: QTableView, model: TableModel) -> KeptPlace | None:
        """The place in `view`; None when no cell is current."""
        at = view.currentIndex()
        if not at.isValid():
            return None
        indexes = view.selectionModel().selectedIndexes()
        found = (model.grid.address(index.row(), index.column()) for index in indexes)
        return cls(
            model.grid.address(at.row(), at.column()),
            at.row(),
            at.column(),
            frozenset(address for address in found if address is not None),
            (view.horizontalScrollBar().value(), view.verticalScrollBar().value()),
        )

    def restore(self, view: QTableView, model: TableModel) -> None:
        """Make the same cells current and selected; of a row that is gone, what came up there."""
        grid = model.grid
        known = None if self.address is None else grid.values.get(self.address)
        row = min(self.row, grid.row_count - 1) if known is None else known.row
        column = self.column if known is None else known.column
        current = model.index(row, column)
        cells = [grid.values[address] for address in self.selected if address in grid.values]
        rows, columns = [cell.row for cell in cells] or [row], [c.column for c in cells] or [column]
        selection = QItemSelection(
            model.index(min(rows), min(columns)), model.index(max(rows), max(columns))
        )
        chosen = view.selectionModel()
        chosen.setCurrentIndex(current, _Flag.NoUpdate)
        chosen.select(selection, _Flag.ClearAndSelect)
        view.horizontalScrollBar().setValue(self.scrolled[0])
        view.verticalScrollBar().setValue(self.scrolled[1])
