"""A ground for editors that is easy on the eyes: 护眼底色."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication, QWidget

from xjdesk.gui.colours import tinted

_GREEN = QColor(0x4C, 0xA0, 0x50)
_STRENGTH, _ALTERNATE_STRENGTH = 0.17, 0.24
_CHANGES = (QEvent.Type.PaletteChange, QEvent.Type.ParentChange)


class CalmGround(QObject):
    """Gives all editors in `area` a ground with some green in it, in whatever palette."""

    def __init__(self, area: QWidget) -> None:
        super().__init__(area)
        self._area = area
        self._is_laid = self._is_laying = False
        area.installEventFilter(self)

    def lay(self, laid: bool) -> None:
        """Lay the ground, or take it away again."""
        self._is_laid = laid
        self._lay()

    def eventFilter(self, area: QObject, event: QEvent) -> bool:
        if self._is_laid and not self._is_laying and event.type() in _CHANGES:
            self._lay()
        return False

    def _lay(self) -> None:
        around = self._area.parentWidget()
        palette = around.palette() if around else QApplication.palette()
        self._is_laying = True
        self._area.setPalette(calmed(palette) if self._is_laid else QPalette())
        self._is_laying = False


def calmed(palette: QPalette) -> QPalette:
    """The grounds of editors in `palette` with some green; other colours are left unset."""
    calm = QPalette()
    calm.setColor(QPalette.ColorRole.Base, tinted(palette, _GREEN, _STRENGTH))
    calm.setColor(QPalette.ColorRole.AlternateBase, tinted(palette, _GREEN, _ALTERNATE_STRENGTH))
    return calm
