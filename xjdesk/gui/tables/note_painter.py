"""Draws beside the numbers of a grid what is noted about them."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPalette
from PySide6.QtWidgets import QTableView

from xjdesk.core.severity import Severity
from xjdesk.gui.severity_look import hue
from xjdesk.gui.tables.cell_notes import Note
from xjdesk.gui.tables.grid import GridCell
from xjdesk.gui.tables.model import TableModel
from xjdesk.gui.tables.sizes import note_height, notes_width, small

_SIDE_PX, _SIGN_PX = 3, 18
_MOST_DIGITS = 40
_AT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_QUIET_ALPHA = 0.55


class NotePainter:
    """Draws on the viewport of `view`, over what Qt drew there.

    Qt draws the values, which change most, much faster alone than a delegate in Python would.
    """

    def __init__(self, view: QTableView, model: TableModel) -> None:
        self._view = view
        self._model = model

    def paint(self, area: QRect) -> None:
        """Draw the notes of the cells that lie in `area`."""
        grid = self._model.grid
        first, last = self._view.rowAt(area.top()), self._view.rowAt(area.bottom())
        noted = self._model.notes.noted()
        painter = QPainter(self._view.viewport())
        painter.setFont(small(self._view.font()))
        metrics = painter.fontMetrics()
        for row in range(max(first, 0), (last if last >= 0 else grid.row_count - 1) + 1):
            for address in filter(noted.__contains__, grid.values_by_row[row]):
                notes = self._model.notes.at(address)
                if notes:
                    self._draw(painter, metrics, grid.values[address], notes)
        painter.end()

    def _draw(
        self,
        painter: QPainter,
        metrics: QFontMetrics,
        cell: GridCell,
        notes: tuple[Note, ...],
    ) -> None:
        text = self._model.text(cell.row, cell.column)
        if len(text) > _MOST_DIGITS:
            return
        area = self._area(cell)
        is_marked = self._model.severity(cell.row, cell.column) is not None
        left = area.left() + _SIDE_PX + (_SIGN_PX if is_marked else 0)
        width = notes_width(notes, metrics)
        number = self._view.fontMetrics().horizontalAdvance(text)
        if left + width > area.right() - _SIDE_PX - number:
            # The column was made too narrow: the tooltip says the same.
            return
        height = note_height(metrics)
        top = area.top() + (area.height() - height * len(notes)) // 2
        for number, note in enumerate(notes):
            line = QRect(left, top + number * height, width, height)
            painter.setPen(self._colour(cell, note))
            painter.drawText(line, _AT, note.text)

    def _area(self, cell: GridCell) -> QRect:
        view = self._view
        columns = range(cell.column, cell.column + cell.shown.column_span)
        return QRect(
            view.columnViewportPosition(cell.column),
            view.rowViewportPosition(cell.row),
            sum(view.columnWidth(column) for column in columns),
            view.rowHeight(cell.row),
        )

    def _colour(self, cell: GridCell, note: Note) -> QColor:
        palette = self._view.palette()
        index = self._model.index(cell.row, cell.column)
        if self._view.selectionModel().isSelected(index):
            return palette.color(QPalette.ColorRole.HighlightedText)
        if note.is_wrong:
            return hue(palette, Severity.ERROR)
        colour = palette.color(QPalette.ColorRole.Text)
        colour.setAlphaF(_QUIET_ALPHA)
        return colour
