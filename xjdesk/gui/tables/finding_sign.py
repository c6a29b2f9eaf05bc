"""The sign of a finding in a cell, which is to be seen on a selected cell as well."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QPainter, QPalette, QPen, QPixmap

_SIZE_PX = 16
_CORNER = 0.2
_SCALES = (1.0, 1.25, 1.5, 2.0)
"""Of the screens that are in use; Qt takes the next picture for any other."""


def on_plate(sign: QIcon, palette: QPalette) -> QIcon:
    """The sign; where it is selected, on a plate of the ground that cells have otherwise.

    Qt would mix the sign with the colour of the selection, in which it is lost.
    """
    icon = QIcon()
    for scale in _SCALES:
        plain = sign.pixmap(QSize(_SIZE_PX, _SIZE_PX), scale)
        icon.addPixmap(plain, QIcon.Mode.Normal)
        icon.addPixmap(_plated(plain, scale, palette), QIcon.Mode.Selected)
    return icon


def _plated(sign: QPixmap, scale: float, palette: QPalette) -> QPixmap:
    plate = QPixmap(QSize(_SIZE_PX, _SIZE_PX) * scale)
    plate.setDevicePixelRatio(scale)
    plate.fill(Qt.GlobalColor.transparent)
    painter = QPainter(plate)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    painter.setBrush(palette.color(QPalette.ColorRole.Base))
    painter.setPen(QPen(palette.color(QPalette.ColorRole.Text), 1))
    edge = QRectF(0.5, 0.5, _SIZE_PX - 1, _SIZE_PX - 1)
    painter.drawRoundedRect(edge, _CORNER * _SIZE_PX, _CORNER * _SIZE_PX)
    inner = QRectF(1, 1, _SIZE_PX - 2, _SIZE_PX - 2)
    painter.drawPixmap(inner, sign, QRectF(sign.rect()))
    painter.end()
    return plate
