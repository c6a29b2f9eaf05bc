"""Choosing a backup: to look into, or to go back to."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QDialog,
    QDialogButtonBox,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from xjdesk.gui.captions import caption
from xjdesk.gui.files.backup_table import BackupTable
from xjdesk.gui.files.questions import BackupChoice, BackupDeed, BackupList
from xjdesk.gui.wrapped_label import WrappedLabel

_WIDTH_EM, _HEIGHT_EM = 72, 32
_NONE_OF_MINE = "这个文件还没有备份；每次保存都会自动留一份。"
_NONE_OF_OTHERS = "没有其他文件的备份。"
_NONE = "还没有备份；每次保存都会自动留一份。"
_WHAT_THEN = (
    "打开看看：另开一份副本，原文件不动。\n"
    "恢复到这一份：改回备份时的样子，可以按 Ctrl+Z 撤销；保存之前，原来的文件不变。"
)


class BackupsDialog(QDialog):
    """The backups of the open document, and of the others; without a document, just all."""

    def __init__(self, backups: BackupList, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._deed = BackupDeed.OPEN
        self.setWindowTitle("备份与恢复")
        self.tables = self._tables(backups)
        self.tabs = QTabWidget(self)
        self.tabs.setDocumentMode(True)
        self.tabs.setElideMode(Qt.TextElideMode.ElideMiddle)
        for title, table in self.tables.items():
            self.tabs.addTab(table, title)
        self.tabs.tabBar().setVisible(len(self.tables) > 1)
        self._lay_out()
        self.tabs.currentChanged.connect(self._on_chosen)
        for table in self.tables.values():
            table.chosen.connect(self._on_chosen)
            table.opened.connect(self.look.click)
        self._on_chosen()
        em = self.fontMetrics().horizontalAdvance("国")
        room = self.screen().availableSize()
        self.resize(QSize(_WIDTH_EM * em, _HEIGHT_EM * em).boundedTo(room))
        self.tabs.currentWidget().setFocus()

    def choice(self) -> BackupChoice | None:
        """The backup that is selected, and what for; None while none is that can be opened."""
        table = self.tabs.currentWidget()
        listed = table.selected() if isinstance(table, BackupTable) else None
        if listed is None or not listed.is_usable:
            return None
        return BackupChoice(listed.backup, self._deed)

    def _tables(self, backups: BackupList) -> dict[str, BackupTable]:
        if not backups.name:
            return {"所有文件": BackupTable(backups.others, _NONE, self)}
        mine = BackupTable(backups.mine, _NONE_OF_MINE, self, has_differences=True)
        others = BackupTable(backups.others, _NONE_OF_OTHERS, self)
        # The letter behind an ampersand would be the key of the tab.
        return {f"本文件（{caption(backups.name)}）": mine, "其他文件": others}

    def _lay_out(self) -> None:
        buttons = QDialogButtonBox(self)
        role = QDialogButtonBox.ButtonRole
        self.look = buttons.addButton("打开看看(&O)", role.AcceptRole)
        self.restore = buttons.addButton("恢复到这一份(&R)", role.AcceptRole)
        buttons.addButton("关闭", role.RejectRole)
        self.look.setDefault(True)
        buttons.clicked.connect(self._on_clicked)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setSpacing(12)
        layout.addWidget(self.tabs, 1)
        layout.addWidget(WrappedLabel(self, _WHAT_THEN))
        layout.addWidget(buttons)

    def _on_chosen(self) -> None:
        for button in (self.look, self.restore):
            button.setEnabled(self.choice() is not None)

    def _on_clicked(self, button: QAbstractButton) -> None:
        deeds: dict[QAbstractButton, BackupDeed] = {
            self.look: BackupDeed.OPEN,
            self.restore: BackupDeed.RESTORE,
        }
        if button in deeds:
            self._deed = deeds[button]
            self.accept()
