"""Lines over the pages of the preview that help to judge them; they are never printed."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from xjdesk.typesetting.grid import (
    CELL_MM,
    CHARACTERS_PER_LINE,
    LINE_MM,
    LINES_PER_PAGE,
    SIZE_3_PT,
    TEXT_HEIGHT_MM,
    TEXT_TOP_MM,
    TEXT_WIDTH_MM,
    mm,
)
from xjdesk.typesetting.pages import Page, SealPlace

_GRID_COLOUR = QColor(70, 140, 200, 90)
_FRAME_COLOUR = QColor(70, 140, 200, 190)
_SEAL_COLOUR = QColor(220, 40, 30)
_SEAL_DASHES = [5.0, 4.0]


@dataclass(frozen=True, slots=True)
class Guides:
    """Which of them are shown: the grid of the 版心, the place of the seal."""

    grid: bool = False
    seal: bool = True


def paint_grid(page: Page, painter: QPainter, px_per_mm: float) -> None:
    """The 版心 with its 22 lines of 28 characters, the page's corner at the painter's origin."""
    cell, line = CELL_MM * px_per_mm, LINE_MM * px_per_mm
    left, top = page.left_mm * px_per_mm, TEXT_TOP_MM * px_per_mm
    right, high = left + TEXT_WIDTH_MM * px_per_mm, mm(SIZE_3_PT) * px_per_mm
    lines: list[QLineF] = []
    for number in range(LINES_PER_PAGE):
        y = top + number * line
        lines += [QLineF(left, y, right, y), QLineF(left, y + high, right, y + high)]
        for cells in range(CHARACTERS_PER_LINE + 1):
            x = left + cells * cell
            lines.append(QLineF(x, y, x, y + high))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(_GRID_COLOUR, 0))
    painter.drawLines(lines)
    painter.setPen(QPen(_FRAME_COLOUR, 0))
    painter.drawRect(QRectF(left, top, right - left, TEXT_HEIGHT_MM * px_per_mm))


def paint_seal(seal: SealPlace, painter: QPainter, px_per_mm: float) -> None:
    """A dashed circle where the seal is to be pressed."""
    pen = QPen(_SEAL_COLOUR, 1.5)
    pen.setDashPattern(_SEAL_DASHES)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(pen)
    radius = seal.diameter_mm / 2 * px_per_mm
    painter.drawEllipse(QPointF(seal.x_mm, seal.y_mm) * px_per_mm, radius, radius)
