"""Draws the strips below the numbers of a grid, and on them what is noted."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPalette
from PySide6.QtWidgets import QTableView

from xjdesk.core.severity import Severity
from xjdesk.gui.severity_look import hue
from xjdesk.gui.tables.cell_notes import Note
from xjdesk.gui.tables.grid import GridCell
from xjdesk.gui.tables.model import TableModel
from xjdesk.gui.tables.strip import note_height, small, strip_height

_SIDE_PX = 3
_AT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class NotePainter:
    """Draws on the viewport of `view`, over what Qt drew there.

    The strips have a ground of their own, which no selection covers: what stands on them is not
    entered.
    """

    def __init__(self, view: QTableView, model: TableModel) -> None:
        self._view = view
        self._model = model

    def paint(self, area: QRect) -> None:
        """Draw the strips of the rows that lie in `area`."""
        grid = self._model.grid
        first, last = self._view.rowAt(area.top()), self._view.rowAt(area.bottom())
        rows = range(max(first, 0), (last if last >= 0 else grid.row_count - 1) + 1)
        striped = [row for row in rows if self._model.lines_below[row]]
        if not striped:
            return
        painter = QPainter(self._view.viewport())
        painter.setFont(small(self._view.font()))
        for row in striped:
            for address in grid.values_by_row[row]:
                self._draw(painter, grid.values[address], self._model.notes.below(address))
        painter.end()

    def _draw(self, painter: QPainter, cell: GridCell, notes: tuple[Note, ...]) -> None:
        metrics = painter.fontMetrics()
        strip = self._strip(cell, metrics)
        painter.fillRect(strip, self._view.palette().color(QPalette.ColorRole.Window))
        line = strip.adjusted(_SIDE_PX, 1, -_SIDE_PX, 0)
        line.setHeight(note_height(metrics))
        for note in notes:
            painter.setPen(self._colour(note))
            painter.drawText(line, _AT, _fitting(note, line.width(), metrics))
            line.translate(0, line.height())

    def _strip(self, cell: GridCell, metrics: QFontMetrics) -> QRect:
        view = self._view
        columns = range(cell.column, cell.column + cell.shown.column_span)
        height = strip_height(self._model.lines_below[cell.row], metrics)
        bottom = view.rowViewportPosition(cell.row) + view.rowHeight(cell.row)
        width = sum(view.columnWidth(column) for column in columns)
        # The lines of the grid are drawn at the right and at the bottom of a cell.
        return QRect(
            view.columnViewportPosition(cell.column), bottom - height, width - 1, height - 1
        )

    def _colour(self, note: Note) -> QColor:
        palette = self._view.palette()
        if note.is_wrong:
            return hue(palette, Severity.ERROR)
        return palette.color(QPalette.ColorRole.PlaceholderText)


def _fitting(note: Note, room: int, metrics: QFontMetrics) -> str:
    """As much of the note as there is room for; its tooltip says all."""
    for text in filter(None, (note.longer, note.text)):
        if metrics.horizontalAdvance(text) <= room:
            return text
    return note.shorter or note.text
