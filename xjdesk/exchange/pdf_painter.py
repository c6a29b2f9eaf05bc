"""Pages -> PDF."""

from __future__ import annotations

from dataclasses import dataclass
from io import BytesIO

from xjdesk.typesetting.font_set import FontSet
from xjdesk.typesetting.pages import Face, PageSet


@dataclass(frozen=True, slots=True)
class PdfInfo:
    """What a PDF reader shows as the document's properties."""

    title: str
    author: str = ""
    subject: str = ""


def pdf_bytes(pages: PageSet, fonts: FontSet, info: PdfInfo) -> bytes:
    """The pages as a PDF file with embedded fonts and an outline.

    The same pages, fonts and info give the same bytes. OSError when a font file is gone.
    """
    from xjdesk.exchange.pdf_canvas import PdfCanvas
    from xjdesk.exchange.pdf_font import PdfFont

    pdf_fonts = {
        face: PdfFont(f"F{number}", fonts.metrics(face).opened(), characters)
        for number, (face, characters) in enumerate(_characters(pages).items(), 1)
    }
    output = BytesIO()
    canvas = PdfCanvas(output, pdf_fonts)
    canvas.setTitle(info.title)
    canvas.setAuthor(info.author)
    canvas.setSubject(info.subject)
    canvas.setCreator("西吉填报")
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
