"""The strip above the tabs that says why the document can only be read."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy, QWidget

from xjdesk.gui.colours import standing_out, tinted
from xjdesk.gui.wrapped_label import WrappedLabel

_HUE = QColor(0xE0, 0x9A, 0x00)
_TINT_STRENGTH = 0.22
_LINE_PX = 1
_ICON_PX = 16
_SIDE_PX, _ABOVE_PX, _GAP_PX = 10, 5, 8


class ReadOnlyBanner(QFrame):
    """Shows a lock and `reason`, which wraps and can be copied; it stays as long as the document.

    A screen reader says the reason as the name of the strip.
    """

    def __init__(self, reason: str, icon: QIcon, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("read-only-banner")
        self.setAccessibleName(reason)
        sign = QLabel(self)
        sign.setPixmap(icon.pixmap(QSize(_ICON_PX, _ICON_PX), self.devicePixelRatioF()))
        self._words = WrappedLabel(self, reason)
        self._words.setObjectName("read-only-reason")
        self._line = QHBoxLayout(self)
        self._line.setContentsMargins(_SIDE_PX, _ABOVE_PX, _SIDE_PX, _ABOVE_PX)
        self._line.setSpacing(_GAP_PX)
        self._line.addWidget(sign, 0, Qt.AlignmentFlag.AlignTop)
        self._line.addWidget(self._words, 1)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    @property
    def reason(self) -> str:
        """What it says."""
        return self._words.text()

    def hasHeightForWidth(self) -> bool:
        # Asked for it, Qt would keep the window as high as the words need at the least width.
        return False

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), self._height())

    def minimumSizeHint(self) -> QSize:
        return QSize(super().minimumSizeHint().width(), self._height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.updateGeometry()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        palette, ground = self.palette(), self.rect()
        painter.fillRect(ground, tinted(palette, _HUE, _TINT_STRENGTH))
        ground.setTop(ground.bottom() + 1 - _LINE_PX)
        painter.fillRect(ground, standing_out(palette, _HUE))
        painter.end()

    def _height(self) -> int:
        """What the words need at the width there is."""
        return self._line.heightForWidth(self.width())
