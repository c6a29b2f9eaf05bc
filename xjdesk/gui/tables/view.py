"""The grid of a statistics table, worked from the keyboard as in Excel and WPS."""

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
    Signal,
)
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QGuiApplication,
    QInputMethodEvent,
    QKeyEvent,
    QKeySequence,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QLineEdit, QMenu, QTableView, QWidget

from xjdesk.core.address import CellAddress
from xjdesk.gui.model_index import Index
from xjdesk.gui.range_clip import range_clip, range_in
from xjdesk.gui.tables.captions_header import CaptionsHeader
from xjdesk.gui.tables.delegate import LabelDelegate, MarkDelegate, ValueDelegate, move_of
from xjdesk.gui.tables.frozen_columns import FrozenColumns
from xjdesk.gui.tables.kept_place import KeptPlace
from xjdesk.gui.tables.model import PastedCell, TableModel
from xjdesk.gui.tables.moves import Move, first_cell, target
from xjdesk.gui.tables.note_painter import NotePainter
from xjdesk.gui.tables.paste_plan import plan_filling, plan_paste
from xjdesk.gui.tables.sizes import GridSizes
from xjdesk.gui.tables.spans import show_spans

_LEAST_SECTION_PX = 24
_LEAST_BESIDE_FROZEN_PX = 120
"""Columns stay in view only where at least so much is left for the others."""


