"""The look of an area whose editors are only read."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QWidget

from xjdesk.gui.colours import at_rest

_CHANGES = (QEvent.Type.PaletteChange, QEvent.Type.ParentChange)


class GreyGround(QObject):
    """Takes from all editors in `area` the ground on which one writes, in whatever palette."""

    def __init__(self, area: QWidget) -> None:
        super().__init__(area)
        self._area = area
        self._lay()
        area.installEventFilter(self)

    def eventFilter(self, area: QObject, event: QEvent) -> bool:
        if event.type() in _CHANGES:
            self._lay()
        return False

    def _lay(self) -> None:
        around = self._area.parentWidget()
        self._area.setPalette(at_rest(around.palette() if around else QApplication.palette()))
