"""Figures are printed and handed up as the plain numbers that they show."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest

from xjdesk.core.address import CellAddress
from xjdesk.core.figure import Figure, FigureKind, FigureSource
from xjdesk.core.report import Chapter, Paragraph, Report
from xjdesk.exchange.pdf_info import PdfInfo
from xjdesk.exchange.pdf_painter import pdf_bytes
from xjdesk.exchange.pdf_subset import FontSubsets
from xjdesk.exchange.text.reader import read_report
from xjdesk.exchange.xlsx_writer import xlsx_bytes
from xjdesk.resource_files import resource
from xjdesk.storage.form_library import shipped_forms
from xjdesk.typesetting.document import typeset
from xjdesk.typesetting.fonts.font_search import find_fonts
from xjdesk.typesetting.page_options import PageOptions

_SAMPLE = "xiji-2016.txt"
_FORMS = shipped_forms()
_FORM = _FORMS.form("zfxxgk-2014")
_SOURCE = FigureSource(FigureKind.VALUE, (CellAddress("statistics", "received", "count"),))


def _figured(paragraph: Paragraph) -> Paragraph:
    """The paragraph, every number of which is a figure."""
    found = re.finditer(r"[0-9]+", paragraph.text)
    return replace(paragraph, figures=tuple(Figure(m.start(), m.end(), _SOURCE) for m in found))


def _with_figures(chapter: Chapter) -> Chapter:
    return replace(chapter, paragraphs=tuple(map(_figured, chapter.paragraphs)))


@pytest.fixture(scope="module")
def plain() -> Report:
    return read_report(resource("samples", _SAMPLE).read_bytes(), _SAMPLE, _FORMS).report


@pytest.fixture(scope="module")
def figured(plain: Report) -> Report:
    report = replace(plain, chapters=tuple(map(_with_figures, plain.chapters)))
    assert sum(len(p.figures) for c in report.chapters for p in c.paragraphs) > 20
    return report


def test_the_workbook_is_the_same_to_the_byte(plain: Report, figured: Report) -> None:
    assert xlsx_bytes(figured, _FORM) == xlsx_bytes(plain, _FORM)


def test_the_pages_and_the_pdf_are_the_same_to_the_byte(plain: Report, figured: Report) -> None:
    fonts = find_fonts((), Path(str(resource("fonts"))))
    info = PdfInfo(title="", author="", subject="")

    def printed(report: Report) -> bytes:
        return pdf_bytes(typeset(report, _FORM, fonts, PageOptions()), fonts, info, FontSubsets())

    assert printed(figured) == printed(plain)
