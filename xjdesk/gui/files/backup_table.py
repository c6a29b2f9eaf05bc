"""A list of backups."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from xjdesk.gui.empty_note import EmptyNote
from xjdesk.gui.files.moments import moment
from xjdesk.gui.files.questions import ListedBackup
from xjdesk.gui.plain_tip import plain_tip
from xjdesk.gui.row_list import make_row_list
from xjdesk.storage.backups.backup_folder import BackupReason

_HEADERS = ("时间", "来由", "内容", "与现在相比", "大小")
_TIME, _REASON, _TITLE, _DIFFERENCE, _SIZE = range(5)
_WIDTHS_EM = {_TIME: 11, _REASON: 7, _TITLE: 13, _SIZE: 5}
_REASONS = {
    BackupReason.SAVED: "保存",
    BackupReason.REPLACED: "被覆盖前",
    BackupReason.UNSAVED: "未保存的内容",
}
_KB = 1024


class BackupTable(QTableWidget):
    """A row for each backup; the first is selected, unless there is none, which `none` says.

    Signals:
        chosen: Another row is selected.
        opened: A row was double-clicked, or Enter pressed in it.
    """

    chosen = Signal()
    opened = Signal()

    def __init__(
        self,
        backups: Sequence[ListedBackup],
        none: str,
        parent: QWidget,
        *,
        has_differences: bool = False,
    ) -> None:
        super().__init__(len(backups), len(_HEADERS), parent)
        self._backups = tuple(backups)
        self._dress()
        self.setColumnHidden(_DIFFERENCE, not has_differences)
        widest = _DIFFERENCE if has_differences else _TITLE
        self.horizontalHeader().setSectionResizeMode(widest, QHeaderView.ResizeMode.Stretch)
        for row, listed in enumerate(self._backups):
            for column, text in enumerate(_texts(listed)):
                item = QTableWidgetItem(text)
                item.setToolTip(plain_tip(text))
                if column == _SIZE:
                    item.setTextAlignment(
                        Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
                    )
                self.setItem(row, column, item)
        self.none = EmptyNote(self)
        self.none.tell("" if self._backups else none)
        self.itemSelectionChanged.connect(self.chosen)
        self.activated.connect(self._on_activated)
        if self._backups:
            self.selectRow(0)

    def selected(self) -> ListedBackup | None:
        """The backup whose row is selected."""
        rows = self.selectionModel().selectedRows()
        return self._backups[rows[0].row()] if rows else None

    def _dress(self) -> None:
        self.setAccessibleName("备份")
        self.setHorizontalHeaderLabels(list(_HEADERS))
        make_row_list(self, _WIDTHS_EM)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)

    def _on_activated(self) -> None:
        self.opened.emit()


def _texts(listed: ListedBackup) -> tuple[str, ...]:
    backup = listed.backup
    return (
        moment(backup.taken),
        _REASONS[backup.reason],
        listed.title,
        listed.difference,
        _size(backup.size),
    )


def _size(size: int) -> str:
    if size < _KB * _KB:
        return f"{-(-size // _KB)} KB"
    return f"{size / (_KB * _KB):.1f} MB"
