"""Measuring a finished PDF with PDFium: every character with its place, size, font and colour.

Where the 字身 (the square a character is cast on) of a line lies is not written in a PDF. In every
CJK face the ink of the ideographs is centred on it, so its centre is taken as the median centre
of the ink of all ideographs of that face in the document; the result agrees with the faces'
design boxes to 0.02 em, or 0.1 mm at 三号.
"""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from dataclasses import dataclass, replace
from statistics import median

import pypdfium2
import pypdfium2.raw as pdfium

from tests.standard.measured_page import Box, MeasuredCharacter, MeasuredPage
from tests.standard.pdf_rules import measured_rules

_MM = 25.4 / 72
_USUAL_CENTRE_EM = 0.38
_FACES = {
    "FangSong": "仿宋",
    "KaiTi": "楷体",
    "HeiTi": "黑体",
    "XiaoBiaoSong": "小标宋",
    "SongTi": "宋体",
}
_HYPHENS = frozenset("\x02\ufffe")
"""What PDFium makes of a hyphen at the end of a line."""


def measured_pages(data: bytes) -> tuple[MeasuredPage, ...]:
    """The pages of a PDF file."""
    document = pypdfium2.PdfDocument(data)
    pages = [_page(document[index], index + 1) for index in range(len(document))]
    document.close()
    centres = _centres(pages)
    return tuple(
        replace(page, characters=tuple(_with_body(c, centres) for c in page.characters))
        for page in pages
    )


def _page(page: pypdfium2.PdfPage, number: int) -> MeasuredPage:
    width, height = page.get_size()
    measures = _Measures(height)
    text = page.get_textpage()
    return MeasuredPage(
        number,
        width * _MM,
        height * _MM,
        tuple(measures.characters(text)),
        tuple(measured_rules(page)),
    )


@dataclass(frozen=True, slots=True)
class _Measures:
    """Turns PDFium's points from the bottom left corner into mm from the top left one."""

    height_pt: float

    def characters(self, text: pypdfium2.PdfTextPage) -> Iterator[MeasuredCharacter]:
        high = 0
        for index in range(text.count_chars()):
            if pdfium.FPDFText_IsGenerated(text, index):
                continue
            code = pdfium.FPDFText_GetUnicode(text, index)
            # Beyond the basic plane PDFium counts a character as two, both at its place.
            if 0xD800 <= code < 0xDC00:
                high = code
                continue
            if 0xDC00 <= code < 0xE000:
                code = 0x10000 + ((high - 0xD800) << 10) + (code - 0xDC00)
            if not chr(code).isspace():
                yield self._character(text, index, chr(code))

    def _character(
        self, text: pypdfium2.PdfTextPage, index: int, character: str
    ) -> MeasuredCharacter:
        x, y = ctypes.c_double(), ctypes.c_double()
        pdfium.FPDFText_GetCharOrigin(text, index, x, y)
        matrix = pdfium.FS_MATRIX()
        pdfium.FPDFText_GetMatrix(text, index, matrix)
        ink = self._ink(text, index, y.value)
        advance = text.get_charbox(index, loose=True)[2]
        return MeasuredCharacter(
            "-" if character in _HYPHENS else character,
            replace(ink, left=x.value * _MM, right=advance * _MM),
            ink,
            self._down(y.value),
            pdfium.FPDFText_GetFontSize(text, index) * abs(matrix.d),
            _face(text, index),
            _fill_colour(text, index),
            abs(matrix.b) + abs(matrix.c) < 1e-6 and matrix.a > 0 and matrix.d > 0,
            _is_emboldened(text, index),
        )

    def _ink(self, text: pypdfium2.PdfTextPage, index: int, baseline_pt: float) -> Box:
        left, bottom, right, top = text.get_charbox(index)
        # PDFium raises the top of a glyph by a 64th of its height above the baseline.
        top = baseline_pt + (top - baseline_pt) * 64 / 65
        return Box(left * _MM, self._down(top), right * _MM, self._down(bottom))

    def _down(self, y_pt: float) -> float:
        return (self.height_pt - y_pt) * _MM


def _face(text: pypdfium2.PdfTextPage, index: int) -> str:
    name = ctypes.create_string_buffer(200)
    flags = ctypes.c_int()
    pdfium.FPDFText_GetFontInfo(text, index, name, len(name), flags)
    font = name.value.decode()
    return next((face for part, face in _FACES.items() if part in font), font)


def _is_emboldened(text: pypdfium2.PdfTextPage, index: int) -> bool:
    run = pdfium.FPDFText_GetTextObject(text, index)
    return pdfium.FPDFTextObj_GetTextRenderMode(run) != pdfium.FPDF_TEXTRENDERMODE_FILL


def _fill_colour(text: pypdfium2.PdfTextPage, index: int) -> tuple[int, int, int]:
    parts = [ctypes.c_uint() for _ in range(4)]
    pdfium.FPDFText_GetFillColor(text, index, *parts)
    return parts[0].value, parts[1].value, parts[2].value


def _centres(pages: list[MeasuredPage]) -> dict[str, float]:
    """How far above the baseline the middle of the ideographs lies, in em, for each face."""
    found: dict[str, list[float]] = {}
    for page in pages:
        for c in page.characters:
            if c.is_ideograph:
                above = c.baseline_mm - c.ink.centre
                found.setdefault(c.face, []).append(above / (c.size_pt * _MM))
    return {face: median(values) for face, values in found.items()}


def _with_body(c: MeasuredCharacter, centres: dict[str, float]) -> MeasuredCharacter:
    middle = c.baseline_mm - centres.get(c.face, _USUAL_CENTRE_EM) * c.size_pt * _MM
    half = c.size_pt * _MM / 2
    return replace(c, body=replace(c.body, top=middle - half, bottom=middle + half))
