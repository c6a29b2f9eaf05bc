"""The meter in the status bar: how much is filled in of what has to be."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QSizePolicy, QWidget

from xjdesk.gui.plain_tip import plain_tip

if TYPE_CHECKING:
    from xjdesk.checks.completeness import Completeness

_BAR_WIDTH_PX, _BAR_HEIGHT_PX = 64, 8


class FillingMeter(QWidget):
    """A few words and a small bar.

    Signals:
        clicked: The user wants to be led to the next blank.
    """

    clicked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("filling")
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._words = QLabel(self)
        self._bar = QProgressBar(self)
        self._bar.setTextVisible(False)
        self._bar.setFixedSize(_BAR_WIDTH_PX, _BAR_HEIGHT_PX)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(8, 0, 8, 0)
        layout.setSpacing(6)
        layout.addWidget(self._words)
        layout.addWidget(self._bar)

    def show_state(self, whole: Completeness, tabs: dict[str, Completeness]) -> None:
        """Show how far the report is filled in, and in the tooltip each of its tabs."""
        self._words.setText(f"已填 {whole.filled}/{whole.asked}")
        # A bar of no steps would run to and fro.
        self._bar.setMaximum(max(whole.asked, 1))
        self._bar.setValue(whole.filled if whole.asked else 1)
        self.setAccessibleName(f"应填 {whole.asked} 处，已填 {whole.filled} 处")
        lines = [f"{title}：{part.filled}/{part.asked}" for title, part in tabs.items()]
        told = ("应填各处已填写的：", *lines, "单击跳到下一处未填（Ctrl+F8）")
        self.setToolTip(plain_tip("\n".join(told)))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        is_inside = self.rect().contains(event.position().toPoint())
        if is_inside and event.button() is Qt.MouseButton.LeftButton:
            self.clicked.emit()
        else:
            super().mouseReleaseEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        # Accepted, or the release would go to the status bar.
        event.accept()