class TableView(QTableView):
    """Shows a TableModel.

    Signals:
        told: A sentence about what was just done, for the status bar.
        moved: Another cell is the current one.
        fill_wanted: The computed totals are to be filled in.
    """

    told = Signal(object)
    moved = Signal()
    fill_wanted = Signal()

    def __init__(self, model: TableModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self._labels = LabelDelegate(model, self)
        self._values = ValueDelegate(model, self)
        self._marks = MarkDelegate(model, self)
        self._values.moved.connect(self._on_moved)
        self._values.range_pasted.connect(self._on_range_pasted)
        self._notes = NotePainter(self, model)
        self._frozen: FrozenColumns | None = None
        self._kept: KeptPlace | None = None
        self._is_leading = self._is_fitting = self._has_chosen_widths = False
        self._has_been_seen = False
        self._sizes = QTimer(self)
        self._sizes.setSingleShot(True)
        self._sizes.timeout.connect(self._fit)
        model.use_palette(self.palette())
        self.setModel(model)
        self._dress()
        # Made here: what Python knows the header by that Qt makes, once it is asked for a signal,
        # would outlive it.
        self._captions = CaptionsHeader(model, self)
        self._captions.setMinimumSectionSize(_LEAST_SECTION_PX)
        self.setHorizontalHeader(self._captions)
        self._captions.sectionResized.connect(self._on_section_resized)
        self._lay_out()
        model.modelAboutToBeReset.connect(self._keep_place)
        model.modelReset.connect(self._on_reset)
        model.notes_changed.connect(self._fit_later)
        self.horizontalScrollBar().valueChanged.connect(self._show_frozen)
        self.verticalScrollBar().valueChanged.connect(self._on_scrolled_down)

    @property
    def is_measuring(self) -> bool:
        """Whether columns and rows will soon be made as large as what they show needs."""
        return self._sizes.isActive()

    def move_current(self, move: Move) -> None:
        """Make the next cell that takes a number, in the direction of `move`, the current one."""
        at = self.currentIndex()
        to = self._target(at, move) if at.isValid() else self._first_editable()
        if to.isValid():
            self.select(to)

    def select(self, index: QModelIndex) -> None:
        """Make a cell the current one, alone selected and in view."""
        self.selectionModel().setCurrentIndex(
            index, QItemSelectionModel.SelectionFlag.ClearAndSelect
        )
        self.scrollTo(index)

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

    def commit_editor(self) -> None:
        """Hand over the text of an open editor and close it."""
        if self.state() == QAbstractItemView.State.EditingState:
            editor = self.indexWidget(self.currentIndex())
            if editor is not None:
                self.commitData(editor)
                self.closeEditor(editor, ValueDelegate.EndEditHint.NoHint)

    def selected_values(self) -> set[CellAddress]:
        """The values that are selected."""
        grid = self._model.grid
        found = (grid.address(index.row(), index.column()) for index in self.selectedIndexes())
        return {address for address in found if address is not None}

    def copy(self) -> None:
        """Put the selected range on the clipboard."""
        indexes = self.selectedIndexes()
        if not indexes:
            return
        rows = sorted({index.row() for index in indexes})
        columns = sorted({index.column() for index in indexes})
        texts = ([self._model.text(row, column) for column in columns] for row in rows)
        QGuiApplication.clipboard().setMimeData(range_clip(texts))

    def isReadOnly(self) -> bool:
        """Whether cells can only be looked at and copied, named as in the text controls of Qt."""
        return self._model.is_read_only

    def cut(self) -> None:
        """Copy the selected range and clear it."""
        if not self.isReadOnly():
            self.copy()
            self.clear_selected()

    def clear_selected(self) -> None:
        """Empty the selected cells, stray values in heading rows included."""
        self._model.fill(
            [PastedCell(index.row(), index.column(), "") for index in self.selectedIndexes()],
            "清除",
        )

    def paste(self) -> None:
        """Fill cells from the clipboard, as one step; what does not fit is left out and told.

        One single field fills the selection.
        """
        rows = range_in(QGuiApplication.clipboard().mimeData())
        at = self._top_left()
        if not rows or at is None or self.isReadOnly():
            return
        if len(rows) == 1 and len(rows[0]) == 1:
            targets = self.selectedIndexes() or [at]
            meant = (PastedCell(index.row(), index.column(), rows[0][0]) for index in targets)
            plan = plan_filling(self._model, meant)
        else:
            plan = plan_paste(self._model, rows, (at.row(), at.column()))
        self._model.fill(plan.fitting, "粘贴")
        self.told.emit(plan.sentence)

    def indexAt(self, pos: QPoint) -> QModelIndex:
        if pos.x() < self._frozen_width():
            pos = QPoint(pos.x() - self.horizontalHeader().offset(), pos.y())
        return super().indexAt(pos)

    def visualRect(self, index: Index) -> QRect:
        area = super().visualRect(index)
        if self._frozen_width() and index.column() < self._model.grid.first_value_column:
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
        if index.column() < self._model.grid.first_value_column and self._can_freeze():
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
        cell = self._model.grid.cell(at.row(), at.column()) if at.isValid() else None
        return at if cell is None else self._model.index(cell.row, cell.column)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        move = move_of(event)
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        elif event.matches(QKeySequence.StandardKey.Cut):
            self.cut()
        elif event.matches(QKeySequence.StandardKey.Paste):
            self.paste()
        elif move is not None:
            self.move_current(move)
        elif event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.clear_selected()
        else:
            super().keyPressEvent(event)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        was_editing = self.indexWidget(self.currentIndex()) is not None
        super().inputMethodEvent(event)
        editor = self.indexWidget(self.currentIndex())
        comes_at_once = event.commitString() and not event.preeditString()
        if comes_at_once and not was_editing and isinstance(editor, QLineEdit):
            # Qt opens the editor for text that was not composed first, as full-width digits are
            # not, but does not put the text into it.
            editor.selectAll()
            editor.insert(event.commitString())

    def focusNextPrevChild(self, next: bool) -> bool:
        # Tab belongs to the grid; at its last cell it leads on to the next control.
        return super().focusNextPrevChild(next) if self._is_at_end(next) else False

    def keyboardSearch(self, search: str) -> None:
        """Typing on a heading row searches nothing."""

    def focusInEvent(self, event: QFocusEvent) -> None:
        # Before Qt makes the first cell current, which is the label of a heading.
        if not self.selectionModel().hasSelection() and not self._is_at_number():
            self.select(self._first_editable())
        super().focusInEvent(event)
        self._keep_input_method()

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        self._keep_input_method()
        self.moved.emit()

    def dataChanged(
        self, topLeft: Index, bottomRight: Index, roles: list[int] | None = None
    ) -> None:
        super().dataChanged(topLeft, bottomRight, roles or [])
        if self._sizes.isActive() or not self._captions.row_heights:
            return
        needed = self._measures.value_width
        for row in range(topLeft.row(), bottomRight.row() + 1):
            if any(needed(row, c) > self.columnWidth(c) for c in self._model.grid.value_columns):
                self._fit_later()
                return

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        may_edit = not self.isReadOnly()
        for text, do, may in (
            ("剪切(&T)", self.cut, may_edit),
            ("复制(&C)", self.copy, True),
            ("粘贴(&P)", self.paste, may_edit),
            ("清除(&D)", self.clear_selected, may_edit),
            ("填入合计(&S)", self.fill_wanted.emit, may_edit and self._model.notes.has_totals),
        ):
            menu.addAction(text, do).setEnabled(may)
        menu.popup(event.globalPos())

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        self._notes.paint(event.rect())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_later()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._model.use_palette(self.palette())
        elif event.type() == QEvent.Type.FontChange:
            self._measures = GridSizes(self._model, self._labels, self.font())
            self._fit_later()

    def sizeHint(self) -> QSize:
        return QSize(640, 480)

    def _dress(self) -> None:
        self.setAccessibleName(self._model.table.tab)
        self.setInputMethodHints(Qt.InputMethodHint.ImhPreferNumbers)
        self.setEditTriggers(
            QAbstractItemView.EditTrigger.AnyKeyPressed
            | QAbstractItemView.EditTrigger.EditKeyPressed
            | QAbstractItemView.EditTrigger.DoubleClicked
        )
        # Tab is worked by keyPressEvent; Qt would never let it leave the grid.
        self.setTabKeyNavigation(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ContiguousSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setCornerButtonEnabled(False)
        self.setWordWrap(True)
        self.verticalHeader().hide()
        self._measures = GridSizes(self._model, self._labels, self.font())

    def _keep_input_method(self) -> None:
        # Qt switches it off for the whole view while the current cell cannot be edited, and the
        # first letters typed into the next cell are then lost.
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, not self.isReadOnly())

    def _lay_out(self) -> None:
        """Dress the columns and span the cells that the grid has now."""
        grid = self._model.grid
        self.setItemDelegate(self._values)
        for column in range(grid.layout.label_columns):
            self.setItemDelegateForColumn(column, self._labels)
            self._captions.setSectionResizeMode(column, QHeaderView.ResizeMode.Fixed)
        self.setItemDelegateForColumn(grid.mark_column, self._marks)
        self._captions.setVisible(bool(grid.header))
        show_spans(self, grid)
        self._fit_columns()

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
        least = self._measures.least_widths()
        if self._has_chosen_widths:
            for column in self._model.grid.value_columns:
                least[column] = max(least[column], self.columnWidth(column))
        room = self.viewport().width()
        widths = self._measures.spread(least, room, self._has_chosen_widths)
        self._is_fitting = True
        for column, width in enumerate(widths):
            if self.columnWidth(column) != width:
                self.setColumnWidth(column, width)
        self._is_fitting = False
        self._captions.row_heights = self._captions.fitting_heights()

    def _widths(self) -> list[int]:
        return [self.columnWidth(column) for column in range(self._model.columnCount())]

    def _can_freeze(self) -> bool:
        """Whether labels leave enough room to stay in view."""
        width = sum(self._widths()[: self._model.grid.first_value_column])
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
            self._frozen = FrozenColumns(self._model, self._labels, self)
            self._frozen.setSelectionModel(self.selectionModel())
        widths = self._widths()
        heights = [self.rowHeight(row) for row in range(self._model.rowCount())]
        self._frozen.lay_out(widths, heights, self._captions.row_heights)
        view, top = self.viewport().geometry(), self._captions.geometry().top()
        width = sum(widths[: self._model.grid.first_value_column])
        area = QRect(view.left(), top, width, view.bottom() - top + 1)
        self._frozen.lay_over(area, self.verticalScrollBar().value())
        self._frozen.show()
        self._frozen.raise_()

    def _on_scrolled_down(self) -> None:
        self._show_frozen()
        grid = self._model.grid
        if grid.layout.label_columns > 1:
            # Their words stay in view.
            width = sum(self._widths()[: grid.first_value_column])
            self.viewport().update(0, 0, width, self.viewport().height())

    def _lead(self) -> None:
        # A page that was just opened has yet to find the heights of its rows.
        self._is_leading = True
        self._fit_later()

    def _keep_place(self) -> None:
        self._kept = KeptPlace.of(self, self._model)

    def _on_reset(self) -> None:
        self._lay_out()
        self._fit()
        if self._kept is not None:
            self._kept.restore(self, self._model)
            self._kept = None

    def _target(self, at: QModelIndex, move: Move) -> QModelIndex:
        """The cell that `move` leads to; `at` again when there is none."""
        return self._model.index(*target(self._model.grid, (at.row(), at.column()), move))

    def _first_editable(self) -> QModelIndex:
        first = first_cell(self._model.grid)
        return QModelIndex() if first is None else self._model.index(*first)

    def _is_at_number(self) -> bool:
        at = self.currentIndex()
        return at.isValid() and self._model.grid.takes_number(at.row(), at.column())

    def _on_moved(self, move: Move) -> None:
        if move in (Move.NEXT, Move.PREVIOUS) and self._is_at_end(move is Move.NEXT):
            self.focusNextPrevChild(move is Move.NEXT)
        else:
            self.move_current(move)

    def _on_range_pasted(self) -> None:
        self.select(self.currentIndex())
        self.paste()

    def _is_at_end(self, forward: bool) -> bool:
        at = self.currentIndex()
        return self._target(at, Move.NEXT if forward else Move.PREVIOUS) == at

    def _top_left(self) -> QModelIndex | None:
        indexes = self.selectedIndexes() or [self.currentIndex()]
        if not indexes[0].isValid():
            return None
        return self._model.index(
            min(index.row() for index in indexes), min(index.column() for index in indexes)
        )
