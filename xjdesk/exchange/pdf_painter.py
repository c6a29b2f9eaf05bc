"""Pages -> PDF."""

from __future__ import annotations

from io import BytesIO

from xjdesk.exchange.pdf_canvas import PdfCanvas
from xjdesk.exchange.pdf_font import PdfFont
from xjdesk.exchange.pdf_info import PdfInfo
from xjdesk.exchange.pdf_subset import FontSubsets
from xjdesk.typesetting.fonts.font_report import font_report
from xjdesk.typesetting.fonts.font_set import FontSet
from xjdesk.typesetting.pages import Face, PageSet


def pdf_bytes(
    pages: PageSet, fonts: FontSet, info: PdfInfo, subsets: FontSubsets | None = None
) -> bytes:
    """The pages as a PDF file with embedded fonts, an outline and metadata.

    The same pages, fonts and info give the same bytes; `subsets` that are kept from one call to
    the next make it faster. OSError when a font file is gone.
    """
    kept = subsets or FontSubsets()
    pdf_fonts: dict[Face, PdfFont] = {}
    for number, (face, characters) in enumerate(_characters(pages).items(), 1):
        subset = kept.subset(fonts.files[face], fonts.metrics(face).opened(), characters)
        pdf_fonts[face] = PdfFont(f"F{number}", subset)
    output = BytesIO()
    canvas = PdfCanvas(output, pdf_fonts)
    canvas.describe(info, font_report(fonts, pages.faces))
    for page in pages.pages:
        for index, bookmark in enumerate(pages.bookmarks):
            if bookmark.page_number == page.number:
                canvas.add_bookmark(f"bookmark{index}", bookmark)
        canvas.draw_page(page)
    if pages.bookmarks:
        canvas.showOutline()
    canvas.save()
    return output.getvalue()


def _characters(pages: PageSet) -> dict[Face, set[str]]:
    """The characters that occur in each face, faces in a fixed order."""
    used: dict[Face, set[str]] = {face: set() for face in Face if face in pages.faces}
    for page in pages.pages:
        for run in page.runs:
            used[run.face].update(run.text)
    return used
