"""The grid of a statistics table, worked from the keyboard as in Excel and WPS."""

from __future__ import annotations

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QGuiApplication,
    QInputMethodEvent,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QLineEdit, QMenu, QWidget

from xjdesk.core.address import CellAddress
from xjdesk.gui.findings.mark_menu import add_finding_entries
from xjdesk.gui.model_index import Index
from xjdesk.gui.range_clip import range_clip, range_in
from xjdesk.gui.tables.delegate import ValueDelegate
from xjdesk.gui.tables.filling import copy_above, fill_down, fill_with
from xjdesk.gui.tables.keys import GridKeys
from xjdesk.gui.tables.model import PastedCell, TableModel
from xjdesk.gui.tables.moves import At, Move, first_cell, target, target_within
from xjdesk.gui.tables.paste_plan import PastePlan, plan_filling, plan_paste
from xjdesk.gui.tables.printed_grid import PrintedGrid


class TableView(PrintedGrid):
    """Edits a TableModel.

    Signals:
        told: A sentence about what was just done, for the status bar.
        moved: Another cell is the current one.
        selected: Other cells than before are selected.
        fill_wanted: The computed totals are to be filled in.
        paste_planned: The PastePlan that is to be carried out once the user agrees to it.
        deed_wanted: The FindingDeed that the user asked for.
        note_wanted: The row of the current cell is to get a note, or another one.
    """

    told = Signal(object)
    moved = Signal()
    selected = Signal()
    fill_wanted = Signal()
    paste_planned = Signal(object)
    note_wanted = Signal()
    deed_wanted = Signal(object)

    def __init__(self, model: TableModel, parent: QWidget | None = None) -> None:
        super().__init__(model, parent)
        self.keys = GridKeys()
        model.told.connect(self.told)
        self._values = ValueDelegate(model, self.keys, self)
        self._values.moved.connect(self._on_moved)
        self._values.fill_wanted.connect(self._on_fill_wanted)
        self._values.range_pasted.connect(self._on_range_pasted)
        self.setItemDelegate(self._values)
        self.setAccessibleName(model.table.tab)
        self.setAccessibleDescription("直接键入数字，回车键转到下一格，方向键移动")
        self.setInputMethodHints(Qt.InputMethodHint.ImhPreferNumbers)
        self.setEditTriggers(
            QAbstractItemView.EditTrigger.AnyKeyPressed
            | QAbstractItemView.EditTrigger.EditKeyPressed
            | QAbstractItemView.EditTrigger.DoubleClicked
        )
        # Tab is worked by keyPressEvent; Qt would never let it leave the grid.
        self.setTabKeyNavigation(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ContiguousSelection)

    def move_current(self, move: Move) -> None:
        """Make the next cell that takes a number, in the direction of `move`, the current one.

        Where several cells are selected, Enter and Tab go round among them.
        """
        at = self.currentIndex()
        within = target_within(self._selected_places(), (at.row(), at.column()), move)
        if within is not None:
            to = self.table_model.index(*within)
            kept = QItemSelectionModel.SelectionFlag.NoUpdate
            self.selectionModel().setCurrentIndex(to, kept)
            self.scrollTo(to)
            return
        to = self._target(at, move) if at.isValid() else self._first_editable()
        if to.isValid():
            self.select(to)

    def extend(self, move: Move) -> None:
        """Let the selection reach to where `move` leads; what is opposite of it stays."""
        at = self.currentIndex()
        if not at.isValid():
            return
        to = self._target(at, move)
        chosen = self.selectedIndexes() or [at]
        rows, columns = ({i.row() for i in chosen}, {i.column() for i in chosen})
        fixed = self.table_model.index(
            max(rows) if at.row() == min(rows) else min(rows),
            max(columns) if at.column() == min(columns) else min(columns),
        )
        flags = QItemSelectionModel.SelectionFlag
        self.selectionModel().setCurrentIndex(to, flags.NoUpdate)
        self.selectionModel().select(QItemSelection(fixed, to), flags.ClearAndSelect)
        self.scrollTo(to)

    def fill_down(self) -> None:
        """Give every selected cell what stands in the topmost of its column."""
        self._fill(fill_down(self.table_model, self._selected_places()))

    def copy_above(self) -> None:
        """Give the current cell what stands above it."""
        at = self.currentIndex()
        self._fill(copy_above(self.table_model, (at.row(), at.column())))

    def commit_editor(self) -> None:
        """Hand over the text of an open editor and close it."""
        if self.state() == QAbstractItemView.State.EditingState:
            editor = self.indexWidget(self.currentIndex())
            if editor is not None:
                self.commitData(editor)
                self.closeEditor(editor, ValueDelegate.EndEditHint.NoHint)

    def selected_values(self) -> set[CellAddress]:
        """The values that are selected."""
        grid = self.table_model.grid
        found = (grid.address(index.row(), index.column()) for index in self.selectedIndexes())
        return {address for address in found if address is not None}

    def copy(self) -> None:
        """Put the selected range on the clipboard."""
        indexes = self.selectedIndexes()
        if not indexes:
            return
        rows = sorted({index.row() for index in indexes})
        columns = sorted({index.column() for index in indexes})
        texts = ([self.table_model.text(row, column) for column in columns] for row in rows)
        QGuiApplication.clipboard().setMimeData(range_clip(texts))

    def isReadOnly(self) -> bool:
        """Whether cells can only be looked at and copied, named as in the text controls of Qt."""
        return self.table_model.is_read_only

    def cut(self) -> None:
        """Copy the selected range and clear it."""
        if not self.isReadOnly():
            self.copy()
            self.clear_selected()

    def clear_selected(self) -> None:
        """Empty the selected cells, stray values in heading rows included."""
        self.table_model.fill(
            [PastedCell(index.row(), index.column(), "") for index in self.selectedIndexes()],
            "清除",
        )

    def paste(self) -> None:
        """Fill cells from the clipboard, as one step; what does not fit is left out and told.

        One single field fills the selection. Several that are not sure to land where they were
        meant to are asked about first.
        """
        rows = range_in(QGuiApplication.clipboard().mimeData())
        at = self._top_left()
        if not rows or at is None or self.isReadOnly():
            return
        if len(rows) == 1 and len(rows[0]) == 1:
            targets = [(i.row(), i.column()) for i in self.selectedIndexes() or [at]]
            begun = (place for place in targets if self.table_model.grid.begins(*place))
            meant = (PastedCell(row, column, rows[0][0]) for row, column in begun)
            plan = plan_filling(self.table_model, meant)
        else:
            plan = plan_paste(self.table_model, rows, (at.row(), at.column()))
            if plan.is_doubtful:
                self.paste_planned.emit(plan)
                return
        self.carry_out(plan)

    def carry_out(self, plan: PastePlan) -> None:
        """Fill in what was pasted, as one step."""
        self.table_model.fill(plan.fitting, "粘贴")
        self.told.emit(plan.sentence)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        move, extension = self.keys.move(event), self.keys.extension(event)
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        elif event.matches(QKeySequence.StandardKey.Cut):
            self.cut()
        elif event.matches(QKeySequence.StandardKey.Paste):
            self.paste()
        elif move is not None:
            self.move_current(move)
        elif extension is not None:
            self.extend(extension)
        elif event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.clear_selected()
        else:
            self._values.is_entering = event.key() != Qt.Key.Key_F2
            super().keyPressEvent(event)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        self._values.is_entering = True
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

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        may_edit = not self.isReadOnly()
        for text, do, may in (
            ("剪切(&T)", self.cut, may_edit),
            ("复制(&C)", self.copy, True),
            ("粘贴(&P)", self.paste, may_edit),
            ("清除(&D)", self.clear_selected, may_edit),
            ("向下填充(&W)", self.fill_down, may_edit),
            ("行备注(&M)…", self.note_wanted.emit, may_edit and self._is_at_number()),
            ("填入合计(&S)", self.fill_wanted.emit, may_edit and self.table_model.notes.has_totals),
        ):
            menu.addAction(text, do).setEnabled(may)
        by_keys = event.reason() is QContextMenuEvent.Reason.Keyboard
        at = self.currentIndex() if by_keys else self.indexAt(event.pos())
        if at.isValid():
            found = self.table_model.findings(at.row(), at.column())
            add_finding_entries(menu, found, self.deed_wanted.emit, can_change=may_edit)
        menu.popup(self._menu_place(event))

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self._values.is_entering = False
        super().mouseDoubleClickEvent(event)

    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        super().selectionChanged(selected, deselected)
        self.selected.emit()

    def _menu_place(self, event: QContextMenuEvent) -> QPoint:
        """Where on the screen the menu is to open: asked for by a key, below the current cell."""
        cell = self.visualRect(self.currentIndex())
        if event.reason() is QContextMenuEvent.Reason.Keyboard and cell.isValid():
            return self.viewport().mapToGlobal(cell.bottomLeft())
        return event.globalPos()

    def _keep_input_method(self) -> None:
        # Qt switches it off for the whole view while the current cell cannot be edited, and the
        # first letters typed into the next cell are then lost.
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, not self.isReadOnly())

    def _target(self, at: QModelIndex, move: Move) -> QModelIndex:
        """The cell that `move` leads to; `at` again when there is none."""
        place = (at.row(), at.column())
        return self.table_model.index(
            *target(self.table_model.grid, place, move, self.table_model.is_filled)
        )

    def _selected_places(self) -> list[At]:
        """The selected cells that take a number."""
        takes_number = self.table_model.grid.takes_number
        places = ((index.row(), index.column()) for index in self.selectedIndexes())
        return [place for place in places if takes_number(*place)]

    def _first_editable(self) -> QModelIndex:
        first = first_cell(self.table_model.grid)
        return QModelIndex() if first is None else self.table_model.index(*first)

    def _is_at_number(self) -> bool:
        at = self.currentIndex()
        return at.isValid() and self.table_model.grid.takes_number(at.row(), at.column())

    def _on_moved(self, move: Move) -> None:
        if move in (Move.NEXT, Move.PREVIOUS) and self._is_at_end(move is Move.NEXT):
            self.focusNextPrevChild(move is Move.NEXT)
        else:
            self.move_current(move)

    def _on_fill_wanted(self, text: str) -> None:
        at = self.currentIndex()
        cells = self._selected_places() or [(at.row(), at.column())]
        fill_with(self.table_model, cells, text)

    def _fill(self, told: str) -> None:
        if told:
            self.told.emit(told)

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
        return self.table_model.index(
            min(index.row() for index in indexes), min(index.column() for index in indexes)
        )
