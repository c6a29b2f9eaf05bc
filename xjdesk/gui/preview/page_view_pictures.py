"""Pictures of pages, in the pixels of the screen."""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import dataclass, replace

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPixmap

from xjdesk.gui.page_painter import PagePainter
from xjdesk.typesetting.grid import PAGE_HEIGHT_MM, PAGE_WIDTH_MM, mm
from xjdesk.typesetting.pages import GlyphRun, Page, Rule

BAND_PX = 256
"""Pages are painted in bands of this height, as far as they are seen."""
_MOST_BYTES = 64 << 20
_BYTES_PER_PX = 4
_ABOVE_EM, _BELOW_EM = 1.3, 0.6
"""More than any glyph reaches above and below its baseline."""


@dataclass(frozen=True, slots=True)
class _Band:
    content: Page
    picture: QPixmap


class PagePictures:
    """Paints bands of pages and keeps those last seen.

    A band is painted again only when something on it has changed.
    """

    def __init__(self, painter: PagePainter) -> None:
        self.painter = painter
        self._px_per_mm = 0.0
        self._bands: OrderedDict[tuple[int, int], _Band] = OrderedDict()

    def band(self, page: Page, number: int, px_per_mm: float) -> QPixmap:
        """Band `number`, from 0, of a page of which 1 mm is as many pixels of the screen.

        It is as wide as the page; the last one may be lower than the others. UserError when a
        font cannot be opened.
        """
        if px_per_mm != self._px_per_mm:
            self._bands.clear()
            self._px_per_mm = px_per_mm
        key = (page.number, number)
        content = _content(page, number * BAND_PX / px_per_mm, (number + 1) * BAND_PX / px_per_mm)
        kept = self._bands.get(key)
        if kept is None or kept.content != content:
            kept = _Band(content, self._painted(content, number))
            self._bands[key] = kept
        self._bands.move_to_end(key)
        self._forget_oldest()
        return kept.picture

    def _painted(self, content: Page, number: int) -> QPixmap:
        width, height = page_size_px(self._px_per_mm)
        top = number * BAND_PX
        picture = QPixmap(width, min(BAND_PX, height - top))
        picture.fill(Qt.GlobalColor.white)
        painter = QPainter(picture)
        try:
            painter.translate(0, -top)
            self.painter.paint(content, painter, self._px_per_mm)
        finally:
            painter.end()
        return picture

    def _forget_oldest(self) -> None:
        width, _ = page_size_px(self._px_per_mm)
        most = max(_MOST_BYTES // (width * BAND_PX * _BYTES_PER_PX), 1)
        while len(self._bands) > most:
            self._bands.popitem(last=False)


def page_size_px(px_per_mm: float) -> tuple[int, int]:
    """Width and height of a page in whole pixels."""
    return round(PAGE_WIDTH_MM * px_per_mm), round(PAGE_HEIGHT_MM * px_per_mm)


def _content(page: Page, top_mm: float, bottom_mm: float) -> Page:
    """The page with only what may be seen between two heights."""

    def shows_run(run: GlyphRun) -> bool:
        em = mm(run.size_pt)
        upper, lower = run.baseline_mm - _ABOVE_EM * em, run.baseline_mm + _BELOW_EM * em
        return upper < bottom_mm and lower > top_mm

    def shows_rule(rule: Rule) -> bool:
        upper, lower = sorted((rule.y0, rule.y1))
        return upper - rule.width_mm < bottom_mm and lower + rule.width_mm > top_mm

    return replace(
        page,
        runs=tuple(filter(shows_run, page.runs)),
        rules=tuple(filter(shows_rule, page.rules)),
    )
