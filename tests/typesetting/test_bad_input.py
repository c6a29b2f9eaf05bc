"""Input nobody should write is set, exported and painted, or said to be unprintable."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from functools import cache
from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication

from tests.standard.placed_characters import Placing
from xjdesk.app.projects import export_pdf
from xjdesk.core import document_fields as fields
from xjdesk.core.address import FieldAddress
from xjdesk.core.form import Form
from xjdesk.core.report import Chapter, Paragraph, Report, empty_report
from xjdesk.gui.page_painter import PagePainter
from xjdesk.storage.form_library import shipped_forms
from xjdesk.typesetting.document import typeset
from xjdesk.typesetting.fonts.font_set import FontSet
from xjdesk.typesetting.missing import missing_notices
from xjdesk.typesetting.page_options import Letterhead, PageOptions
from xjdesk.typesetting.pages import Page, PageSet

_FORM = shipped_forms().form("zfxxgk-2014")
_OVERHANG_MM = 0.3
_TOWNS = "、".join(["吉强镇", "兴隆镇", "平峰镇"])
_SENTENCE = "2016年，全县主动公开政府信息5000余条（次），其中：政府网站4606条。"
_TEXT_FIELDS = tuple(
    field.address
    for group in fields.GROUPS
    for field in group.fields
    if field.kind is not fields.FieldKind.CHOICE
)


def _text(*paragraphs: str) -> Callable[[Report], Report]:
    chapter = Chapter("overview", "一、工作开展情况", tuple(map(Paragraph, paragraphs)))
    return lambda report: replace(report, chapters=(chapter,))


def _fields(**filled: str) -> Callable[[Report], Report]:
    addresses = {name.upper(): text for name, text in filled.items()}
    changed: dict[FieldAddress, str] = {
        getattr(fields, name): text for name, text in addresses.items()
    }
    return lambda report: replace(report, fields={**report.fields, **changed})


def _everywhere(text: str) -> Callable[[Report], Report]:
    """In every field, every heading and every cell."""

    def change(report: Report) -> Report:
        filled = dict.fromkeys(_TEXT_FIELDS, text)
        chapters = tuple(Chapter(c.id, text, (Paragraph(text),)) for c in report.chapters)
        values = dict.fromkeys(_FORM.tables[0].addresses(), text)
        return replace(report, fields={**report.fields, **filled}, chapters=chapters, values=values)

    return change


_LONG_NAME = "宁夏回族自治区固原市西吉县人民政府" * 4
_LONG_TITLE = "关于2016年度政府信息公开工作情况和依申请公开办理情况的年度报告" * 10
_INPUTS: dict[str, Callable[[Report], Report]] = {
    "paragraph of 10,000": _text((_SENTENCE * 300)[:10_000]),
    "issuer of 60": _fields(issuer=_LONG_NAME[:60], organ=_LONG_NAME[:60]),
    "empty chapters": lambda r: replace(
        r, chapters=(Chapter("a", "一、概述", ()), Chapter("b", "", ()), Chapter("c", "二、末", ()))
    ),
    "blank paragraphs": _text("", " ", "\u3000\u3000", "\t"),
    "nothing": lambda _: empty_report(_FORM, 2016),
    "emoji": _text("公开😀信息👨\u200d👩\u200d👧。"),
    "lone surrogate": _text("公开\ud800信息\udc00。"),
    "control characters": _text("公开\x00\x07\x1b\x7f\x85信\u2028息\ufffe。"),
    "other scripts": _text("اللغة العربية ไทย देवनागरी 조선말 e\u0301 " * 20),
    "300 copies": _fields(copies_to="\n".join(["西吉县吉强镇人民政府，"] * 300)),
    "300 copies in one line": _fields(copies_to=_TOWNS * 100),
    "title of 300": _fields(title=_LONG_TITLE[:300]),
    "title of one word": _fields(title="A" * 300),
    "3,000 closing brackets": _text("）" * 3000),
    "3,000 opening brackets": _text("（" * 3000),
    "address of 500": _text("见http://www.nxxj.gov.cn/" + "zfxxgk" * 80 + "。"),
    "word of 500": _text("x" * 500),
    "digits only": _text("1" * 5000),
    "blanks only between letters": _text("县 " * 2000),
    "cells of 40 digits": lambda r: replace(
        r, values=dict.fromkeys(_FORM.tables[0].addresses(), Decimal(10**40 - 1))
    ),
    "300 characters everywhere": _everywhere("政府信息公开" * 50),
    "300 digits everywhere": _everywhere("7" * 300),
    "300 brackets everywhere": _everywhere("）" * 300),
    "40 lines everywhere": _everywhere("县\n" * 40),
    "emoji everywhere": _everywhere("😀"),
    "surrogate everywhere": _everywhere("\ud800"),
    "control characters everywhere": _everywhere("\x00\x07\x1b"),
    "blanks everywhere": _everywhere(" \u3000\t\n"),
}
_UNPRINTABLE = {
    "emoji": "😀👨👩👧",
    "lone surrogate": "\ud800\udc00",
    "control characters": "\ufffe",
    "emoji everywhere": "😀",
    "surrogate everywhere": "\ud800",
}
"""Characters without a glyph; those without a shape, such as control characters, are left out."""
_OPTIONS = {
    "double-sided": PageOptions(),
    "website": PageOptions(double_sided=False, letterhead=Letterhead.NONE),
}

every_input = pytest.mark.parametrize("name", _INPUTS)


@pytest.fixture(scope="module")
def pages_of(sample: Report, fonts: FontSet) -> Callable[..., PageSet]:
    """The pages of an input, set once for all tests."""

    @cache
    def pages(name: str, way: str = "double-sided") -> PageSet:
        return typeset(_INPUTS[name](sample), _FORM, fonts, _OPTIONS[way])

    return pages


@pytest.mark.parametrize("way", _OPTIONS)
@every_input
def test_ink_stays_in_the_type_area(
    name: str, way: str, pages_of: Callable[..., PageSet], fonts: FontSet
) -> None:
    pages = pages_of(name, way)
    lefts = {page.number: page.left_mm for page in pages.pages}
    assert lefts
    for character in Placing(fonts).characters(pages):
        ink, left = character.ink, lefts[character.page_number]
        where = f"page {character.page_number}: {character.run.text[:20]!r}"
        assert ink.left >= left - _OVERHANG_MM, where
        assert ink.right <= left + 156.0 + _OVERHANG_MM, where
        assert ink.top >= 37.0 - _OVERHANG_MM, where
        bottom = 297.0 if character.run.baseline_mm > 262.0 else 262.0
        assert ink.bottom <= bottom + _OVERHANG_MM, where


@every_input
def test_pdf_is_written_with_every_page(
    name: str,
    sample: Report,
    fonts: FontSet,
    pages_of: Callable[..., PageSet],
    tmp_path: Path,
) -> None:
    path = tmp_path / "out.pdf"
    export_pdf(_INPUTS[name](sample), _FORM, fonts, path)
    pages = pages_of(name)
    document = pypdfium2.PdfDocument(path.read_bytes())
    assert len(document) == len(pages.pages)
    last = document[len(document) - 1].get_textpage().get_text_range()
    assert sorted("".join(last.split())) == sorted("".join(pages.pages[-1].text.split()))
    document.close()


@every_input
def test_pages_are_painted(
    name: str, pages_of: Callable[..., PageSet], painter: PagePainter, qapp: QApplication
) -> None:
    pages = pages_of(name).pages
    for page in (*pages[:2], *pages[-2:]):
        assert _has_ink(_painted(page, painter)) == bool(page.runs)


@pytest.mark.parametrize(("name", "characters"), _UNPRINTABLE.items(), ids=_UNPRINTABLE)
def test_unprintable_characters_are_named(
    name: str, characters: str, pages_of: Callable[..., PageSet]
) -> None:
    pages = pages_of(name)
    missing = {found.character for found in pages.missing}
    assert missing >= set(characters)
    (sentence,) = missing_notices(pages)
    assert sentence.isprintable()


@pytest.mark.parametrize("name", ["paragraph of 10,000", "3,000 closing brackets", "digits only"])
def test_no_character_of_a_long_paragraph_is_lost(
    name: str, sample: Report, pages_of: Callable[..., PageSet]
) -> None:
    printed = "".join("".join(page.text.split()) for page in pages_of(name).pages)
    text = _INPUTS[name](sample).chapters[0].paragraphs[0].text
    for character in set(text):
        assert printed.count(character) >= text.count(character)


@pytest.fixture
def painter(fonts: FontSet) -> PagePainter:
    return PagePainter(fonts)


def _painted(page: Page, painter: PagePainter) -> QImage:
    image = QImage(210, 297, QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    device = QPainter(image)
    try:
        painter.paint(page, device, 1.0)
    finally:
        device.end()
    return image


def _has_ink(image: QImage) -> bool:
    blank = QImage(image.size(), image.format())
    blank.fill(QColor("white"))
    return image != blank


def test_form_of_the_tests_is_the_founding_one(form: Form) -> None:
    assert form == _FORM
