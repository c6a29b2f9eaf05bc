"""A small picture of how the centred lines of a title lie one below the other."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap

_SIDE_PX = 16
_BAR_SHARE = 0.55
"""How much of the room of a line its bar fills."""


def outline_icon(widths: Sequence[float], colour: QColor, device_pixel_ratio: float) -> QIcon:
    """Bars as wide in relation to each other as the lines are, on nothing."""
    picture = QPixmap(round(_SIDE_PX * device_pixel_ratio), round(_SIDE_PX * device_pixel_ratio))
    picture.setDevicePixelRatio(device_pixel_ratio)
    picture.fill(Qt.GlobalColor.transparent)
    if not widths:
        return QIcon(picture)
    painter = QPainter(picture)
    room = _SIDE_PX / max(len(widths), 3)
    top = (_SIDE_PX - room * len(widths)) / 2
    for number, width in enumerate(widths):
        length = _SIDE_PX * width / max(widths)
        y = top + room * (number + (1 - _BAR_SHARE) / 2)
        bar = QRectF((_SIDE_PX - length) / 2, y, length, room * _BAR_SHARE)
        painter.fillRect(bar, colour)
    painter.end()
    return QIcon(picture)
