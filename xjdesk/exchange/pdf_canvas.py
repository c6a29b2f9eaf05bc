"""Drawing glyph runs and rules on reportlab's canvas."""

from __future__ import annotations

from collections.abc import Mapping
from io import BytesIO
from itertools import groupby
from typing import cast

from reportlab.pdfbase.pdfdoc import PDFDictionary, PDFDocument, PDFPage
from reportlab.pdfgen.canvas import Canvas
from reportlab.pdfgen.textobject import PDFTextObject

from xjdesk.exchange.pdf_font import PdfFont, compressed
from xjdesk.typesetting.grid import MM_PER_PT, PAGE_HEIGHT_MM, PAGE_WIDTH_MM
from xjdesk.typesetting.pages import Bookmark, Face, GlyphRun, Ink, Page, Rule

_BASIC_FONTS = "BasicFonts"
"""reportlab's name for the fonts that every page may use."""


class PdfCanvas(Canvas):
    """A canvas that knows only the fonts given to it.

    reportlab's own registry of fonts is shared by the whole program and numbers glyphs in subsets
    of 256; the fonts here belong to one document and are embedded as one subset each.
    """

    _doc: PDFDocument

    def __init__(self, output: BytesIO, fonts: Mapping[Face, PdfFont]) -> None:
        super().__init__(
            output,
            pagesize=(PAGE_WIDTH_MM / MM_PER_PT, PAGE_HEIGHT_MM / MM_PER_PT),
            invariant=1,
            lang="zh-CN",
        )
        self._fonts = fonts
        page_fonts = cast("PDFDictionary", self._doc.idToObject[_BASIC_FONTS]).dict
        for font in fonts.values():
            page_fonts[font.name] = self._doc.Reference(font.add_to(self._doc), font.name)

    def _make_preamble(self) -> None:
        # reportlab's own begins every page with Helvetica, which would be in the file unembedded.
        self._preamble = "1 0 0 1 0 0 cm"

    def draw_page(self, page: Page) -> None:
        """Draw a page of the document and go on to the next."""
        # All that reportlab asks of a text object is its operators.
        self.drawText(cast("PDFTextObject", _PageContent(page, self._fonts)))
        name = self._doc.thisPageName()
        self.showPage()
        # reportlab would write the stream as ASCII85, a quarter longer and slower.
        done = cast("PDFPage", self._doc.idToObject[name])
        done.Contents = compressed(done.stream.encode("ascii"))

    def add_bookmark(self, key: str, bookmark: Bookmark) -> None:
        """Enter a place on the page being drawn in the outline; `key` names it in the file."""
        self.bookmarkPage(key, fit="XYZ", left=0, top=_y(bookmark.y_mm), zoom=0)
        self.addOutlineEntry(bookmark.title, key, level=0)


class _PageContent:
    """A page as PDF operators, in the form in which `Canvas.drawText` takes text."""

    def __init__(self, page: Page, fonts: Mapping[Face, PdfFont]) -> None:
        self._page = page
        self._fonts = fonts

    def getCode(self) -> str:  # noqa: N802  (reportlab's name)
        """The operators."""
        code = list(map(_rule_code, self._page.rules))
        for ink, runs in groupby(self._page.runs, key=lambda run: run.ink):
            code += ["BT", f"{_colour(ink)} k", *map(self._run_code, runs), "ET"]
        return "\n".join(code)

    def _run_code(self, run: GlyphRun) -> str:
        font = self._fonts[run.face]
        spacing = run.letter_spacing_mm / MM_PER_PT
        return (
            f"/{font.name} {run.size_pt:.4f} Tf {spacing:.4f} Tc "
            f"1 0 0 1 {_x(run.x_mm):.3f} {_y(run.baseline_mm):.3f} Tm <{font.codes(run.text)}> Tj"
        )


def _rule_code(rule: Rule) -> str:
    return (
        f"{_colour(rule.ink)} K {rule.width_mm / MM_PER_PT:.3f} w "
        f"{_x(rule.x0):.3f} {_y(rule.y0):.3f} m {_x(rule.x1):.3f} {_y(rule.y1):.3f} l S"
    )


def _colour(ink: Ink) -> str:
    return " ".join(f"{share:g}" for share in ink.cmyk)


def _x(mm: float) -> float:
    return mm / MM_PER_PT


def _y(mm: float) -> float:
    return (PAGE_HEIGHT_MM - mm) / MM_PER_PT
