"""The captions above a grid: group above group, each over the columns it holds for."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import ceil

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QHeaderView, QStyle, QStyleOptionHeader, QWidget

from xjdesk.core.table_layout import CellRole, LayoutCell
from xjdesk.gui.tables.model import TableModel

_PADDING_PX = 4
_TEXT = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap


class CaptionsHeader(QHeaderView):
    """Draws the caption rows of the layout, and above the columns behind it what they are."""

    def __init__(self, model: TableModel, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._model = model
        self.row_heights: Sequence[int] = ()
        """How high each row of captions is, in px."""
        self.setSectionsClickable(True)
        self.setHighlightSections(False)

    def fitting_heights(self) -> list[int]:
        """How high each row of captions must be for the columns as wide as they are."""
        heights = [0] * max(len(self._model.grid.header), 1)
        metrics = QFontMetrics(self.font())
        by_span = sorted(self._captions(), key=lambda placed: placed[1].row_span)
        for row, cell in by_span:
            text = caption_text(cell)
            room = self._room(text, self._width(cell))
            box = metrics.boundingRect(QRect(0, 0, room, 0), _TEXT, text)
            last = row + cell.row_span - 1
            missing = box.height() + 2 * _PADDING_PX - sum(heights[row : last + 1])
            heights[last] += max(missing, 0)
        return heights

    def sizeHint(self) -> QSize:
        hint = super().sizeHint()
        return QSize(hint.width(), max(sum(self.row_heights), hint.height()))

    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:
        painter.save()
        # A caption over several columns is drawn whole, as far as it lies in each of them.
        painter.setClipRect(rect)
        tops = [sum(self.row_heights[:row]) for row in range(len(self.row_heights) + 1)]
        # The rest of the header's height, where the style wants more than the captions need.
        tops[-1] = max(tops[-1], rect.height())
        for row, cell in self._captions():
            if logicalIndex in range(cell.column, cell.column + cell.column_span):
                left = self.sectionViewportPosition(cell.column)
                top, bottom = tops[row], tops[row + cell.row_span]
                area = QRect(left, top, self._width(cell), bottom - top)
                self._draw(painter, area, caption_text(cell))
        painter.restore()

    def _draw(self, painter: QPainter, area: QRect, text: str) -> None:
        option = QStyleOptionHeader()
        self.initStyleOption(option)
        # Known to PySide6 but not to its type stubs.
        option.rect = area  # type: ignore[attr-defined]
        style = self.style()
        style.drawControl(QStyle.ControlElement.CE_HeaderSection, option, painter, self)
        room = self._room(text, area.width())
        inner = QRect(area.center().x() - room // 2, area.top(), room, area.height())
        painter.setPen(self.palette().color(self.foregroundRole()))
        painter.drawText(inner, _TEXT, text)

    def _room(self, text: str, width: int) -> int:
        """How wide a caption is set in a cell: its lines are to be about equally long."""
        room = max(width - 2 * _PADDING_PX, 1)
        length = self.fontMetrics().horizontalAdvance(text)
        em = self.fontMetrics().horizontalAdvance("国")
        lines = ceil(length / max(room // em * em, em))
        return min(room, ceil(length / lines / em) * em) if lines > 1 else room

    def _captions(self) -> Iterator[tuple[int, LayoutCell]]:
        """The captions with the row in which each begins."""
        grid = self._model.grid
        for row, captions in enumerate(grid.header):
            for cell in captions.cells:
                yield row, cell
        for column in range(grid.mark_column, grid.column_count):
            if not self.isSectionHidden(column):
                caption = str(self._model.headerData(column, Qt.Orientation.Horizontal))
                yield 0, LayoutCell(CellRole.CAPTION, column, caption, max(len(grid.header), 1))

    def _width(self, cell: LayoutCell) -> int:
        columns = range(cell.column, cell.column + cell.column_span)
        return sum(self.sectionSize(column) for column in columns)


def caption_text(cell: LayoutCell) -> str:
    """A caption without the blanks by which print spaces its letters out."""
    return "".join(cell.text.split())
