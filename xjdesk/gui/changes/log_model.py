"""The change log as Qt sees it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, Qt

from xjdesk.gui.changes.log_clip import HEADERS
from xjdesk.gui.changes.log_rows import LogRow
from xjdesk.gui.model_index import Index
from xjdesk.gui.plain_tip import plain_tip

_Role = Qt.ItemDataRole
TIME_COLUMN, WHO_COLUMN, PLACE_COLUMN, OLD_COLUMN, NEW_COLUMN = range(len(HEADERS))


class LogModel(QAbstractTableModel):
    """One row for each entry, newest first."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[LogRow, ...] = ()

    def show(self, rows: Sequence[LogRow]) -> None:
        """Make the rows these. Those at the end that are the same stay, with their selection."""
        rows = tuple(rows)
        same = _same_at_end(self._rows, rows)
        if same == len(self._rows) == len(rows):
            return
        if not same:
            self.beginResetModel()
            self._rows = rows
            self.endResetModel()
            return
        gone, come = len(self._rows) - same, len(rows) - same
        if gone:
            self.beginRemoveRows(QModelIndex(), 0, gone - 1)
            self._rows = self._rows[gone:]
            self.endRemoveRows()
        if come:
            self.beginInsertRows(QModelIndex(), 0, come - 1)
            self._rows = rows
            self.endInsertRows()

    def row_at(self, row: int) -> LogRow:
        """What the row shows."""
        return self._rows[row]

    def row_of(self, number: int) -> int | None:
        """The row of the entry with that number, if it is shown."""
        return next((row for row, shown in enumerate(self._rows) if shown.number == number), None)

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(HEADERS)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = _Role.DisplayRole
    ) -> object:
        if role == _Role.DisplayRole and orientation == Qt.Orientation.Horizontal:
            return HEADERS[section]
        return None

    def data(self, index: Index, role: int = _Role.DisplayRole) -> object:
        if not index.isValid():
            return None
        row, column = self._rows[index.row()], index.column()
        match role:
            case _Role.DisplayRole | _Role.AccessibleTextRole:
                return row.shown[column]
            case _Role.ToolTipRole if column <= PLACE_COLUMN:
                # The contents stand below the list, whole.
                return plain_tip(row.shown[column])
        return None


def _same_at_end(old: Sequence[LogRow], new: Sequence[LogRow]) -> int:
    same, most = 0, min(len(old), len(new))
    while same < most and old[-1 - same] is new[-1 - same]:
        same += 1
    return same
