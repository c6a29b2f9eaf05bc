"""Drawing glyph runs and rules on reportlab's canvas."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from io import BytesIO
from itertools import groupby
from operator import attrgetter
from typing import cast

from reportlab.pdfbase.pdfdoc import PDFDictionary, PDFDocument, PDFPage
from reportlab.pdfgen.canvas import Canvas

from xjdesk.exchange.pdf_font import PdfFont
from xjdesk.exchange.pdf_info import PdfInfo
from xjdesk.exchange.pdf_metadata import LANGUAGE, add_metadata, metadata_text
from xjdesk.exchange.pdf_stream import compressed, flate_stream
from xjdesk.typesetting.fonts.font_report import FontUse
from xjdesk.typesetting.grid import MM_PER_PT, PAGE_HEIGHT_MM, PAGE_WIDTH_MM
from xjdesk.typesetting.pages import Bookmark, Face, Ink, Page, Rule

_VERSION = (1, 7)
_PT_PER_MM = 1 / MM_PER_PT


class PdfCanvas(Canvas):
    """A canvas that knows only the fonts given to it.

    reportlab's own registry of fonts is shared by the whole program and numbers glyphs in subsets
    of 256; the fonts here belong to one document and are embedded as one subset each.
    """

    _doc: PDFDocument

    def __init__(self, output: BytesIO, fonts: Mapping[Face, PdfFont]) -> None:
        super().__init__(
            output,
            pagesize=(_x(PAGE_WIDTH_MM), _y(0.0)),
            pdfVersion=_VERSION,
            invariant=1,
            lang=LANGUAGE,
        )
        self._fonts = fonts
        page_fonts = {
            font.name: self._doc.Reference(font.add_to(self._doc), font.name)
            for font in fonts.values()
        }
        resources = PDFDictionary({"Font": PDFDictionary(page_fonts)})
        self._resources = self._doc.Reference(resources, "resources")
        self.setViewerPreference("DisplayDocTitle", "true")
        # Measures are the point of an official document: no reader is to shrink it to the paper.
        self.setViewerPreference("PrintScaling", "None")

    def _make_preamble(self) -> None:
        # reportlab's own begins every page with Helvetica, which would be in the file unembedded.
        self._preamble = ""

    def describe(self, info: PdfInfo, fonts: tuple[FontUse, ...]) -> None:
        """Enter what the document is and the fonts it is set in."""
        add_metadata(self._doc, info, fonts)

    def draw_page(self, page: Page) -> None:
        """Draw a page of the document and go on to the next."""
        name = self._doc.thisPageName()
        self.showPage()
        code = "\n".join([*_rules_code(page), *self._runs_code(page)]).encode("ascii")
        self._doc.updateSignature(code)
        # reportlab would write the stream as ASCII85, a quarter longer and slower.
        done = cast("PDFPage", self._doc.idToObject[name])
        done.Contents = flate_stream(compressed(code))
        done.Resources, done.Trans = self._resources, None

    def add_bookmark(self, key: str, bookmark: Bookmark) -> None:
        """Enter a place on the page being drawn in the outline; `key` names it in the file."""
        self.bookmarkPage(key, fit="XYZ", left=0, top=_y(bookmark.y_mm), zoom=0)
        self.addOutlineEntry(metadata_text(bookmark.title), key, level=0)

    def _runs_code(self, page: Page) -> Iterator[str]:
        for ink, runs in groupby(page.runs, key=attrgetter("ink")):
            yield f"BT {_colour(ink)} k"
            for run in runs:
                if not run.text:
                    continue
                font = self._fonts[run.face]
                yield (
                    f"/{font.name} {run.size_pt:g} Tf {run.letter_spacing_mm * _PT_PER_MM:.4f} Tc "
                    f"1 0 0 1 {_x(run.x_mm):.3f} {_y(run.baseline_mm):.3f} Tm "
                    f"<{font.codes(run.text)}> Tj"
                )
            yield "ET"


def _rules_code(page: Page) -> Iterator[str]:
    for (ink, width_mm), rules in groupby(page.rules, key=attrgetter("ink", "width_mm")):
        yield f"{_colour(ink)} K {_x(width_mm):.3f} w"
        yield from map(_rule_code, rules)


def _rule_code(rule: Rule) -> str:
    return f"{_x(rule.x0):.3f} {_y(rule.y0):.3f} m {_x(rule.x1):.3f} {_y(rule.y1):.3f} l S"


def _colour(ink: Ink) -> str:
    return " ".join(f"{share:g}" for share in ink.cmyk)


def _x(mm: float) -> float:
    return mm * _PT_PER_MM


def _y(mm: float) -> float:
    return (PAGE_HEIGHT_MM - mm) * _PT_PER_MM
