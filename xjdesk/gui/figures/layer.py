"""The figures of a text control as the user sees and points at them."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF
from PySide6.QtGui import QPainter, QTextCursor
from PySide6.QtWidgets import QTextEdit

from xjdesk.gui.figures.anchors import FigureAnchors, ShownFigure
from xjdesk.gui.figures.chips import chip_areas, paint_chips


class FigureLayer:
    """Chips in `editor` for the figures that `anchors` hold."""

    def __init__(self, editor: QTextEdit, anchors: FigureAnchors) -> None:
        self._editor = editor
        self._anchors = anchors

    def paint(self, area: QRectF) -> None:
        """Paint the chips in `area` of the viewport; the text is to be painted over them."""
        painter = QPainter(self._editor.viewport())
        origin = self._origin()
        painter.translate(-origin)
        figures = self._anchors.shown()
        paint_chips(painter, figures, self._editor.palette(), area.translated(origin))
        painter.end()

    def at(self, point: QPoint) -> ShownFigure | None:
        """The figure whose chip is at `point` of the viewport."""
        spot = QPointF(point) + self._origin()
        for shown in self._anchors.shown():
            if any(area.contains(spot) for area in chip_areas(shown)):
                return shown
        return None

    def area(self, shown: ShownFigure) -> QRect:
        """What the chip of a figure covers of the viewport."""
        covered = QRectF()
        for area in chip_areas(shown):
            covered = covered.united(area)
        return covered.translated(-self._origin()).toAlignedRect()

    def select(self, shown: ShownFigure) -> None:
        """Select a figure as a whole."""
        start, end = (shown.block.position() + at for at in shown.span)
        cursor = QTextCursor(shown.block)
        cursor.setPosition(start)
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        self._editor.setTextCursor(cursor)

    def _origin(self) -> QPointF:
        """What of the document is in the corner of the viewport."""
        across, down = self._editor.horizontalScrollBar(), self._editor.verticalScrollBar()
        return QPointF(across.value(), down.value())
