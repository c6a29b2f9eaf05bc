"""Pages on screen and printer are the pages of the PDF."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any, cast

import pypdfium2
import pytest
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication

from xjdesk.core.errors import UserError
from xjdesk.core.form import Form
from xjdesk.core.report import Report
from xjdesk.exchange.pdf_info import PdfInfo
from xjdesk.exchange.pdf_painter import pdf_bytes
from xjdesk.gui import page_painter
from xjdesk.gui.font_bytes import font_bytes
from xjdesk.gui.page_painter import PagePainter
from xjdesk.typesetting.document import typeset
from xjdesk.typesetting.fonts.font_file import FontFile
from xjdesk.typesetting.fonts.font_set import FontSet
from xjdesk.typesetting.pages import Face, GlyphRun, Ink, Page, PageSet, Rule

PX_PER_MM = 4.0
GLYPHS_PX_PER_MM, OUTLINES_PX_PER_MM = 10, 14
"""At these scales the characters of the text are painted as glyphs, and as outlines."""
MOST_DIFFERENCE = 50.0
"""Of the mean ink of 1 mm², 0 to 255: more than the roundings of two rasterisers amount to."""

Rows = list[bytes]
"""A picture, a byte of grey for every pixel."""
Box = tuple[float, float, float, float]


def _painted(fonts: FontSet, page: Page, px_per_mm: float = PX_PER_MM) -> QImage:
    image = QImage(round(210 * px_per_mm), round(297 * px_per_mm), QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    painter = QPainter(image)
    try:
        PagePainter(fonts).paint(page, painter, px_per_mm)
    finally:
        painter.end()
    return image


def _painted_grey(fonts: FontSet, page: Page, px_per_mm: int) -> Rows:
    image = _painted(fonts, page, px_per_mm).convertToFormat(QImage.Format.Format_Grayscale8)
    data, stride = bytes(image.constBits()), image.bytesPerLine()
    return [data[y * stride :][: image.width()] for y in range(image.height())]


def _rendered_grey(page: pypdfium2.PdfPage, px_per_mm: int) -> Rows:
    # The library's own types say int.
    scale = cast(Any, 25.4 / 72 * px_per_mm)
    bitmap = page.render(scale=scale, grayscale=True)
    data, stride = bytes(bitmap.buffer), bitmap.stride
    return [data[y * stride :][: bitmap.width] for y in range(bitmap.height)]


def _ink(rows: Rows, px_per_mm: int) -> list[float]:
    """The mean ink of every square millimetre; the darkest ink of the page counts 255."""
    full = 255 / (255 - min(map(min, rows)))
    found: list[float] = []
    for y in range(297):
        strip = rows[y * px_per_mm : (y + 1) * px_per_mm]
        for x in range(210):
            grey = sum(sum(row[x * px_per_mm : (x + 1) * px_per_mm]) for row in strip)
            found.append((255 - grey / px_per_mm**2) * full)
    return found


def _difference(one: Rows, other: Rows, px_per_mm: int) -> float:
    """The most by which the ink of 1 mm² differs."""
    pairs = zip(_ink(one, px_per_mm), _ink(other, px_per_mm), strict=True)
    return max(abs(a - b) for a, b in pairs)


def _line_boxes(rows: Rows, px_per_mm: int) -> list[Box]:
    """Left, top, right, bottom in mm of the ink between rows without any."""
    boxes: list[Box] = []
    top: int | None = None
    for y, row in enumerate([*rows, b"\xff"]):
        has_ink = min(row) < 150
        if has_ink and top is None:
            top = y
        elif not has_ink and top is not None:
            dark = [x for strip in rows[top:y] for x, grey in enumerate(strip) if grey < 150]
            left, right = min(dark) / px_per_mm, (max(dark) + 1) / px_per_mm
            boxes.append((left, top / px_per_mm, right, y / px_per_mm))
            top = None
    return boxes


@pytest.fixture(scope="module")
def pages(sample: Report, form: Form, fonts: FontSet) -> PageSet:
    return typeset(sample, form, fonts)


@pytest.fixture(scope="module")
def pdf(pages: PageSet, fonts: FontSet) -> Iterator[pypdfium2.PdfDocument]:
    document = pypdfium2.PdfDocument(pdf_bytes(pages, fonts, PdfInfo("报告", "机关", "年度")))
    yield document
    document.close()


@pytest.mark.parametrize(
    ("number", "px_per_mm"),
    [
        (1, GLYPHS_PX_PER_MM),
        (2, GLYPHS_PX_PER_MM),
        (9, GLYPHS_PX_PER_MM),
        (12, GLYPHS_PX_PER_MM),
        (2, OUTLINES_PX_PER_MM),
    ],
)
def test_a_page_looks_as_in_the_pdf(
    qapp: QApplication,
    fonts: FontSet,
    pages: PageSet,
    pdf: pypdfium2.PdfDocument,
    number: int,
    px_per_mm: int,
) -> None:
    page = pages.pages[number - 1]
    rendered = _rendered_grey(pdf[number - 1], px_per_mm)
    painted = _painted_grey(fonts, page, px_per_mm)
    assert _difference(painted, rendered, px_per_mm) < MOST_DIFFERENCE
    # Were a single run 1 mm away from its place, it would be seen.
    half = len(page.runs) // 2
    runs = (*page.runs[:half], page.runs[half].moved(1.0, 0.0), *page.runs[half + 1 :])
    moved = _painted_grey(fonts, replace(page, runs=runs), px_per_mm)
    assert _difference(moved, rendered, px_per_mm) > MOST_DIFFERENCE


@pytest.mark.parametrize("number", [1, 2])
def test_lines_have_the_extent_they_have_in_the_pdf(
    qapp: QApplication, fonts: FontSet, pages: PageSet, pdf: pypdfium2.PdfDocument, number: int
) -> None:
    painted = _painted_grey(fonts, pages.pages[number - 1], GLYPHS_PX_PER_MM)
    rendered = _rendered_grey(pdf[number - 1], GLYPHS_PX_PER_MM)
    ours, theirs = _line_boxes(painted, GLYPHS_PX_PER_MM), _line_boxes(rendered, GLYPHS_PX_PER_MM)
    assert len(ours) == len(theirs) > 12
    for one, other in zip(ours, theirs, strict=True):
        assert one == pytest.approx(other, abs=0.2)


def _ink_box(image: QImage) -> tuple[float, float, float, float]:
    """Left, top, right, bottom of what is not white, in mm."""
    dark = [
        (x, y)
        for y in range(image.height())
        for x in range(image.width())
        if image.pixelColor(x, y).lightness() < 200
    ]
    xs, ys = [x for x, _ in dark], [y for _, y in dark]
    return (
        min(xs) / PX_PER_MM,
        min(ys) / PX_PER_MM,
        (max(xs) + 1) / PX_PER_MM,
        (max(ys) + 1) / PX_PER_MM,
    )


def test_characters_stand_where_typesetting_put_them(qapp: QApplication, fonts: FontSet) -> None:
    run = GlyphRun(Face.SONGTI, 22.0, 40.0, 60.0, "国国国", letter_spacing_mm=2.0)
    left, top, right, bottom = _ink_box(_painted(fonts, Page(1, 28.0, (run,), ())))
    em = 22.0 * 25.4 / 72
    ink = fonts.metrics(Face.SONGTI).ink("国")
    assert ink is not None
    step = fonts.advance_mm(run, "国")
    assert left == pytest.approx(40.0 + ink.left * em, abs=0.5)
    assert right == pytest.approx(40.0 + 2 * step + ink.right * em, abs=0.5)
    assert top == pytest.approx(60.0 - ink.top * em, abs=0.5)
    assert bottom == pytest.approx(60.0 - ink.bottom * em, abs=0.5)


def test_rules_have_their_place_width_and_ink(qapp: QApplication, fonts: FontSet) -> None:
    rule = Rule(30.0, 100.0, 180.0, 100.0, 1.0, Ink.RED)
    image = _painted(fonts, Page(1, 28.0, (), (rule,)))
    assert _ink_box(image) == pytest.approx((30.0, 99.5, 180.0, 100.5), abs=0.3)
    colour = image.pixelColor(round(100 * PX_PER_MM), round(100 * PX_PER_MM))
    assert colour.red() > 200
    assert max(colour.green(), colour.blue()) < 80


def test_a_font_that_cannot_be_opened_is_a_sentence(
    qapp: QApplication, fonts: FontSet, tmp_path: Path
) -> None:
    page = Page(1, 28.0, (GlyphRun(Face.SONGTI, 16.0, 20.0, 20.0, "国"),), ())
    broken = tmp_path / "broken.ttf"
    broken.write_bytes(b"no font at all")
    files = dict(fonts.files)
    set_with = FontSet(files)
    set_with.files[Face.SONGTI] = replace(files[Face.SONGTI], path=broken)
    with pytest.raises(UserError, match="无法用于打印"):
        _painted(set_with, page)
    set_with.files[Face.SONGTI] = replace(files[Face.SONGTI], path=tmp_path / "gone.ttf")
    with pytest.raises(UserError, match="无法读取"):
        _painted(set_with, page)


def test_a_file_is_read_once_for_all_its_faces_and_sizes(
    qapp: QApplication, fonts: FontSet, monkeypatch: pytest.MonkeyPatch
) -> None:
    read: list[Path] = []

    def read_bytes(file: FontFile) -> bytes:
        read.append(file.path)
        return font_bytes(file)

    monkeypatch.setattr(page_painter, "font_bytes", read_bytes)
    assert fonts.files[Face.RARE].path == fonts.files[Face.KAITI].path
    runs = tuple(
        GlyphRun(face, size_pt, 20.0, 20.0 + size_pt, "国")
        for face in (Face.KAITI, Face.RARE)
        for size_pt in (14.0, 16.0, 22.0)
    )
    _painted(fonts, Page(1, 28.0, runs, ()))
    assert read == [fonts.files[Face.KAITI].path]


def test_a_font_is_taken_out_of_a_collection(fonts: FontSet, tmp_path: Path) -> None:
    from fontTools.ttLib import TTCollection, TTFont

    paths = [fonts.files[face].path for face in (Face.SONGTI, Face.HEITI)]
    collection = TTCollection()
    collection.fonts = [TTFont(path) for path in paths]
    both = tmp_path / "both.ttc"
    collection.save(both)
    alone = tmp_path / "alone.ttf"
    alone.write_bytes(font_bytes(FontFile(Face.HEITI, both, 1, "黑体")))
    expected, found = TTFont(paths[1]), TTFont(alone)
    assert found["name"].getDebugName(1) == expected["name"].getDebugName(1)
    assert found.getGlyphSet().keys() == expected.getGlyphSet().keys()
