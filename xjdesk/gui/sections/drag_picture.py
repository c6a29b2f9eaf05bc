"""What is seen at the pointer while a section is dragged."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPalette, QPixmap
from PySide6.QtWidgets import QWidget

HOT_SPOT = QPoint(-14, -10)
"""Beside the pointer, so that the line that shows where the section goes is not covered."""

_WIDEST_PX = 180
_MARGIN_PX = 5
_OPACITY = 0.85


def drag_picture(title: str, widget: QWidget) -> QPixmap:
    """The title of a section on a small plate, in font and colours of `widget`."""
    metrics = widget.fontMetrics()
    shown = metrics.elidedText(title, Qt.TextElideMode.ElideRight, _WIDEST_PX)
    width = metrics.horizontalAdvance(shown) + 2 * _MARGIN_PX
    plate = QRect(QPoint(0, 0), QSize(width, metrics.height() + 2 * _MARGIN_PX))
    scale = widget.devicePixelRatioF()
    picture = QPixmap(plate.size() * scale)
    picture.setDevicePixelRatio(scale)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setOpacity(_OPACITY)
    painter.setFont(widget.font())
    painter.setBrush(widget.palette().color(QPalette.ColorRole.ToolTipBase))
    painter.setPen(widget.palette().color(QPalette.ColorRole.ToolTipText))
    painter.drawRect(plate.adjusted(0, 0, -1, -1))
    painter.drawText(plate, Qt.AlignmentFlag.AlignCenter, shown)
    painter.end()
    return picture
