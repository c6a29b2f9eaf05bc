"""Cells of a grid that span several places, as a view shows them."""

from __future__ import annotations

from PySide6.QtWidgets import QTableView

from xjdesk.gui.tables.grid import TableGrid


def show_spans(view: QTableView, grid: TableGrid) -> None:
    """Let the view span what spans several places in the grid, and nothing else."""
    view.clearSpans()
    for cell in grid.cells:
        if cell.is_spanning:
            view.setSpan(cell.row, cell.column, cell.shown.row_span, cell.shown.column_span)
