"""The program's icons in colours for dark grounds."""

from __future__ import annotations

import re

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize
from PySide6.QtGui import QColor, QIcon, QImageReader, QPalette, QPixmap

from xjdesk.gui.colours import tinted

_COLOUR = re.compile(r'\b(fill|stroke)="(#[0-9a-fA-F]{6})"')
_PALE_ABOVE, _DIM_BELOW = 200, 110
"""Lightness of what is ground within an icon, and of lines that would not be seen."""
_GREY_BELOW = 80
"""HSL saturation of lines that have no colour to speak of."""
_PALE_STRENGTH, _LIGHTER_PERCENT = 0.16, 160
_SIDES_PX = (16, 20, 24, 30, 32, 36, 40, 48, 60, 64, 80)
"""Those of the usual sizes on screens of the usual scales."""


def recoloured(drawing: str, palette: QPalette) -> str:
    """An SVG drawing with light lines on dark grounds instead of the other way round."""

    def recolour(found: re.Match[str]) -> str:
        part, colour = found[1], QColor(found[2])
        changed = _ground(colour, palette) if part == "fill" else _line(colour, palette)
        return f'{part}="{changed.name()}"'

    return _COLOUR.sub(recolour, drawing)


def rendered(drawing: str) -> QIcon:
    """An icon of an SVG drawing that no file holds."""
    icon = QIcon()
    for side in _SIDES_PX:
        buffer = QBuffer()
        buffer.setData(QByteArray(drawing.encode()))
        buffer.open(QIODevice.OpenModeFlag.ReadOnly)
        reader = QImageReader(buffer, QByteArray(b"svg"))
        reader.setScaledSize(QSize(side, side))
        icon.addPixmap(QPixmap.fromImage(reader.read()))
    return icon


def _ground(colour: QColor, palette: QPalette) -> QColor:
    is_pale = colour.lightness() > _PALE_ABOVE
    return tinted(palette, colour, _PALE_STRENGTH) if is_pale else colour


def _line(colour: QColor, palette: QPalette) -> QColor:
    if colour.lightness() >= _DIM_BELOW:
        return colour
    if colour.hslSaturation() < _GREY_BELOW:
        return palette.color(QPalette.ColorRole.ButtonText)
    return colour.lighter(_LIGHTER_PERCENT)
