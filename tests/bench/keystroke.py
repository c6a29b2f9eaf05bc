"""From a key pressed in a paragraph to the picture of its page; asserts nothing.

python tests/bench/keystroke.py

A key changes the report; what it concerns is set anew, and the page of the paragraph is painted
at 96 dpi × 1.5 into an image, as the preview does.
"""

from __future__ import annotations

import os
import statistics
import time
from collections.abc import Iterator
from itertools import cycle

from PySide6.QtGui import QGuiApplication, QImage, QPainter
from sample_report import EDITED, edited, sample_report

from xjdesk.app.projects import print_fonts
from xjdesk.gui.page_painter import PagePainter
from xjdesk.typesetting.document import Typesetter
from xjdesk.typesetting.grid import PAGE_HEIGHT_MM, PAGE_WIDTH_MM
from xjdesk.typesetting.page_options import PageOptions
from xjdesk.typesetting.pages import Page, PageSet

_KEYS, _WARM_UPS = 200, 5
_PX_PER_MM = 96 * 1.5 / 25.4
_TYPED = "全县各乡镇、各部门（单位）主动公开政府信息4606条，其中政务微博94条；"


def main() -> None:
    """Print median and 95th percentile of each step and of all."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    application = QGuiApplication([])
    steps = {"report changed": [], "pages set": [], "page painted": [], "all": []}
    for taken in _keys(_KEYS + _WARM_UPS):
        for step, times in zip(steps.values(), (*taken, sum(taken)), strict=True):
            step.append(times)
    print(f"{'ms':16}{'median':>10}{'p95':>10}")
    for name, times in steps.items():
        counted = times[_WARM_UPS:]
        late = statistics.quantiles(counted, n=20)[-1]
        print(f"{name:16}{statistics.median(counted):10.2f}{late:10.2f}")
    application.quit()


def _keys(keys: int) -> Iterator[tuple[float, float, float]]:
    """The times in ms of each step, key after key."""
    report, form = sample_report()
    fonts, options = print_fonts(), PageOptions()
    typesetter, painter = Typesetter(fonts), PagePainter(fonts)
    for _, character in zip(range(keys), cycle(_TYPED), strict=False):
        start = time.perf_counter()
        report = edited(report, character)
        changed = time.perf_counter()
        pages = typesetter.typeset(report, form, options)
        typed = time.perf_counter()
        _painted(painter, _page_of_paragraph(pages))
        painted = time.perf_counter()
        yield _ms(changed - start), _ms(typed - changed), _ms(painted - typed)


def _ms(seconds: float) -> float:
    return seconds * 1000


def _page_of_paragraph(pages: PageSet) -> Page:
    """The page on which the paragraph ends."""
    return next(
        page
        for page in reversed(pages.pages)
        if any(run.origin and run.origin.place == EDITED for run in page.runs)
    )


def _painted(painter: PagePainter, page: Page) -> QImage:
    size = round(PAGE_WIDTH_MM * _PX_PER_MM), round(PAGE_HEIGHT_MM * _PX_PER_MM)
    image = QImage(*size, QImage.Format.Format_RGB32)
    image.fill(0xFFFFFFFF)
    canvas = QPainter(image)
    painter.paint(page, canvas, _PX_PER_MM)
    canvas.end()
    return image


if __name__ == "__main__":
    main()
