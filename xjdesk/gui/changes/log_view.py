"""The table of the window 修改记录."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from xjdesk.gui.changes.log_model import (
    NEW_COLUMN,
    OLD_COLUMN,
    PLACE_COLUMN,
    TIME_COLUMN,
    WHO_COLUMN,
    LogModel,
)
from xjdesk.gui.changes.log_rows import LogRow
from xjdesk.gui.empty_note import EmptyNote
from xjdesk.gui.model_index import Index
from xjdesk.gui.row_list import make_row_list

_WIDTHS_EM = {TIME_COLUMN: 11, WHO_COLUMN: 6, PLACE_COLUMN: 19}


class LogView(QTableView):
    """Shows entries of the change log; several can be selected, and copied by `copy_action`.

    Signals:
        moved: The cursor stands in another entry, or in none.
    """

    moved = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.entries = LogModel(self)
        self.setModel(self.entries)
        self.none = EmptyNote(self)
        self.copy_action = QAction("复制(&C)", self)
        self.copy_action.setShortcut(QKeySequence.StandardKey.Copy)
        self.copy_action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        self.addAction(self.copy_action)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        self._dress()

    def current(self) -> LogRow | None:
        """The entry in whose row the cursor stands."""
        index = self.currentIndex()
        return self.entries.row_at(index.row()) if index.isValid() else None

    def chosen(self) -> tuple[LogRow, ...]:
        """The selected entries in the order of the list; all when none is selected."""
        rows = sorted(index.row() for index in self.selectionModel().selectedRows())
        return tuple(self.entries.row_at(row) for row in rows or range(self.entries.rowCount()))

    def show_rows(self, rows: tuple[LogRow, ...], none: str) -> None:
        """List these, with the cursor where it was; `none` tells why there are none."""
        before = self.current()
        self.entries.show(rows)
        self.none.tell("" if rows else none)
        if before is not None and not self.currentIndex().isValid():
            row = self.entries.row_of(before.number)
            if row is not None:
                self.selectRow(row)

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        self.moved.emit()

    def _dress(self) -> None:
        self.setAccessibleName("修改记录")
        make_row_list(self, _WIDTHS_EM)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        for column in (OLD_COLUMN, NEW_COLUMN):
            self.horizontalHeader().setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)
