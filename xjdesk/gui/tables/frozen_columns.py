"""The columns that stay in view when a grid is scrolled sideways."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QAbstractItemView, QFrame, QStyleOptionViewItem, QTableView, QWidget

from xjdesk.gui.look.grid_lines import rule_visibly
from xjdesk.gui.tables.captions_header import CaptionsHeader
from xjdesk.gui.tables.delegate import LabelDelegate
from xjdesk.gui.tables.model import TableModel
from xjdesk.gui.tables.spans import show_spans


class FrozenColumns(QTableView):
    """A picture of the first columns of a grid, laid over it; the mouse reaches the grid below."""

    def __init__(self, model: TableModel, labels: LabelDelegate, parent: QWidget) -> None:
        super().__init__(parent)
        self._model = model
        self.captions = CaptionsHeader(model, self)
        self.setHorizontalHeader(self.captions)
        self.setModel(model)
        for column in range(model.grid.layout.label_columns):
            self.setItemDelegateForColumn(column, labels)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ContiguousSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWordWrap(True)
        self.verticalHeader().hide()
        self._sizes: tuple[list[int], list[int], list[int]] | None = None
        model.modelAboutToBeReset.connect(self._forget_sizes)
        self.hide()

    def lay_out(self, widths: Sequence[int], heights: Sequence[int], header: Sequence[int]) -> None:
        """Take over the sizes of the grid below: columns, rows, rows of captions."""
        sizes = (list(widths), list(heights), list(header))
        if sizes == self._sizes:
            return
        self._sizes = sizes
        show_spans(self, self._model.grid)
        for column, width in enumerate(widths):
            self.setColumnHidden(column, column >= self._model.grid.first_value_column)
            self.setColumnWidth(column, width)
        for row, height in enumerate(heights):
            self.setRowHeight(row, height)
        self.captions.row_heights = header
        self.captions.setVisible(bool(self._model.grid.header))
        self.updateGeometries()

    def initViewItemOption(self, option: QStyleOptionViewItem) -> None:
        super().initViewItemOption(option)
        rule_visibly(option)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self.viewport())
        painter.setPen(self.palette().color(QPalette.ColorRole.Mid))
        edge = self.viewport().rect()
        painter.drawLine(edge.topRight(), edge.bottomRight())
        painter.end()

    def lay_over(self, area: QRect, scrolled: int) -> None:
        """Cover `area` of the grid, which is scrolled down so far."""
        self.setGeometry(area)
        self.verticalScrollBar().setValue(scrolled)
        # Words of headings as high as their rows stay in view.
        self.viewport().update()

    def _forget_sizes(self) -> None:
        self._sizes = None
