"""The menu of the files last used."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from xjdesk.gui.captions import caption
from xjdesk.gui.recent.recent_files import RecentFile, RecentFiles

_CLEAR = "清除列表(&C)"


class RecentMenu(QObject):
    """Fills the menu each time it is shown; files that are gone are marked as soon as known.

    Signals:
        chosen: The Path of the file that was picked.
    """

    chosen = Signal(object)

    def __init__(self, menu: QMenu, files: RecentFiles, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._menu = menu
        self._files = files
        menu.aboutToShow.connect(self._fill)
        menu.triggered.connect(self._on_triggered)
        files.changed.connect(self._mark)

    def _fill(self) -> None:
        self._menu.clear()
        for file in self._files.files():
            self._menu.addAction(_words(file)).setData(str(file.path))
        if self._menu.isEmpty():
            self._menu.addAction("（没有最近文件）").setEnabled(False)
            return
        self._menu.addSeparator()
        self._menu.addAction(_CLEAR)
        self._files.look()

    def _mark(self) -> None:
        known = {str(file.path): file for file in self._files.files()}
        for action in self._menu.actions():
            file = known.get(str(action.data()))
            if file is not None:
                action.setText(_words(file))

    def _on_triggered(self, action: QAction) -> None:
        if action.data():
            self.chosen.emit(Path(action.data()))
        else:
            self._files.clear()


def _words(file: RecentFile) -> str:
    return caption(str(file.path)) + ("（找不到）" if file.is_missing else "")
