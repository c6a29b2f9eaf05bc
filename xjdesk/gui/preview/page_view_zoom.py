"""How large the pages of the preview are."""

from __future__ import annotations

from enum import StrEnum

from PySide6.QtCore import QSize

from xjdesk.typesetting.grid import PAGE_HEIGHT_MM, PAGE_WIDTH_MM

PERCENTS = (50, 75, 100, 125, 150, 200, 300, 400)
"""What can be chosen beside the fits; 100 is the size of the paper, as far as Qt knows it."""
MARGIN_PX = 12
"""Between the pages, and between them and the edge of the view."""
_MM_PER_INCH = 25.4
_LEAST_PX = 80
"""A page is never narrower than this, however small the view."""


class Fit(StrEnum):
    """A zoom that follows the size of the view."""

    WIDTH = "width"
    PAGE = "page"


Zoom = Fit | int
"""A fit, or one of `PERCENTS`."""


def px_per_mm(zoom: Zoom, room: QSize, dots_per_inch: float) -> float:
    """The scale that shows pages so in a view of that size, in its pixels."""
    if isinstance(zoom, int):
        return dots_per_inch / _MM_PER_INCH * zoom / 100
    # Whole pixels: a page that is a fraction too wide would call for a scroll bar.
    width = max(room.width() - 2 * MARGIN_PX, _LEAST_PX)
    if zoom is Fit.PAGE:
        height = max(room.height() - 2 * MARGIN_PX, _LEAST_PX)
        width = min(width, int(height * PAGE_WIDTH_MM / PAGE_HEIGHT_MM))
    return width / PAGE_WIDTH_MM


def stepped(scale: float, steps: int, dots_per_inch: float) -> int:
    """The percentage so many steps above (or, negative, below) the scale in px per mm."""
    percent = round(scale * _MM_PER_INCH / dots_per_inch * 100, 1)
    if steps > 0:
        larger = [p for p in PERCENTS if p > percent] or [PERCENTS[-1]]
        return larger[min(steps, len(larger)) - 1]
    smaller = [p for p in PERCENTS if p < percent] or [PERCENTS[0]]
    return smaller[max(steps, -len(smaller))]
