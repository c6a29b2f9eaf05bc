"""Paints typeset pages with QPainter, for printer and preview.

It adds nothing to what typesetting says: every character stands where the PDF has it.
"""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QByteArray, QLineF, QPointF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QGlyphRun,
    QPaintEngine,
    QPainter,
    QPainterPath,
    QPen,
    QRawFont,
)

from xjdesk.core.errors import UserError
from xjdesk.gui.font_bytes import font_bytes
from xjdesk.typesetting.fonts.font_file import FontFile
from xjdesk.typesetting.fonts.font_set import FontSet
from xjdesk.typesetting.pages import Face, GlyphRun, Ink, Page, Rule

_MM_PER_PT = 25.4 / 72
_UNITS_PER_MM = 100.0
"""Glyph outlines are scaled from this many units, so that hinting never moves them."""
_OPENED_UNITS = 100.0
"""The size at which a font is opened; every other size is made from it."""

_LARGE_PX = 64.0
"""Qt keeps the pictures of glyphs up to this size, and finds their outlines anew beyond it."""

_INKS = {Ink.BLACK: QColor(0, 0, 0), Ink.RED: QColor.fromCmykF(*Ink.RED.cmyk)}


class PagePainter:
    """Paints pages in the fonts of a set; keeps the fonts it opened."""

    def __init__(self, fonts: FontSet) -> None:
        self._fonts = fonts
        self._opened: dict[tuple[Path, int], QRawFont] = {}
        self._raw: dict[tuple[Face, float], QRawFont] = {}
        self._outlines: dict[tuple[Face, float, str], QPainterPath] = {}

    def paint(self, page: Page, painter: QPainter, units_per_mm: float) -> None:
        """Paint the page with its top left corner at the painter's origin.

        `units_per_mm` is how many of the painter's units are one mm. UserError when a font
        cannot be opened.
        """
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.TextAntialiasing)
        painter.scale(units_per_mm / _UNITS_PER_MM, units_per_mm / _UNITS_PER_MM)
        is_on_screen = painter.paintEngine().type() == QPaintEngine.Type.Raster
        try:
            for rule in page.rules:
                _paint_rule(rule, painter)
            for run in page.runs:
                if is_on_screen and run.size_pt * _MM_PER_PT * units_per_mm > _LARGE_PX:
                    self._paint_large_run(run, painter)
                else:
                    self._paint_run(run, painter)
        finally:
            painter.restore()

    def _paint_run(self, run: GlyphRun, painter: QPainter) -> None:
        if not run.text:
            return
        font = self._raw_font(run.face, run.size_pt)
        glyphs = QGlyphRun()
        glyphs.setRawFont(font)
        glyphs.setGlyphIndexes([_glyph_index(font, character) for character in run.text])
        glyphs.setPositions(self._positions(run))
        painter.setPen(_INKS[run.ink])
        painter.drawGlyphRun(QPointF(0.0, 0.0), glyphs)

    def _paint_large_run(self, run: GlyphRun, painter: QPainter) -> None:
        """The same, glyph by glyph from outlines that are kept: several times as fast."""
        for character, at in zip(run.text, self._positions(run), strict=True):
            key = (run.face, run.size_pt, character)
            if key not in self._outlines:
                font = self._raw_font(run.face, run.size_pt)
                self._outlines[key] = font.pathForGlyph(_glyph_index(font, character))
            painter.translate(at)
            painter.fillPath(self._outlines[key], _INKS[run.ink])
            painter.translate(-at)

    def _positions(self, run: GlyphRun) -> list[QPointF]:
        """Where the characters begin on the baseline."""
        positions: list[QPointF] = []
        x = run.x_mm
        for character in run.text:
            positions.append(QPointF(x, run.baseline_mm) * _UNITS_PER_MM)
            x += self._fonts.advance_mm(run, character)
        return positions

    def _raw_font(self, face: Face, size_pt: float) -> QRawFont:
        key = (face, size_pt)
        if key not in self._raw:
            # Qt makes sizes of a font that is open from the same data, but opens a copy of what it
            # is given.
            font = QRawFont(self._opened_font(self._fonts.files[face]))
            font.setPixelSize(size_pt * _MM_PER_PT * _UNITS_PER_MM)
            self._raw[key] = font
        return self._raw[key]

    def _opened_font(self, file: FontFile) -> QRawFont:
        # One file may play several faces.
        key = (file.path, file.index)
        if key not in self._opened:
            data = QByteArray(font_bytes(file))
            font = QRawFont(data, _OPENED_UNITS, QFont.HintingPreference.PreferNoHinting)
            if not font.isValid():
                sentence = f"字体“{file.family}”无法用于打印，请先导出 PDF 再打印。"
                raise UserError(sentence, f"{file.path} #{file.index}")
            self._opened[key] = font
        return self._opened[key]


def _paint_rule(rule: Rule, painter: QPainter) -> None:
    pen = QPen(_INKS[rule.ink], rule.width_mm * _UNITS_PER_MM)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    painter.setPen(pen)
    painter.drawLine(
        QLineF(
            rule.x0 * _UNITS_PER_MM,
            rule.y0 * _UNITS_PER_MM,
            rule.x1 * _UNITS_PER_MM,
            rule.y1 * _UNITS_PER_MM,
        )
    )


def _glyph_index(font: QRawFont, character: str) -> int:
    return (font.glyphIndexesForString(character) or [0])[0]
