"""Pages on screen and printer are the pages of the PDF."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication

from xjdesk.core.errors import UserError
from xjdesk.gui.font_bytes import font_bytes
from xjdesk.gui.page_painter import PagePainter
from xjdesk.typesetting.font_file import FontFile
from xjdesk.typesetting.font_set import FontSet
from xjdesk.typesetting.pages import Face, GlyphRun, Ink, Page, Rule

PX_PER_MM = 4.0


def _painted(fonts: FontSet, page: Page) -> QImage:
    image = QImage(round(210 * PX_PER_MM), round(297 * PX_PER_MM), QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    painter = QPainter(image)
    try:
        PagePainter(fonts).paint(page, painter, PX_PER_MM)
    finally:
        painter.end()
    return image


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
