from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import cast

import pypdfium2
import pytest

from xjdesk.core.report import Chapter, Paragraph, Report
from xjdesk.exchange.pdf_painter import PdfInfo, pdf_bytes
from xjdesk.exchange.text.reader import read_report
from xjdesk.resource_files import resource
from xjdesk.storage.form_library import shipped_forms
from xjdesk.typesetting.document import typeset
from xjdesk.typesetting.font_search import find_fonts
from xjdesk.typesetting.font_set import FontSet
from xjdesk.typesetting.pages import GlyphRun, Ink, Page, PageSet, Rule

_FONTS = Path(__file__).parents[2] / "resources" / "fonts"
_INFO = PdfInfo("政府信息公开工作年度报告", "西吉县人民政府", "2016年度")
_FORM = shipped_forms().form("zfxxgk-2014")


@pytest.fixture(scope="module")
def fonts() -> FontSet:
    return find_fonts([], _FONTS)


@pytest.fixture(scope="module")
def sample() -> Report:
    text = resource("samples", "xiji-2016.txt").read_bytes()
    return read_report(text, "xiji-2016.txt", shipped_forms(), None).report


@pytest.fixture(scope="module")
def pages(sample: Report, fonts: FontSet) -> PageSet:
    return typeset(sample, _FORM, fonts)


def _opened(data: bytes) -> pypdfium2.PdfDocument:
    return pypdfium2.PdfDocument(data)


def _squeezed(text: str) -> str:
    return "".join(text.split())


def _texts(data: bytes) -> list[str]:
    document = _opened(data)
    return [_squeezed(page.get_textpage().get_text_range()) for page in document]


def test_text_of_every_page_comes_back(pages: PageSet, fonts: FontSet) -> None:
    texts = _texts(pdf_bytes(pages, fonts, _INFO))
    assert len(texts) == len(pages.pages)
    for page, text in zip(pages.pages, texts, strict=True):
        assert sorted(text) == sorted(_squeezed(page.text))


def test_lines_come_back_in_order(pages: PageSet, fonts: FontSet) -> None:
    texts = _texts(pdf_bytes(pages, fonts, _INFO))
    assert texts[1] == _squeezed(pages.pages[1].text)


def test_rare_characters_come_back_as_themselves(sample: Report, fonts: FontSet) -> None:
    rare = "㛃䶮𬱖𫖯𣲘﹙"
    report = replace(sample, chapters=(Chapter("a", "", (Paragraph(f"姓名{rare}。"),)),))
    assert f"姓名{rare}。" in _texts(pdf_bytes(typeset(report, _FORM, fonts), fonts, _INFO))[0]


def test_pages_are_a4(pages: PageSet, fonts: FontSet) -> None:
    for page in _opened(pdf_bytes(pages, fonts, _INFO)):
        assert page.get_size() == pytest.approx((595.28, 841.89), abs=0.01)


def test_every_font_is_embedded(pages: PageSet, fonts: FontSet) -> None:
    data = pdf_bytes(pages, fonts, _INFO)
    assert data.count(b"/FontFile2") == len(pages.faces)
    assert data.count(b"/Subtype /Type0") == len(pages.faces)
    assert b"Helvetica" not in data


def test_properties_and_outline_are_written(pages: PageSet, fonts: FontSet) -> None:
    document = _opened(pdf_bytes(pages, fonts, _INFO))
    found = document.get_metadata_dict()
    assert (found["Title"], found["Author"], found["Subject"]) == (
        _INFO.title,
        _INFO.author,
        _INFO.subject,
    )
    entries: list[tuple[str, int]] = []
    for entry in document.get_toc():
        target = entry.get_dest()
        index = target.get_index() if target else None
        assert index is not None
        entries.append((entry.get_title(), index + 1))
    assert entries == [(b.title, b.page_number) for b in pages.bookmarks]


def test_same_input_gives_the_same_bytes(pages: PageSet, fonts: FontSet) -> None:
    other = find_fonts([], _FONTS)
    assert pdf_bytes(pages, fonts, _INFO) == pdf_bytes(pages, other, _INFO)


def test_glyphs_are_drawn_where_the_page_has_them(fonts: FontSet) -> None:
    run = GlyphRun(next(iter(fonts.files)), 20.0, 100.0, 150.0, "国国", letter_spacing_mm=10.0)
    rule = Rule(20.0, 50.0, 60.0, 50.0, 1.0, Ink.RED)
    pages = PageSet((Page(1, 28.0, (run,), (rule,)),), (), frozenset({run.face}), ())
    page = _opened(pdf_bytes(pages, fonts, PdfInfo("")))[0]
    scale = 72 / 25.4
    text = page.get_textpage()
    left, bottom, right, _ = text.get_charbox(1, loose=True)
    assert left == pytest.approx((110.0 + 20.0 / scale) * scale, abs=0.1)
    assert bottom < (297.0 - 150.0) * scale < bottom + 20.0
    assert right - left == pytest.approx(20.0, abs=12.0)
    pixels_per_pt = 4
    image = page.render(scale=pixels_per_pt).to_pil().convert("RGB")

    def colour(x_mm: float, y_mm: float) -> object:
        return image.getpixel(
            (int(x_mm * scale * pixels_per_pt), int(y_mm * scale * pixels_per_pt))
        )

    red, green, blue = cast("tuple[int, int, int]", colour(40.0, 50.0))
    assert red > 200
    assert max(green, blue) < 120
    assert colour(40.0, 52.0) == (255, 255, 255)
