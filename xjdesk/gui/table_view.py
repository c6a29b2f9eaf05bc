"""The grid of a statistics table, worked from the keyboard as in Excel and WPS."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QFontMetrics,
    QGuiApplication,
    QInputMethodEvent,
    QKeyEvent,
    QKeySequence,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QLineEdit, QTableView, QWidget

from xjdesk.gui.model_index import Index
from xjdesk.gui.paste_plan import plan_paste
from xjdesk.gui.range_clip import range_clip, range_in
from xjdesk.gui.table_delegate import LabelDelegate, MarkDelegate, Move, ValueDelegate, move_of
from xjdesk.gui.table_model import (
    FIRST_VALUE_COLUMN,
    LABEL_COLUMN,
    UNIT_COLUMN,
    PastedCell,
    TableModel,
)

_UNIT_WIDTH_EM, _VALUE_WIDTH_EM, _MARK_WIDTH_EM = 3, 6, 3
_ROW_PADDING_PX = 10
_CELL_MARGIN_PX = 8


class TableView(QTableView):
    """Shows a TableModel.

    Signals:
        told: A sentence about what was just done, for the status bar.
        moved: Another cell is the current one.
    """

    told = Signal(object)
    moved = Signal()

    def __init__(self, model: TableModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self._labels = LabelDelegate(model, self)
        self._values = ValueDelegate(model, self)
        self._marks = MarkDelegate(model, self)
        self._values.moved.connect(self._on_moved)
        self._values.range_pasted.connect(self._on_range_pasted)
        self._is_leading = False
        self._heights = QTimer(self)
        self._heights.setSingleShot(True)
        self._heights.timeout.connect(self._fit_heights)
        model.use_palette(self.palette())
        self.setModel(model)
        self.setItemDelegate(self._values)
        self.setItemDelegateForColumn(LABEL_COLUMN, self._labels)
        self.setItemDelegateForColumn(model.mark_column, self._marks)
        self.setAccessibleName(model.table.tab)
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
        self._lay_out_columns()

    def move_current(self, move: Move) -> None:
        """Make the next cell that takes a number, in the direction of `move`, the current one."""
        at = self.currentIndex()
        target = self._target(at, move) if at.isValid() else self._first_editable()
        if target.isValid():
            self.select(target)

    def select(self, index: QModelIndex) -> None:
        """Make a cell the current one, alone selected and in view."""
        self.selectionModel().setCurrentIndex(
            index, QItemSelectionModel.SelectionFlag.ClearAndSelect
        )
        self.scrollTo(index)

    def lead_to(self, index: QModelIndex) -> None:
        """Select a cell with what surrounds it in view, and take the focus."""
        self.setFocus()
        self.select(index)
        self._lead()

    def reveal(self, index: QModelIndex) -> None:
        """Have a cell selected and in view; where it is selected with others, they stay so."""
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

    def copy(self) -> None:
        """Put the selected range on the clipboard."""
        indexes = self.selectedIndexes()
        if not indexes:
            return
        rows = sorted({index.row() for index in indexes})
        columns = sorted({index.column() for index in indexes})
        texts = (
            [str(self._model.index(row, column).data() or "") for column in columns] for row in rows
        )
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
        """Fill cells from the clipboard, as one step; what does not fit is left out and told."""
        rows = range_in(QGuiApplication.clipboard().mimeData())
        at = self._top_left()
        if not rows or at is None or self.isReadOnly():
            return
        plan = plan_paste(self._model, self._meant_cells(rows, at))
        self._model.fill(plan.fitting, "粘贴")
        self.told.emit(plan.sentence)

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

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._heights.start(0)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._model.use_palette(self.palette())

    def sizeHint(self) -> QSize:
        return QSize(640, 480)

    def _keep_input_method(self) -> None:
        # Qt switches it off for the whole view while the current cell cannot be edited, and the
        # first letters typed into the next cell are then lost.
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, not self.isReadOnly())

    def _lay_out_columns(self) -> None:
        em = self.fontMetrics().height()
        # Made here: what Python knows the header by that Qt makes, once it is asked for a signal,
        # would outlive it.
        header = QHeaderView(Qt.Orientation.Horizontal, self)
        header.setSectionsClickable(True)
        self.setHorizontalHeader(header)
        header.setMinimumSectionSize(2 * em)
        header.setHighlightSections(False)
        header.setSectionResizeMode(LABEL_COLUMN, QHeaderView.ResizeMode.Stretch)
        self.setColumnWidth(UNIT_COLUMN, _UNIT_WIDTH_EM * em)
        for column in range(FIRST_VALUE_COLUMN, self._model.mark_column):
            self.setColumnWidth(column, _VALUE_WIDTH_EM * em)
        self.setColumnWidth(self._model.mark_column, _MARK_WIDTH_EM * em)
        header.sectionResized.connect(self._on_section_resized)

    def _on_section_resized(self, section: int, old: int, new: int) -> None:
        if section == LABEL_COLUMN and old != new:
            self._heights.start(0)

    def _fit_heights(self) -> None:
        """Make every row as high as its label needs; Qt's own way asks for all cells of all."""
        bold_font = self.font()
        bold_font.setBold(True)
        plain, bold = self.fontMetrics(), QFontMetrics(bold_font)
        width = self.columnWidth(LABEL_COLUMN) - _CELL_MARGIN_PX
        for row in range(self._model.rowCount()):
            margins = self._labels.margins(row)
            room = max(width - margins.left() - margins.right(), 1)
            metrics = plain if self._model.row_at(row).is_indicator else bold
            box = metrics.boundingRect(
                0, 0, room, 0, Qt.TextFlag.TextWordWrap, self._model.row_at(row).label
            )
            self.setRowHeight(row, box.height() + _ROW_PADDING_PX)
        # Nothing can be in view of a page that has not been laid out.
        if self._is_leading and not self.viewport().rect().isEmpty():
            self._is_leading = False
            # Qt would find only later how far it can be scrolled now.
            self.updateGeometries()
            self.scrollTo(self.currentIndex(), QAbstractItemView.ScrollHint.PositionAtCenter)

    def _lead(self) -> None:
        # A page that was just opened has yet to find the heights of its rows.
        self._is_leading = True
        self._heights.start(0)

    def _target(self, at: QModelIndex, move: Move) -> QModelIndex:
        """The cell that `move` leads to; `at` again when there is none."""
        step = 1 if move in (Move.DOWN, Move.NEXT) else -1
        editable = [
            (row, column)
            for row in range(self._model.rowCount())
            for column in range(FIRST_VALUE_COLUMN, self._model.mark_column)
            if self._model.takes_number(row, column)
        ]
        here = (at.row(), at.column())
        if move in (Move.DOWN, Move.UP):
            column = min(max(at.column(), FIRST_VALUE_COLUMN), self._model.mark_column - 1)
            editable = [cell for cell in editable if cell[1] == column]
            here = (at.row(), column)
        beyond = [cell for cell in editable if (cell > here if step > 0 else cell < here)]
        if not beyond:
            return at
        return self._model.index(*(beyond[0] if step > 0 else beyond[-1]))

    def _first_editable(self) -> QModelIndex:
        return self._target(self._model.index(0, LABEL_COLUMN), Move.NEXT)

    def _is_at_number(self) -> bool:
        at = self.currentIndex()
        return at.isValid() and self._model.takes_number(at.row(), at.column())

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

    def _meant_cells(self, rows: list[list[str]], at: QModelIndex) -> list[PastedCell]:
        """Where the fields of the clipboard would go; one single field fills the selection."""
        if len(rows) == 1 and len(rows[0]) == 1:
            targets = self.selectedIndexes() or [at]
            return [PastedCell(index.row(), index.column(), rows[0][0]) for index in targets]
        return [
            PastedCell(at.row() + down, at.column() + right, text)
            for down, row in enumerate(rows)
            for right, text in enumerate(row)
        ]
