"""A push button whose words run over several lines where the room is narrow."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import (
    QPushButton,
    QSizePolicy,
    QStyle,
    QStyleOptionButton,
    QWidget,
)

_BESIDE_PX, _ABOVE_PX = 12, 5
_NARROWEST_EM = 4
_ANY = 1 << 15
_WRAP = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignCenter


class WrappingButton(QPushButton):
    """As wide as its words where there is room, else as high as they need."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        # Without a text of its own Qt draws the button and leaves the words to paintEvent.
        super().__init__(parent)
        self._words = text
        # It must be free to grow beyond the one line of its hint.
        policy = QSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setAccessibleName(text)
        # By a click it must not take the focus, and thereby commit what is being edited elsewhere:
        # the button might be gone before it is let go.
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def sizeHint(self) -> QSize:
        width = self._room(_ANY).width() + 2 * _BESIDE_PX
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        em = self.fontMetrics().horizontalAdvance("国")
        return QSize(_NARROWEST_EM * em + 2 * _BESIDE_PX, self.heightForWidth(_ANY))

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._room(width - 2 * _BESIDE_PX).height() + 2 * _ABOVE_PX

    def paintEvent(self, event: QPaintEvent) -> None:
        option = QStyleOptionButton()
        self.initStyleOption(option)
        painter = QPainter(self)
        self.style().drawControl(QStyle.ControlElement.CE_PushButton, option, painter, self)
        painter.setPen(self.palette().color(QPalette.ColorRole.ButtonText))
        room = self.rect().adjusted(_BESIDE_PX, _ABOVE_PX, 1 - _BESIDE_PX, -_ABOVE_PX)
        painter.drawText(room, _WRAP, self._words)

    def _room(self, width: int) -> QRect:
        """What the words need at `width` px."""
        # Qt breaks a line that is as wide as its room but for a fraction.
        room = QRect(0, 0, max(width, 1) + 1, _ANY)
        return self.fontMetrics().boundingRect(room, _WRAP, self._words)
