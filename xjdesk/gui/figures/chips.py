"""The chips that figures are shown as: a tinted ground behind the number, and a line below it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import cast

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QPainter, QPalette, QTextLayout, QTextLine

from xjdesk.gui.colours import tinted
from xjdesk.gui.figures.anchors import ShownFigure

_HUE = QColor(0x2F, 0x7D, 0xD1)
_TINT_STRENGTH = 0.2
_LINE_STRENGTH = 0.75
_RADIUS_PX = 3.0
_MARGIN_PX = 1.0
_LINE_PX = 1.0
_ROOM_BELOW_PX = 2.0
"""Between the words and the line, for the underlines of findings."""


def paint_chips(
    painter: QPainter, figures: Iterable[ShownFigure], palette: QPalette, seen: QRectF
) -> None:
    """Paint the chips of `figures` that show in `seen`, in the coordinates of their document."""
    ground = tinted(palette, _HUE, _TINT_STRENGTH)
    line = tinted(palette, _HUE, _LINE_STRENGTH)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ground)
    for shown in figures:
        # Lines are looked at only in paragraphs that are in view.
        for area in chip_areas(shown) if _paragraph_area(shown).intersects(seen) else ():
            if area.intersects(seen):
                painter.drawRoundedRect(area, _RADIUS_PX, _RADIUS_PX)
                # On a whole pixel: smeared over two it would hardly be seen.
                below = QPointF(area.left() + _RADIUS_PX, round(area.bottom()) - _LINE_PX)
                size = QSizeF(area.width() - 2 * _RADIUS_PX, _LINE_PX)
                painter.fillRect(QRectF(below, size), line)


def chip_areas(shown: ShownFigure) -> Iterator[QRectF]:
    """Where a chip is in its document: one area for each line that it reaches into."""
    layout = shown.block.layout()
    start, end = _laid_out(layout, *shown.span)
    begins, ends = (layout.lineForTextPosition(at) for at in (start, end))
    if not (begins.isValid() and ends.isValid()):
        return
    for number in range(begins.lineNumber(), ends.lineNumber() + 1):
        line = layout.lineAt(number)
        first = max(start, line.textStart())
        last = min(end, line.textStart() + line.textLength())
        if first < last:
            left, right = _x_at(line, first), _x_at(line, last)
            size = QSizeF(right - left, line.ascent() + line.descent())
            area = QRectF(QPointF(left, line.y()), size).translated(layout.position())
            yield area.adjusted(-_MARGIN_PX, 0, _MARGIN_PX, _ROOM_BELOW_PX)


def _paragraph_area(shown: ShownFigure) -> QRectF:
    layout = shown.block.layout()
    return layout.boundingRect().translated(layout.position())


def _laid_out(layout: QTextLayout, start: int, end: int) -> tuple[int, int]:
    """Where the characters are while words are being composed, which only the layout holds."""
    composed, at = len(layout.preeditAreaText()), layout.preeditAreaPosition()
    return start + (composed if at <= start else 0), end + (composed if at < end else 0)


def _x_at(line: QTextLine, position: int) -> float:
    # The type stubs know of the number only, not of the position that comes back with it.
    found = cast("float | tuple[float, int]", line.cursorToX(position))
    return found[0] if isinstance(found, tuple) else found
