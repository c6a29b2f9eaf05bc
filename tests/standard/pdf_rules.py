"""Measuring the rules of a finished PDF with PDFium."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from itertools import pairwise

import pypdfium2
import pypdfium2.raw as pdfium

from tests.standard.measured_page import Box, MeasuredRule

_MM = 25.4 / 72


def measured_rules(page: pypdfium2.PdfPage) -> Iterator[MeasuredRule]:
    """The lines of a page; ValueError when something else is drawn."""
    height = page.get_height()
    for path in page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_PATH]):
        width = ctypes.c_float()
        pdfium.FPDFPageObj_GetStrokeWidth(path.raw, width)
        colour = _stroke_colour(path.raw)
        for (x0, y0), (x1, y1) in pairwise(_corners(path.raw)):
            left, right = sorted((x0 * _MM, x1 * _MM))
            top, bottom = sorted(((height - y0) * _MM, (height - y1) * _MM))
            yield MeasuredRule(Box(left, top, right, bottom), width.value * _MM, colour)


def _corners(path: object) -> list[tuple[float, float]]:
    """The points of a path in points of the page; ValueError when it is no stroked line."""
    fill, stroke = ctypes.c_int(), ctypes.c_int()
    pdfium.FPDFPath_GetDrawMode(path, fill, stroke)
    matrix = pdfium.FS_MATRIX()
    pdfium.FPDFPageObj_GetMatrix(path, matrix)
    if fill.value or not stroke.value or (matrix.a, matrix.b, matrix.c, matrix.d) != (1, 0, 0, 1):
        raise ValueError("a path that is not a plain stroked line")
    corners: list[tuple[float, float]] = []
    for index in range(pdfium.FPDFPath_CountSegments(path)):
        segment = pdfium.FPDFPath_GetPathSegment(path, index)
        kind = pdfium.FPDFPathSegment_GetType(segment)
        if kind != (pdfium.FPDF_SEGMENT_LINETO if corners else pdfium.FPDF_SEGMENT_MOVETO):
            raise ValueError("a path that is not one straight stretch after the other")
        x, y = ctypes.c_float(), ctypes.c_float()
        pdfium.FPDFPathSegment_GetPoint(segment, x, y)
        corners.append((x.value + matrix.e, y.value + matrix.f))
    return corners


def _stroke_colour(path: object) -> tuple[int, int, int]:
    parts = [ctypes.c_uint() for _ in range(4)]
    pdfium.FPDFPageObj_GetStrokeColor(path, *parts)
    return parts[0].value, parts[1].value, parts[2].value
