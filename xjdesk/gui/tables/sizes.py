"""How wide the columns of a grid must be, and how high its rows."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from math import ceil

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFont, QFontMetrics

from xjdesk.core.table_layout import CellRole, LayoutCell
from xjdesk.gui.tables.captions_header import caption_text
from xjdesk.gui.tables.delegate import LabelDelegate
from xjdesk.gui.tables.grid import ColumnRole, GridCell
from xjdesk.gui.tables.model import TableModel
from xjdesk.gui.tables.strip import notes_width, small, strip_height

_UNIT_EM, _MARK_EM = 3, 2
_HEADING_LABEL_EM, _LEAST_LABEL_EM, _MOST_LABEL_EM = 3, 10, 30
_LEAST_VALUE_EM, _MOST_VALUE_EM, _ONLY_VALUE_EM = 2, 10, 7
_EASY_VALUE_EM = 4
_MOST_DIGITS = 40
"""Longer texts are no numbers, and cut off."""
_SIDE_PX, _SIGN_PX = 8, 24
_ROW_PADDING_PX = 10


class GridSizes:
    """Measures what a model shows; all sizes are in px."""

    def __init__(self, model: TableModel, labels: LabelDelegate, font: QFont) -> None:
        self._model = model
        self._labels = labels
        bold = QFont(font)
        bold.setBold(True)
        self._plain, self._bold = QFontMetrics(font), QFontMetrics(bold)
        self._small = QFontMetrics(small(font))
        self._em = self._plain.horizontalAdvance("国")

    def least_widths(self, room: int) -> list[int]:
        """The width that every column must have; notes are shortened where all need more room."""
        columns = range(self._model.grid.column_count)
        widths = [self._least_width(column, is_short=False) for column in columns]
        if sum(widths) <= room:
            return widths
        return [self._least_width(column, is_short=True) for column in columns]

    def spread(self, widths: Sequence[int], room: int, keeps_values: bool) -> list[int]:
        """The widths when `room` is to be used.

        First values become easy to fill in, then labels fit on one line, then all values grow.
        With `keeps_values` the columns of values stay as wide as they are.
        """
        found = list(widths)
        labels = self._model.grid.layout.label_columns
        values = list(self._model.grid.value_columns)
        if keeps_values or (labels and len(values) == 1):
            values = []
        easy = self._ems(_EASY_VALUE_EM)
        narrow = [column for column in values if found[column] < easy]
        for number, column in enumerate(narrow):
            left = max(room - sum(found), 0)
            found[column] += min(easy - found[column], left // (len(narrow) - number))
        left = max(room - sum(found), 0)
        if labels:
            wanted = min(self._longest_label(labels - 1), _MOST_LABEL_EM * self._em)
            taken = min(left, max(wanted - found[labels - 1], 0)) if values else left
            found[labels - 1] += taken
            left -= taken
        for number, column in enumerate(values):
            share = left // (len(values) - number)
            found[column] += share
            left -= share
        return found

    def value_width(self, row: int, column: int, *, is_short: bool = True) -> int:
        """How wide the value that begins there is with its sign, or what is noted about it."""
        if column in self._model.grid.side_columns:
            text = self._model.text(row, column)
            return self._plain.horizontalAdvance(text) + _SIDE_PX if text else 0
        cell = self._model.grid.begins(row, column)
        if cell is None or cell.shown.address is None or cell.shown.column_span > 1:
            return 0
        number = self._plain.horizontalAdvance(self._model.text(row, column)[:_MOST_DIGITS])
        below = self._model.notes.below(cell.shown.address)
        notes = notes_width(below, self._small, is_short=is_short)
        sign = _SIGN_PX if self._model.severity(row, column) is not None else 0
        return min(_SIDE_PX + max(sign + number, notes), _MOST_VALUE_EM * self._em)

    def row_heights(self, widths: Sequence[int]) -> list[int]:
        """The height that every row needs with columns so wide."""
        grid = self._model.grid
        least = self._plain.height() + _ROW_PADDING_PX
        heights = [least + strip_height(lines, self._small) for lines in self._model.lines_below]
        texts = (cell for cell in grid.cells if cell.shown.text)
        for cell in sorted(texts, key=lambda cell: cell.shown.row_span):
            last = cell.row + cell.shown.row_span - 1
            missing = self._text_height(cell, widths) - sum(heights[cell.row : last + 1])
            heights[last] += max(missing, 0)
        return heights

    def _least_width(self, column: int, *, is_short: bool) -> int:
        grid = self._model.grid
        match grid.column_role(column):
            case ColumnRole.LABEL:
                is_last = column == grid.layout.label_columns - 1
                least = _LEAST_LABEL_EM if is_last else _HEADING_LABEL_EM
                return self._ems(least) + _SIDE_PX
            case ColumnRole.UNIT:
                return self._ems(_UNIT_EM)
            case ColumnRole.MARK:
                return self._ems(_MARK_EM)
            case ColumnRole.SIDE:
                return self._side_width(column)
            case ColumnRole.VALUE:
                least = _ONLY_VALUE_EM if len(grid.value_columns) == 1 else _LEAST_VALUE_EM
                rows = range(grid.row_count)
                values = (self.value_width(row, column, is_short=is_short) for row in rows)
                captions = map(self._caption_width, self._captions_of(column))
                return max(self._ems(least), *values, *captions)

    def _side_width(self, column: int) -> int:
        """That of a column beside the numbers; 0 of one that is not shown."""
        grid = self._model.grid
        side = grid.sides[column - grid.side_columns.start]
        if not self._model.notes.shows(side):
            return 0
        caption = self._plain.horizontalAdvance(side.value) + _SIDE_PX
        notes = (self.value_width(row, column) for row in range(grid.row_count))
        return min(max(caption, *notes), _MOST_VALUE_EM * self._em)

    def _captions_of(self, column: int) -> Iterable[LayoutCell]:
        grid = self._model.grid
        body = (cell.shown for cell in grid.cells if cell.shown.role is CellRole.CAPTION)
        header = (cell for row in grid.header for cell in row.cells)
        return (c for c in (*header, *body) if c.column == column and c.column_span == 1)

    def _caption_width(self, cell: LayoutCell) -> int:
        """That of a caption broken into two lines."""
        characters = ceil(self._plain.horizontalAdvance(caption_text(cell)) / self._em)
        return self._ems(ceil(characters / 2))

    def _longest_label(self, column: int) -> int:
        cells = (cell for cell in self._model.grid.cells if cell.column == column)
        labels = [cell.shown.text for cell in cells if cell.shown.role is CellRole.LABEL]
        widths = (self._plain.horizontalAdvance(label) + 2 * _SIDE_PX for label in labels)
        return max(widths, default=0)

    def _text_height(self, cell: GridCell, widths: Sequence[int]) -> int:
        columns = range(cell.column, cell.column + cell.shown.column_span)
        margins = self._labels.margins(cell.row, cell.column)
        room = sum(widths[column] for column in columns) - _SIDE_PX
        room = max(room - margins.left() - margins.right(), 1)
        is_heading = cell.shown.row is not None and not cell.shown.row.is_indicator
        metrics = self._bold if is_heading else self._plain
        wrapped = Qt.TextFlag.TextWordWrap
        return metrics.boundingRect(QRect(0, 0, room, 0), wrapped, cell.shown.text).height() + (
            _ROW_PADDING_PX
        )

    def _ems(self, count: int) -> int:
        return count * self._em + _SIDE_PX
