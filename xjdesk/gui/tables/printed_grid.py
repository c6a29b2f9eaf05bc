"""A grid that shows a table as it is printed: spans, captions above, labels that stay in view."""

from __future__ import annotations

from PySide6.QtCore import (
    QEvent,
    QItemSelectionModel,
    QModelIndex,
    QPoint,
    QRect,
    QSize,
    Qt,
    QTimer,
)
from PySide6.QtGui import QFont, QPaintEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QHeaderView,
    QScrollBar,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from xjdesk.gui.look.grid_lines import rule_visibly
from xjdesk.gui.model_index import Index
from xjdesk.gui.tables.captions_header import CaptionsHeader
from xjdesk.gui.tables.delegate import LabelDelegate, MarkDelegate
from xjdesk.gui.tables.frozen_columns import FrozenColumns
from xjdesk.gui.tables.kept_place import KeptPlace
from xjdesk.gui.tables.model import TableModel
from xjdesk.gui.tables.note_painter import NotePainter
from xjdesk.gui.tables.sizes import GridSizes
from xjdesk.gui.tables.spans import show_spans

_LEAST_SECTION_PX = 24
_LEAST_BESIDE_FROZEN_PX = 120
"""Columns stay in view only where at least so much is left for the others."""


class PrintedGrid(QTableView):
    """Lays out what a TableModel holds; its columns and rows are as large as what they show needs.

    Sizes are found when the program next has nothing else to do.
    """

    def __init__(self, model: TableModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.table_model = model
        self._labels = LabelDelegate(model, self)
        self._marks = MarkDelegate(model, self)
        self._plain = QStyledItemDelegate(self)
        self._notes = NotePainter(self, model)
        self._measures = GridSizes(model, self._labels, self.font())
        self._frozen: FrozenColumns | None = None
        self._kept: KeptPlace | None = None
        self._is_leading = self._is_fitting = self._has_chosen_widths = False
        self._has_been_seen = False
        self._sizes = QTimer(self)
        self._sizes.setSingleShot(True)
        self._sizes.timeout.connect(self._fit)
        model.use_palette(self.palette())
        self.setModel(model)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setCornerButtonEnabled(False)
        self.setWordWrap(True)
        self.verticalHeader().hide()
        # Header and scroll bars are made here: what Python knows those by that Qt makes, once they
        # are asked for a signal, would outlive them.
        self._captions = CaptionsHeader(model, self)
        self._captions.setMinimumSectionSize(_LEAST_SECTION_PX)
        self.setHorizontalHeader(self._captions)
        across = QScrollBar(Qt.Orientation.Horizontal, self)
        down = QScrollBar(Qt.Orientation.Vertical, self)
        self.setHorizontalScrollBar(across)
        self.setVerticalScrollBar(down)
        self._captions.sectionResized.connect(self._on_section_resized)
        self._lay_out()
        model.modelAboutToBeReset.connect(self._keep_place)
        model.modelReset.connect(self._on_reset)
        model.notes_changed.connect(self._on_notes_changed)
        across.valueChanged.connect(self._show_frozen)
        down.valueChanged.connect(self._on_scrolled_down)

    @property
    def is_measuring(self) -> bool:
        """Whether columns and rows will soon be made as large as what they show needs."""
        return self._sizes.isActive()

    def select(self, index: QModelIndex) -> None:
        """Make a cell the current one, alone selected and in view."""
        self.selectionModel().setCurrentIndex(
            index, QItemSelectionModel.SelectionFlag.ClearAndSelect
        )
        self.scrollTo(index)

    def zoom(self, percent: int) -> None:
        """Show the numbers and labels so large; 100 is the usual size."""
        font = QFont(QApplication.font(self))
        font.setPointSizeF(font.pointSizeF() * percent / 100)
        self.setFont(font)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            # The tabs zoom.
            event.ignore()
        else:
            super().wheelEvent(event)

    def lead_to(self, index: QModelIndex) -> None:
        """Select a cell with what surrounds it in view, and take the focus.

        Of a cell that is not shown, nothing but the focus is taken.
        """
        self.setFocus()
        if index.isValid():
            self.select(index)
            self._lead()

    def reveal(self, index: QModelIndex) -> None:
        """Have a cell selected and in view; where it is selected with others, they stay so."""
        if not index.isValid():
            return
        is_in_view = self.viewport().rect().contains(self.visualRect(index))
        if not self.selectionModel().isSelected(index):
            self.select(index)
        if not is_in_view:
            self._lead()

    def indexAt(self, pos: QPoint) -> QModelIndex:
        if pos.x() < self._frozen_width():
            pos = QPoint(pos.x() - self.horizontalHeader().offset(), pos.y())
        return super().indexAt(pos)

    def visualRect(self, index: Index) -> QRect:
        area = super().visualRect(index)
        if self._frozen_width() and index.column() < self.table_model.grid.first_value_column:
            area.translate(self.horizontalHeader().offset(), 0)
        return area

    def scrollTo(
        self,
        index: Index,
        hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible,
    ) -> None:
        bar = self.horizontalScrollBar()
        before = bar.value()
        super().scrollTo(index, hint)
        if index.column() < self.table_model.grid.first_value_column and self._can_freeze():
            # It stays in view, however far the others are scrolled.
            bar.setValue(before)
            return
        if hint is not QAbstractItemView.ScrollHint.EnsureVisible:
            # That is about what is above and below.
            bar.setValue(before)
            super().scrollTo(index)
        covered = self._frozen_width() - super().visualRect(index).left()
        if covered > 0:
            bar.setValue(bar.value() - covered)

    def moveCursor(
        self, action: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier
    ) -> QModelIndex:
        at = super().moveCursor(action, modifiers)
        cell = self.table_model.grid.cell(at.row(), at.column()) if at.isValid() else None
        return at if cell is None else self.table_model.index(cell.row, cell.column)

    def dataChanged(
        self, topLeft: Index, bottomRight: Index, roles: list[int] | None = None
    ) -> None:
        super().dataChanged(topLeft, bottomRight, roles or [])
        if self._sizes.isActive() or not self._captions.row_heights:
            return
        needed = self._measures.value_width
        for row in range(topLeft.row(), bottomRight.row() + 1):
            if any(needed(row, c) > self.columnWidth(c) for c in self._growing_columns()):
                self._fit_later()
                return

    def initViewItemOption(self, option: QStyleOptionViewItem) -> None:
        super().initViewItemOption(option)
        rule_visibly(option)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        self._notes.paint(event.rect())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_later()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self.table_model.use_palette(self.palette())
        elif event.type() == QEvent.Type.FontChange:
            self._labels.measure(self.font())
            self._measures = GridSizes(self.table_model, self._labels, self.font())
            self._fit_later()

    def sizeHint(self) -> QSize:
        return QSize(640, 480)

    def _lay_out(self) -> None:
        """Dress the columns and span the cells that the grid has now."""
        grid = self.table_model.grid
        for column in range(grid.layout.label_columns):
            self.setItemDelegateForColumn(column, self._labels)
            self._captions.setSectionResizeMode(column, QHeaderView.ResizeMode.Fixed)
        self.setItemDelegateForColumn(grid.mark_column, self._marks)
        for column in grid.side_columns:
            # Nothing is entered there, and Qt alone draws faster.
            self.setItemDelegateForColumn(column, self._plain)
        self._captions.setVisible(bool(grid.header))
        show_spans(self, grid)
        self._show_sides()
        self._fit_columns()

    def _show_sides(self) -> None:
        """Show the columns beside the numbers that have anything to say."""
        grid = self.table_model.grid
        self._is_fitting = True
        for column, side in zip(grid.side_columns, grid.sides, strict=True):
            self.setColumnHidden(column, not self.table_model.notes.shows(side))
        self._is_fitting = False

    def _growing_columns(self) -> list[int]:
        """The columns that become wider with what is entered."""
        grid = self.table_model.grid
        sides = (c for c in grid.side_columns if not self.isColumnHidden(c))
        return [*grid.value_columns, *sides]

    def _on_notes_changed(self) -> None:
        self._show_sides()
        self._fit_later()

    def _on_section_resized(self, section: int, old: int, new: int) -> None:
        if not self._is_fitting and old != new:
            self._has_chosen_widths = True
            self._fit_later()

    def _fit_later(self) -> None:
        self._sizes.start(0)

    def _fit(self) -> None:
        """Make columns and rows as large as what they show needs."""
        self._fit_columns()
        for row, height in enumerate(self._measures.row_heights(self._widths())):
            if self.rowHeight(row) != height:
                self.setRowHeight(row, height)
        # Qt would find only later how far it can be scrolled now.
        self.updateGeometries()
        self._show_frozen()
        # Nothing can be in view of a page that has not been laid out.
        if not self.viewport().rect().isEmpty():
            self._bring_into_view()

    def _bring_into_view(self) -> None:
        """Show the current cell where the grid was led to it, or has only now its size."""
        hint = QAbstractItemView.ScrollHint.EnsureVisible
        if self._is_leading:
            hint = QAbstractItemView.ScrollHint.PositionAtCenter
        elif self._has_been_seen:
            return
        else:
            self.verticalScrollBar().setValue(0)
        self._is_leading, self._has_been_seen = False, True
        # Sideways no further than needed, however little room there was before.
        self.horizontalScrollBar().setValue(0)
        self.scrollTo(self.currentIndex(), hint)

    def _fit_columns(self) -> None:
        room = self.viewport().width()
        least = self._measures.least_widths(room)
        if self._has_chosen_widths:
            for column in self.table_model.grid.value_columns:
                least[column] = max(least[column], self.columnWidth(column))
        widths = self._measures.spread(least, room, self._has_chosen_widths)
        self._is_fitting = True
        for column, width in enumerate(widths):
            if self.columnWidth(column) != width:
                self.setColumnWidth(column, width)
        self._is_fitting = False
        self._captions.row_heights = self._captions.fitting_heights()

    def _widths(self) -> list[int]:
        return [self.columnWidth(column) for column in range(self.table_model.columnCount())]

    def _can_freeze(self) -> bool:
        """Whether labels leave enough room to stay in view."""
        width = sum(self._widths()[: self.table_model.grid.first_value_column])
        return 0 < width <= self.viewport().width() - _LEAST_BESIDE_FROZEN_PX

    def _frozen_width(self) -> int:
        """How much of the viewport is covered by columns that stay in view."""
        frozen = self._frozen
        return frozen.width() if frozen is not None and not frozen.isHidden() else 0

    def _show_frozen(self) -> None:
        """Lay the labels over what was scrolled, which is not needed before it is."""
        if self.horizontalScrollBar().value() == 0 or not self._can_freeze():
            if self._frozen is not None:
                self._frozen.hide()
            return
        if self._frozen is None:
            self._frozen = FrozenColumns(self.table_model, self._labels, self)
            self._frozen.setSelectionModel(self.selectionModel())
        widths = self._widths()
        heights = [self.rowHeight(row) for row in range(self.table_model.rowCount())]
        self._frozen.lay_out(widths, heights, self._captions.row_heights)
        view, top = self.viewport().geometry(), self._captions.geometry().top()
        width = sum(widths[: self.table_model.grid.first_value_column])
        area = QRect(view.left(), top, width, view.bottom() - top + 1)
        self._frozen.lay_over(area, self.verticalScrollBar().value())
        self._frozen.show()
        self._frozen.raise_()

    def _on_scrolled_down(self) -> None:
        self._show_frozen()
        grid = self.table_model.grid
        if grid.layout.label_columns > 1:
            # Their words stay in view.
            width = sum(self._widths()[: grid.first_value_column])
            self.viewport().update(0, 0, width, self.viewport().height())

    def _lead(self) -> None:
        # A page that was just opened has yet to find the heights of its rows.
        self._is_leading = True
        self._fit_later()

    def _keep_place(self) -> None:
        self._kept = KeptPlace.of(self, self.table_model)

    def _on_reset(self) -> None:
        self._lay_out()
        self._fit()
        if self._kept is not None:
            self._kept.restore(self, self.table_model)
            self._kept = None
