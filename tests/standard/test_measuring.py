"""The measuring itself: what is put on a page is what is read back."""

from __future__ import annotations

import zlib

import pypdfium2
import pytest

from tests.standard.content_operators import colours_in
from tests.standard.measured_page import MeasuredPage
from tests.standard.pdf_reader import measured_pages
from tests.standard.printing import Specimens
from xjdesk.exchange.pdf_painter import PdfInfo, pdf_bytes
from xjdesk.typesetting.pages import Face, GlyphRun, Ink, Page, PageSet, Rule

_FACES = {
    Face.FANGSONG: "仿宋",
    Face.KAITI: "楷体",
    Face.HEITI: "黑体",
    Face.XIAOBIAOSONG: "小标宋",
    Face.SONGTI: "宋体",
}
_SCALE = 7
"""Pixels to a point of the picture."""


def _pdf(specimens: Specimens, *runs: GlyphRun, rules: tuple[Rule, ...] = ()) -> bytes:
    faces = frozenset(run.face for run in runs)
    pages = PageSet((Page(1, 28.0, runs, rules),), (), faces, ())
    return pdf_bytes(pages, specimens.fonts, PdfInfo(""))


def _read(specimens: Specimens, *runs: GlyphRun, rules: tuple[Rule, ...] = ()) -> MeasuredPage:
    (page,) = measured_pages(_pdf(specimens, *runs, rules=rules))
    return page


@pytest.mark.parametrize("face", _FACES)
def test_characters_are_read_back(face: Face, specimens: Specimens) -> None:
    run = GlyphRun(face, 16.0, 40.0, 100.0, "国人 国", -0.2, Ink.RED)
    first, second, third = _read(specimens, run).characters
    assert (first.text, second.text, third.text) == ("国", "人", "国")
    assert first.face == _FACES[face]
    assert first.size_pt == pytest.approx(16.0)
    assert first.is_red
    assert (first.body.left, first.baseline_mm) == pytest.approx((40.0, 100.0), abs=0.01)
    em = 16 * 25.4 / 72
    assert first.body.width == pytest.approx(em, abs=0.01)
    assert second.body.left - first.body.left == pytest.approx(em - 0.2, abs=0.01)
    assert third.body.left > second.body.right


@pytest.mark.parametrize("face", _FACES)
def test_body_of_a_character_is_centred_on_the_ideographs(face: Face, specimens: Specimens) -> None:
    text = "中国人民政府信息公开工作年度报告"
    page = _read(specimens, GlyphRun(face, 16.0, 30.0, 100.0, text))
    em = 16 * 25.4 / 72
    tops = [c.ink.top - c.body.top for c in page.characters]
    bottoms = [c.body.bottom - c.ink.bottom for c in page.characters]
    assert all(c.body.height == pytest.approx(em) for c in page.characters)
    assert sum(tops) / len(tops) == pytest.approx(sum(bottoms) / len(bottoms), abs=0.1)


def test_ink_of_a_character_is_what_is_black_in_the_picture(specimens: Specimens) -> None:
    run = GlyphRun(Face.XIAOBIAOSONG, 48.0, 40.0, 100.0, "国")
    data = _pdf(specimens, run)
    (read,) = measured_pages(data)[0].characters
    page = pypdfium2.PdfDocument(data)[0]
    picture = page.render(scale=_SCALE, grayscale=True).to_pil()
    box = picture.point(lambda level: 255 if level < 128 else 0).getbbox()
    assert box is not None
    assert (read.ink.left, read.ink.top, read.ink.right, read.ink.bottom) == pytest.approx(
        [edge / _SCALE * 25.4 / 72 for edge in box], abs=0.15
    )


def test_characters_beyond_the_basic_plane_are_read_back(specimens: Specimens) -> None:
    page = _read(specimens, GlyphRun(Face.KAITI, 16.0, 40.0, 100.0, "㛃𬱖-"))
    assert "".join(c.text for c in page.characters) == "㛃𬱖-"


def test_colours_are_read_as_they_are_asked_for(specimens: Specimens) -> None:
    run = GlyphRun(Face.SONGTI, 16.0, 40.0, 100.0, "国", ink=Ink.RED)
    data = _pdf(specimens, run, rules=(Rule(28, 262, 184, 262, 0.35),))
    assert colours_in(data) == {"CMYK 0 0.8 0.8 0", "CMYK 0 0 0 1"}
    assert colours_in(
        b"stream\n" + zlib.compress(b"0.5 g /F Tf <1> Tj 1 0 0 RG") + b"\nendstream"
    ) == {"grey 0.5", "RGB 1 0 0"}


def test_rules_are_read_back(specimens: Specimens) -> None:
    run = GlyphRun(Face.SONGTI, 16.0, 40.0, 100.0, "国")
    level, upright = Rule(28, 262, 184, 262, 0.35), Rule(50, 60, 50, 70, 0.8, Ink.RED)
    first, second = _read(specimens, run, rules=(level, upright)).rules
    assert (first.box.left, first.box.right) == pytest.approx((28.0, 184.0), abs=0.01)
    assert (first.box.top, first.width_mm) == pytest.approx((262.0, 0.35), abs=0.01)
    assert first.is_level
    assert not first.is_red
    assert second.box.height == pytest.approx(10.0, abs=0.01)
    assert second.is_red
    assert not second.is_level
