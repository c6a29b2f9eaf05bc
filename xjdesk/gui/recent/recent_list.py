"""The list of the files last used."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QPoint, Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QIcon, QKeyEvent
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QMenu, QStyle, QWidget

from xjdesk.gui.plain_tip import plain_tip
from xjdesk.gui.recent.recent_files import RecentFile, RecentFiles

_PATH = Qt.ItemDataRole.UserRole


class RecentList(QListWidget):
    """Name and folder of each file; one that is gone is marked by a sign and in words.

    Signals:
        chosen: The Path of the file that was clicked, or on which Enter was pressed.
    """

    chosen = Signal(object)

    def __init__(self, files: RecentFiles, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._files = files
        self.setAccessibleName("最近文件")
        self.setAccessibleDescription("回车打开，Delete 从列表中移除")
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(self._show_menu)
        self.itemClicked.connect(self._on_item)
        files.changed.connect(self._show)
        self._show()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        item = self.currentItem()
        if item is not None and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._on_item(item)
        elif item is not None and event.key() == Qt.Key.Key_Delete:
            self._files.remove(_path(item))
        else:
            super().keyPressEvent(event)

    def _show(self) -> None:
        row = max(self.currentRow(), 0)
        self.clear()
        for file in self._files.files():
            item = QListWidgetItem(_words(file), self)
            item.setData(_PATH, str(file.path))
            item.setToolTip(plain_tip(str(file.path)))
            item.setIcon(self._sign(file))
        self.setCurrentRow(min(row, self.count() - 1))

    def _sign(self, file: RecentFile) -> QIcon:
        signs = QStyle.StandardPixmap
        sign = signs.SP_MessageBoxWarning if file.is_missing else signs.SP_FileIcon
        return self.style().standardIcon(sign)

    def _on_item(self, item: QListWidgetItem) -> None:
        self.chosen.emit(_path(item))

    def _show_menu(self, at: QPoint) -> None:
        item = self.itemAt(at)
        if item is None:
            return
        path = _path(item)
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction("打开(&O)", lambda: self.chosen.emit(path))
        folder = QUrl.fromLocalFile(str(path.parent))
        menu.addAction("打开所在文件夹(&F)", lambda: QDesktopServices.openUrl(folder))
        menu.addAction("从列表中移除(&R)", lambda: self._files.remove(path))
        menu.popup(self.viewport().mapToGlobal(at))


def _path(item: QListWidgetItem) -> Path:
    return Path(item.data(_PATH))


def _words(file: RecentFile) -> str:
    if file.is_missing:
        state = "　找不到"
    elif file.changed is not None:
        state = f"　{file.changed:%Y-%m-%d %H:%M} 修改"
    else:
        state = ""
    return f"{file.path.name}{state}\n{file.path.parent}"
