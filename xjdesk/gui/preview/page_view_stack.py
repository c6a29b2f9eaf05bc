"""Pages one below the other, as the preview shows them."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF

from xjdesk.gui.preview.page_view_zoom import MARGIN_PX
from xjdesk.typesetting.grid import PAGE_HEIGHT_MM, PAGE_WIDTH_MM


@dataclass(frozen=True, slots=True)
class PagePoint:
    """A point of a page: mm from its top left corner, which may be negative or beyond it."""

    page_number: int
    x_mm: float
    y_mm: float


@dataclass(frozen=True, slots=True)
class PageStack:
    """`count` pages in the middle of a view `room_px` wide; lengths are the view's pixels.

    The origin is the top left corner of all there is to scroll over.
    """

    count: int
    px_per_mm: float
    room_px: int

    @property
    def width(self) -> int:
        """The width of pages and margins."""
        return round(PAGE_WIDTH_MM * self.px_per_mm) + 2 * MARGIN_PX

    @property
    def height(self) -> int:
        """The height of all pages and margins."""
        return round(self.count * self._pitch) + MARGIN_PX

    def page(self, number: int) -> QRectF:
        """Where a page lies."""
        width = PAGE_WIDTH_MM * self.px_per_mm
        left = max((self.room_px - width) / 2, float(MARGIN_PX))
        top = MARGIN_PX + (number - 1) * self._pitch
        return QRectF(left, top, width, PAGE_HEIGHT_MM * self.px_per_mm)

    def number_at(self, y: float) -> int:
        """The page at that height; between two the upper one, and never one that is not there."""
        return min(max(int((y - MARGIN_PX) // self._pitch) + 1, 1), max(self.count, 1))

    def between(self, top: float, bottom: float) -> range:
        """The numbers of the pages of which something lies between two heights."""
        if not self.count:
            return range(0)
        return range(self.number_at(top), self.number_at(bottom) + 1)

    def point_at(self, position: QPointF) -> PagePoint:
        """What lies there, on the page at that height."""
        number = self.number_at(position.y())
        corner = self.page(number).topLeft()
        x, y = position.x() - corner.x(), position.y() - corner.y()
        return PagePoint(number, x / self.px_per_mm, y / self.px_per_mm)

    def position_of(self, point: PagePoint) -> QPointF:
        """Where a point of a page lies."""
        corner = self.page(point.page_number).topLeft()
        return corner + QPointF(point.x_mm, point.y_mm) * self.px_per_mm

    @property
    def _pitch(self) -> float:
        return PAGE_HEIGHT_MM * self.px_per_mm + MARGIN_PX
