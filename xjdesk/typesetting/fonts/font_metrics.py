"""The measures of one font's glyphs, read through HarfBuzz."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass

from xjdesk.typesetting.fonts.font_file import FontFile
from xjdesk.typesetting.fonts.harfbuzz import OpenFont, open_font

_BLANK = "Zs"
"""The Unicode category of the characters that have a width and no ink."""


@dataclass(frozen=True, slots=True)
class InkBox:
    """The extent of a glyph's ink in em from its origin on the baseline, y upwards."""

    left: float
    bottom: float
    right: float
    top: float


class FontMetrics:
    """Advances and extents of a font's characters, in em; each is read once and kept.

    The file is opened at the first question and stays mapped into memory.
    """

    def __init__(self, file: FontFile) -> None:
        self.file = file
        self._open: OpenFont | None = None
        self._advances: dict[str, float | None] = {}
        self._inks: dict[str, InkBox | None] = {}

    def advance(self, character: str) -> float | None:
        """The advance width of a character; None when the font lacks it."""
        try:
            return self._advances[character]
        except KeyError:
            return self._advances.setdefault(character, self._read_advance(character))

    def ink(self, character: str) -> InkBox | None:
        """The ink of a character; None when the font lacks it or it is blank."""
        try:
            return self._inks[character]
        except KeyError:
            return self._inks.setdefault(character, self._read_ink(character))

    def opened(self) -> OpenFont:
        """The font itself, opened when first asked for; OSError when the file is gone."""
        if self._open is None:
            self._open = open_font(self.file.path, self.file.index)
        return self._open

    def _read_advance(self, character: str) -> float | None:
        # Some fonts have an empty glyph for every character of GBK that they do not draw.
        if self.ink(character) is None and unicodedata.category(character) != _BLANK:
            return None
        opened = self.opened()
        glyph = opened.font.get_nominal_glyph(ord(character))
        return opened.font.get_glyph_h_advance(glyph) / opened.face.upem if glyph else None

    def _read_ink(self, character: str) -> InkBox | None:
        opened = self.opened()
        glyph = opened.font.get_nominal_glyph(ord(character))
        extents = opened.font.get_glyph_extents(glyph) if glyph else None
        if extents is None or not extents.width or not extents.height:
            return None
        em = opened.face.upem
        left, top = extents.x_bearing / em, extents.y_bearing / em
        return InkBox(left, top + extents.height / em, left + extents.width / em, top)
