"""Page numbers (GB/T 9704-2012, 7.5): — 1 — in 四号宋体, 7 mm below the 版心."""

from __future__ import annotations

from dataclasses import replace

from xjdesk.typesetting.fonts.font_set import FontSet
from xjdesk.typesetting.grid import SIZE_4_PT, TEXT_BOTTOM_MM, TEXT_WIDTH_MM, mm
from xjdesk.typesetting.pages import Face, GlyphRun, Page

_BELOW_MM = 7.0
_BLANK_MM = mm(SIZE_4_PT)
_DASH = "—"


def numbered(page: Page, fonts: FontSet, double_sided: bool) -> Page:
    """The page with its number: odd ones right, even ones left, 空一字.

    Printed on one side of the sheet only, all pages are front sides and have it at the right.
    """
    dash = fonts.metrics(Face.SONGTI).ink(_DASH)
    centre = (dash.top + dash.bottom) / 2 if dash else fonts.centre_em(Face.SONGTI)
    baseline = TEXT_BOTTOM_MM + _BELOW_MM + centre * mm(SIZE_4_PT)
    text = f"{_DASH} {page.number} {_DASH}"
    run = GlyphRun(Face.SONGTI, SIZE_4_PT, page.left_mm + _BLANK_MM, baseline, text)
    if page.number % 2 or not double_sided:
        right = page.left_mm + TEXT_WIDTH_MM - _BLANK_MM
        run = replace(run, x_mm=right - fonts.width_mm(run))
    return replace(page, runs=(*page.runs, run))
