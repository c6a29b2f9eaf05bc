"""The menu of the files last used."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from xjdesk.gui.captions import caption
from xjdesk.gui.settings import Settings


class RecentMenu(QObject):
    """Fills the menu each time it is shown.

    Signals:
        chosen: The Path of the file that was picked.
    """

    chosen = Signal(object)

    def __init__(self, menu: QMenu, settings: Settings, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._menu = menu
        self._settings = settings
        menu.aboutToShow.connect(self._fill)
        menu.triggered.connect(self._on_triggered)

    def _fill(self) -> None:
        self._menu.clear()
        for path in self._settings.recent_files():
            self._menu.addAction(caption(str(path))).setData(str(path))
        if self._menu.isEmpty():
            self._menu.addAction("（没有最近文件）").setEnabled(False)

    def _on_triggered(self, action: QAction) -> None:
        self.chosen.emit(Path(action.data()))
