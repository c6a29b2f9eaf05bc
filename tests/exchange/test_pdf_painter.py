from __future__ import annotations

import os
import re
import subprocess
import sys
import zlib
from dataclasses import replace
from pathlib import Path
from typing import cast

import pypdfium2
import pytest

from xjdesk.core.report import Chapter, Paragraph, Report
from xjdesk.exchange.pdf_info import PdfInfo
from xjdesk.exchange.pdf_painter import pdf_bytes
from xjdesk.exchange.text.reader import read_report
from xjdesk.resource_files import resource
from xjdesk.storage.form_library import shipped_forms
from xjdesk.typesetting.document import typeset
from xjdesk.typesetting.fonts.font_search import find_fonts
from xjdesk.typesetting.fonts.font_set import FontSet
from xjdesk.typesetting.pages import GlyphRun, Ink, Page, PageSet, Rule

_FONTS = Path(__file__).parents[2] / "resources" / "fonts"
_INFO = PdfInfo("政府信息公开工作年度报告", "西吉县人民政府", "2016年度")
_FORM = shipped_forms().form("zfxxgk-2014")
_COLOUR = re.compile(
    rb"(?:^|\s)((?:[\d.]+ ){4}[kK]|(?:[\d.]+ ){3}(?:rg|RG)|[\d.]+ [gG]|/\w+ (?:cs|CS))\b"
)


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
    texts = _texts(pdf_bytes(typeset(report, _FORM, fonts), fonts, _INFO))
    assert f"姓名{rare}。" in "".join(texts)


def test_a_character_that_no_font_has_comes_back_as_what_is_printed(
    sample: Report, fonts: FontSet
) -> None:
    unknown = "\ud83d\U0010fffd😀"
    report = replace(sample, chapters=(Chapter("a", "", (Paragraph(f"姓名{unknown}。"),)),))
    pages = typeset(report, _FORM, fonts)
    assert {missing.character for missing in pages.missing} == set(unknown)
    assert "姓名〓〓〓。" in "".join(_texts(pdf_bytes(pages, fonts, _INFO)))


def test_pages_are_a4(pages: PageSet, fonts: FontSet) -> None:
    for page in _opened(pdf_bytes(pages, fonts, _INFO)):
        assert page.get_size() == pytest.approx((595.28, 841.89), abs=0.01)


def test_every_font_is_embedded(pages: PageSet, fonts: FontSet) -> None:
    data = pdf_bytes(pages, fonts, _INFO)
    assert data.count(b"/FontFile2") == len(pages.faces)
    assert data.count(b"/Subtype /Type0") == len(pages.faces)
    assert b"Helvetica" not in data


def test_the_outline_leads_to_the_chapters(pages: PageSet, fonts: FontSet) -> None:
    document = _opened(pdf_bytes(pages, fonts, _INFO))
    entries: list[tuple[str, int]] = []
    for entry in document.get_toc():
        target = entry.get_dest()
        index = target.get_index() if target else None
        assert index is not None
        entries.append((entry.get_title(), index + 1))
    assert len(entries) > 5
    assert entries == [(b.title, b.page_number) for b in pages.bookmarks]


def test_same_input_gives_the_same_bytes(pages: PageSet, fonts: FontSet) -> None:
    other = find_fonts([], _FONTS)
    assert pdf_bytes(pages, fonts, _INFO) == pdf_bytes(pages, other, _INFO)


def test_every_process_writes_the_same_bytes(tmp_path: Path) -> None:
    sample = str(resource("samples", "xiji-2016.txt"))
    written: list[bytes] = []
    for seed in ("1", "2"):
        project, pdf = str(tmp_path / f"{seed}.xjd"), tmp_path / f"{seed}.pdf"
        for command in (["import", sample, "-o", project], ["export", project, "--pdf", str(pdf)]):
            subprocess.run(
                [sys.executable, "-m", "xjdesk", *command],
                env={**os.environ, "PYTHONHASHSEED": seed},
                capture_output=True,
                check=True,
            )
        written.append(pdf.read_bytes())
    assert written[0] == written[1]


def test_ink_is_given_as_the_standard_has_it(pages: PageSet, fonts: FontSet) -> None:
    data = pdf_bytes(pages, fonts, _INFO)
    streams = re.findall(rb"stream\n(.*?)\nendstream\n", data, re.DOTALL)
    unpacked = [zlib.decompress(stream) for stream in streams if not stream.startswith(b"<?")]
    contents = [stream for stream in unpacked if b" Tj" in stream]
    assert len(contents) == len(pages.pages)
    colours = {found for content in contents for found in _COLOUR.findall(content)}
    assert colours == {b"0 0 0 1 k", b"0 0 0 1 K", b"0 0.8 0.8 0 k", b"0 0.8 0.8 0 K"}


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
