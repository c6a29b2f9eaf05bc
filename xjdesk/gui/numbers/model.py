"""The numbers of the narrative as Qt sees them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QAbstractTableModel, QObject, Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QApplication

from xjdesk.checks.facts.number_overview import NumberEntry, NumberState
from xjdesk.gui.model_index import Index
from xjdesk.gui.plain_tip import plain_tip

_Role = Qt.ItemDataRole
_HEADERS = ("数", "前后文字", "核对", "统计表中的数，或不核对的原因")
WRITTEN_COLUMN, CONTEXT_COLUMN, STATE_COLUMN, NOTE_COLUMN = range(4)
_SIGNS = {
    NumberState.BOUND: "⇄ ",
    NumberState.AGREES: "✓ ",
    NumberState.LOOSE: "≈ ",
    NumberState.DIFFERS: "✗ ",
    NumberState.ALONE: "",
}


class NumbersModel(QAbstractTableModel):
    """One row for each number."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._entries: tuple[NumberEntry, ...] = ()

    def show(self, entries: Sequence[NumberEntry]) -> None:
        """Make the rows those of `entries`."""
        if tuple(entries) != self._entries:
            self.beginResetModel()
            self._entries = tuple(entries)
            self.endResetModel()

    def entry_at(self, row: int) -> NumberEntry:
        """The number shown in the row."""
        return self._entries[row]

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._entries)

    def columnCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(_HEADERS)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = _Role.DisplayRole
    ) -> object:
        if role == _Role.DisplayRole and orientation == Qt.Orientation.Horizontal:
            return _HEADERS[section]
        return None

    def data(self, index: Index, role: int = _Role.DisplayRole) -> object:
        if not index.isValid():
            return None
        entry = self._entries[index.row()]
        match role:
            case _Role.DisplayRole | _Role.AccessibleTextRole:
                return _text(entry, index.column())
            case _Role.ToolTipRole:
                return plain_tip(_text(entry, index.column()))
            case _Role.ForegroundRole if entry.state is NumberState.ALONE:
                return QApplication.palette().color(QPalette.ColorRole.PlaceholderText)
        return None


def _text(entry: NumberEntry, column: int) -> str:
    if column == WRITTEN_COLUMN:
        return entry.written
    if column == CONTEXT_COLUMN:
        return entry.context
    if column == STATE_COLUMN:
        return f"{_SIGNS[entry.state]}{entry.state.label}"
    return entry.note
