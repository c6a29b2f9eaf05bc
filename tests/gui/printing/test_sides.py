"""What goes to the printer, looked at in the file it prints into."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from typing import cast

import pypdfium2
import pypdfium2.raw as pdfium
import pytest
from PySide6.QtCore import QMarginsF
from PySide6.QtGui import QPageLayout, QPageSize
from PySide6.QtPrintSupport import QPrinter

from xjdesk.exchange.pdf_info import PdfInfo
from xjdesk.exchange.pdf_painter import pdf_bytes
from xjdesk.gui.page_painter import PagePainter
from xjdesk.gui.printing.job import GoOn, PrintJob, PrintOffset, Sides
from xjdesk.gui.printing.sides import print_sides
from xjdesk.typesetting.fonts.font_set import FontSet
from xjdesk.typesetting.page_options import PageOptions
from xjdesk.typesetting.pages import Face, GlyphRun, Ink, Page, PageSet, Rule

MM_PER_PT = 25.4 / 72
GREY, BLACK = 160, 60
RULE = Rule(30.0, 100.0, 180.0, 100.0, 1.0, Ink.RED)
TEXT = GlyphRun(Face.FANGSONG, 16.0, 28.0, 42.0, "政府信息公开工作年度报告")
RULED = Page(1, 28.0, (), (RULE,))
Box = tuple[float, float, float, float]


def _page(number: int = 1) -> Page:
    return Page(number, 28.0, (TEXT,), (RULE,))


def _job(printer: QPrinter) -> PrintJob:
    return PrintJob(printer, PageOptions(), Sides.ONE)


@contextmanager
def _opened(file: Path) -> Iterator[pypdfium2.PdfDocument]:
    document = pypdfium2.PdfDocument(file)
    try:
        yield document
    finally:
        document.close()


def _kinds(page: pypdfium2.PdfPage) -> list[int]:
    """What stands on a page, as kinds of PDF objects."""
    return [pdfium.FPDFPageObj_GetType(found.raw) for found in page.get_objects()]


def _boxes(page: pypdfium2.PdfPage) -> list[Box]:
    """Left, top, right, bottom in mm from the top left corner, of all that stands on a page.

    The box of a line is wider than the line, by half its width all around.
    """
    height = page.get_height()
    bounds = [found.get_bounds() for found in page.get_objects()]
    return [
        (
            left * MM_PER_PT,
            (height - top) * MM_PER_PT,
            right * MM_PER_PT,
            (height - low) * MM_PER_PT,
        )
        for left, low, right, top in bounds
    ]


def _picture(page: pypdfium2.PdfPage, px_per_mm: int = 5) -> list[bytes]:
    """The rows of pixels of a page, 0 black to 255 white."""
    # Its type hints want a whole number of pixels per point.
    render = cast(Callable[..., pypdfium2.PdfBitmap], page.render)
    bitmap = render(scale=px_per_mm * MM_PER_PT, grayscale=True)
    data = bytes(bitmap.buffer)
    return [data[y * bitmap.stride :][: bitmap.width] for y in range(bitmap.height)]


def _ink(page: pypdfium2.PdfPage, px_per_mm: int = 10) -> Box:
    """The box around everything that is not white, in mm."""
    rows = _picture(page, px_per_mm)
    ys = [y for y, row in enumerate(rows) if min(row) < GREY]
    xs = [x for x in range(len(rows[0])) if min(rows[y][x] for y in ys) < GREY]
    box = xs[0], ys[0], xs[-1] + 1, ys[-1] + 1
    left, top, right, bottom = (edge / px_per_mm for edge in box)
    return left, top, right, bottom


def _far_from_ink(rows: list[bytes], others: list[bytes]) -> list[tuple[int, int]]:
    """The black pixels of `rows` that in `others` have none but white ones around them."""
    return [
        (x, y)
        for y, row in enumerate(rows)
        if min(row) < BLACK
        for x, pixel in enumerate(row)
        if pixel < BLACK
        and min(min(other[max(x - 1, 0) : x + 2]) for other in others[y - 1 : y + 2]) > GREY
    ]


def test_pages_are_printed_as_shapes_on_a4(
    printer: QPrinter, painter: PagePainter, to_the_end: GoOn, file: Path
) -> None:
    print_sides([_page()], _job(printer), painter, "年报", to_the_end)
    with _opened(file) as printed:
        page = printed[0]
        size = page.get_width() * MM_PER_PT, page.get_height() * MM_PER_PT
        assert size == (pytest.approx(210, abs=0.5), pytest.approx(297, abs=0.5))
        # The rule, and one shape of all characters of the run: neither is an image.
        assert _kinds(page) == [pdfium.FPDF_PAGEOBJ_PATH] * 2
        assert all(low - top < 10 for _, top, _, low in _boxes(page))


def test_every_character_has_its_true_place_and_size(
    printer: QPrinter, painter: PagePainter, to_the_end: GoOn, file: Path, fonts: FontSet
) -> None:
    run = GlyphRun(Face.FANGSONG, 16.0, 28.0, 42.0, "信息公开年度报告", 1.5)
    starts = [replace(run, text=run.text[: n + 1]) for n in range(len(run.text))]
    print_sides([Page(1, 28.0, tuple(starts), ())], _job(printer), painter, "年报", to_the_end)
    with _opened(file) as printed:
        boxes = _boxes(printed[0])
    em, x = run.size_pt * MM_PER_PT, run.x_mm
    for character, (_, top, right, bottom) in zip(run.text, boxes, strict=True):
        ink = fonts.metrics(run.face).ink(character)
        assert ink is not None
        assert right == pytest.approx(x + ink.right * em, abs=0.05)
        assert top <= run.baseline_mm - ink.top * em + 0.05
        assert bottom >= run.baseline_mm - ink.bottom * em - 0.05
        x += fonts.advance_mm(run, character)


@pytest.mark.parametrize("dpi", [150, 600, 1200])
def test_the_resolution_of_the_printer_changes_nothing(
    printer: QPrinter, painter: PagePainter, to_the_end: GoOn, file: Path, dpi: int
) -> None:
    printer.setResolution(dpi)
    print_sides([RULED], _job(printer), painter, "年报", to_the_end)
    with _opened(file) as printed:
        assert _ink(printed[0]) == pytest.approx((30.0, 99.5, 180.0, 100.5), abs=0.2)


def test_the_settings_of_the_printer_neither_shrink_nor_turn_the_page(
    printer: QPrinter, painter: PagePainter, to_the_end: GoOn, file: Path
) -> None:
    printer.setPageLayout(
        QPageLayout(
            QPageSize(QPageSize.PageSizeId.A5),
            QPageLayout.Orientation.Landscape,
            QMarginsF(20, 20, 20, 20),
        )
    )
    print_sides([RULED], _job(printer), painter, "年报", to_the_end)
    with _opened(file) as printed:
        assert _ink(printed[0]) == pytest.approx((30.0, 99.5, 180.0, 100.5), abs=0.2)
        assert printed[0].get_height() > printed[0].get_width()


def test_the_offset_moves_every_page_right_and_down(
    printer: QPrinter, painter: PagePainter, to_the_end: GoOn, file: Path
) -> None:
    job = replace(_job(printer), offset=PrintOffset(2.5, -1.0))
    print_sides([RULED, None, RULED], job, painter, "年报", to_the_end)
    with _opened(file) as printed:
        for number in (0, 2):
            expected = (32.5, 98.5, 182.5, 99.5)
            assert _ink(printed[number]) == pytest.approx(expected, abs=0.2)


def test_the_print_looks_like_the_pdf(
    printer: QPrinter,
    painter: PagePainter,
    to_the_end: GoOn,
    file: Path,
    fonts: FontSet,
    tmp_path: Path,
) -> None:
    faces = (Face.FANGSONG, Face.KAITI, Face.HEITI, Face.SONGTI, Face.XIAOBIAOSONG)
    runs = tuple(
        GlyphRun(face, 16.0 + 4 * n, 30.0, 50.0 + 20 * n, "国务院12", 0.3)
        for n, face in enumerate(faces)
    )
    page = Page(1, 28.0, runs, (replace(RULE, y0=160.0, y1=160.0),))
    print_sides([page], _job(printer), painter, "年报", to_the_end)
    pages = PageSet((page,), (), frozenset(faces), ())
    exported = tmp_path / "exported.pdf"
    exported.write_bytes(pdf_bytes(pages, fonts, PdfInfo("年报")))
    with _opened(file) as printed, _opened(exported) as written:
        assert _ink(printed[0]) == pytest.approx(_ink(written[0]), abs=0.2)
        pictures = _picture(printed[0]), _picture(written[0])
    for here, there in (pictures, pictures[::-1]):
        assert _far_from_ink(here, there) == []


def test_an_empty_side_is_a_page_without_anything(
    printer: QPrinter, painter: PagePainter, to_the_end: GoOn, file: Path
) -> None:
    print_sides([None, _page(2), _page(3), None], _job(printer), painter, "年报", to_the_end)
    with _opened(file) as printed:
        shapes = [len(_kinds(printed[number])) for number in range(len(printed))]
    assert [bool(count) for count in shapes] == [False, True, True, False]


def test_copies_are_whole_documents_one_after_the_other(
    printer: QPrinter, painter: PagePainter, to_the_end: GoOn, file: Path
) -> None:
    print_sides([_page(), RULED], replace(_job(printer), copies=3), painter, "年报", to_the_end)
    with _opened(file) as printed:
        counts = [len(_kinds(printed[number])) for number in range(len(printed))]
    assert len(counts) == 6
    assert counts == counts[:2] * 3
    assert all(a != b for a, b in pairwise(counts))


@pytest.mark.parametrize("copies", [1, 3])
def test_one_side_alone_is_not_printed_on_both(
    printer: QPrinter, painter: PagePainter, to_the_end: GoOn, copies: int
) -> None:
    # Else the second copy would come on the back of the first.
    job = replace(_job(printer), sides=Sides.BOTH, copies=copies)
    print_sides([_page()], job, painter, "年报", to_the_end)
    assert printer.duplex() is QPrinter.DuplexMode.DuplexNone


def test_the_user_is_told_how_far_it_is_after_every_side_of_every_copy(
    printer: QPrinter, painter: PagePainter
) -> None:
    told: list[tuple[int, int]] = []

    def go_on(done: int, count: int) -> bool:
        told.append((done, count))
        return True

    assert print_sides([_page(), None], replace(_job(printer), copies=2), painter, "年报", go_on)
    assert told == [(1, 4), (2, 4), (3, 4), (4, 4)]


@pytest.mark.parametrize("sides", Sides)
def test_only_the_printer_that_is_to_turn_sheets_is_told_to(
    printer: QPrinter, painter: PagePainter, to_the_end: GoOn, sides: Sides
) -> None:
    print_sides(
        [_page(), _page(2)], replace(_job(printer), sides=sides), painter, "年报", to_the_end
    )
    assert printer.duplex() is (
        QPrinter.DuplexMode.DuplexLongSide
        if sides is Sides.BOTH
        else QPrinter.DuplexMode.DuplexNone
    )
    assert printer.docName() == "年报"
