"""How a page of the preview looks: paper, print, guides and mark."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QPainter

from xjdesk.gui.page_painter import PagePainter
from xjdesk.gui.preview.page_view_guides import Guides, paint_grid, paint_seal
from xjdesk.gui.preview.page_view_pictures import BAND_PX, PagePictures, page_size_px
from xjdesk.typesetting.grid import PAGE_WIDTH_MM
from xjdesk.typesetting.page_map import Spot
from xjdesk.typesetting.pages import Page, PageSet

_SHADOW = QColor(0, 0, 0, 60)
_SHADOW_PX = 2
_EDGE = QColor(150, 150, 150)
_MARK = QColor(0, 120, 215)
_MARK_PX = 1.5
_TICK_LEFT_MM, _TICK_PX = 5.0, 3.0
"""How far left of the 版心 the line of the mark is ticked, and how broadly."""


class PageCanvas:
    """Paints pages in the fonts of `painter`, with these guides and this mark over them."""

    def __init__(self, painter: PagePainter) -> None:
        self.painter = painter
        self.guides = Guides()
        self.mark: Spot | None = None
        self._pictures = PagePictures(painter)

    def paint(
        self, pages: PageSet, number: int, lies: QRectF, room_px: int, painter: QPainter
    ) -> None:
        """Paint a page where it lies in a view `room_px` high, as far as it is in view.

        UserError when a font cannot be opened.
        """
        page = pages.pages[number - 1]
        px_per_mm = lies.width() / PAGE_WIDTH_MM
        painter.fillRect(lies.translated(_SHADOW_PX, _SHADOW_PX), _SHADOW)
        self._paint_bands(page, lies.topLeft(), px_per_mm, room_px, painter)
        painter.setPen(_EDGE)
        painter.drawRect(lies)
        painter.save()
        painter.translate(lies.topLeft())
        if self.guides.grid:
            paint_grid(page, painter, px_per_mm)
        if self.guides.seal and pages.seal and pages.seal.page_number == number:
            paint_seal(pages.seal, painter, px_per_mm)
        if self.mark and self.mark.page_number == number:
            _paint_mark(self.mark, page, painter, px_per_mm)
        painter.restore()

    def _paint_bands(
        self, page: Page, corner: QPointF, px_per_mm: float, room_px: int, painter: QPainter
    ) -> None:
        """Paint what is printed pixel for pixel of the screen."""
        ratio = painter.device().devicePixelRatioF()
        scale = px_per_mm * ratio
        _, height = page_size_px(scale)
        # Where the view itself begins on the screen need not be a whole pixel either.
        device = painter.deviceTransform()
        begins = QPointF(device.dx(), device.dy())
        at = QPointF((corner * ratio + begins).toPoint()) - begins
        painter.scale(1 / ratio, 1 / ratio)
        try:
            for number in range(-(-height // BAND_PX)):
                top = at.y() + number * BAND_PX
                if top < room_px * ratio and min(top + BAND_PX, at.y() + height) > 0:
                    picture = self._pictures.band(page, number, scale)
                    painter.drawPixmap(QPointF(at.x(), top), picture)
        finally:
            painter.scale(ratio, ratio)


def _paint_mark(spot: Spot, page: Page, painter: QPainter, px_per_mm: float) -> None:
    """A caret at the spot, and a tick beside its line, for the eye that comes from the editor."""
    top, height = spot.top_mm * px_per_mm, spot.height_mm * px_per_mm
    painter.fillRect(QRectF(spot.x_mm * px_per_mm - _MARK_PX / 2, top, _MARK_PX, height), _MARK)
    left = page.left_mm - _TICK_LEFT_MM
    painter.fillRect(QRectF(left * px_per_mm, top, _TICK_PX, height), _MARK)
