"""The official page: A4, type area (版心), line grid and type sizes of GB/T 9704-2012.

Lengths are mm, type sizes pt. 一字 and 一行 of clause 3 are `CELL_MM` and `LINE_MM` for 三号.
"""

from __future__ import annotations

from dataclasses import dataclass

MM_PER_PT = 25.4 / 72

PAGE_WIDTH_MM = 210.0
PAGE_HEIGHT_MM = 297.0
TEXT_WIDTH_MM = 156.0
TEXT_HEIGHT_MM = 225.0
TEXT_TOP_MM = 37.0
TEXT_BOTTOM_MM = TEXT_TOP_MM + TEXT_HEIGHT_MM
BINDING_MARGIN_MM = 28.0

SIZE_2_PT = 22.0
SIZE_3_PT = 16.0
SIZE_4_PT = 14.0
SIZE_SMALL_4_PT = 12.0
SIZE_5_PT = 10.5
SIZE_SMALL_5_PT = 9.0

LINES_PER_PAGE = 22
CHARACTERS_PER_LINE = 28

CELL_MM = (TEXT_WIDTH_MM - SIZE_3_PT * MM_PER_PT) / (CHARACTERS_PER_LINE - 1)
"""一字 of clause 3 for 三号: from one character to the next where 28 of them fill a line from edge
to edge (15.785 pt; the glyph itself is `SIZE_3_PT` wide)."""

SQUEEZE_MM = CELL_MM - SIZE_3_PT * MM_PER_PT
"""Letter spacing that brings 三号 glyphs onto the grid; negative."""

LINE_MM = (TEXT_HEIGHT_MM - SIZE_3_PT * MM_PER_PT) / (LINES_PER_PAGE - 1)
"""From line to line: the first line's top and the last line's bottom are the 版心's (29.61 pt)."""

TITLE_LINE_MM = (SIZE_2_PT + SIZE_3_PT * 7 / 8) * MM_PER_PT
"""From line to line of a 二号 title (clause 3: the character's height and 7/8 of 三号)."""

IMPRINT_LINE_MM = (SIZE_4_PT + SIZE_3_PT * 7 / 8) * MM_PER_PT
"""From line to line of the 四号 imprint."""

ROUNDING_MM = 1e-6
"""Lengths closer than this are equal."""


@dataclass(frozen=True, slots=True)
class Pitch:
    """How close the text is set: lines on a full page and 三号 characters on a line.

    22 and 28 unless something else is needed (5.2.3); 7.3.5.5 allows that where the page of the
    signature would otherwise hold no text.
    """

    lines: int = LINES_PER_PAGE
    characters: int = CHARACTERS_PER_LINE

    @property
    def line_mm(self) -> float:
        """From line to line, such that `lines` of them fill the 版心."""
        return (TEXT_HEIGHT_MM - SIZE_3_PT * MM_PER_PT) / (self.lines - 1)

    @property
    def cell_mm(self) -> float:
        """From character to character, such that `characters` of them fill a line."""
        return (TEXT_WIDTH_MM - SIZE_3_PT * MM_PER_PT) / (self.characters - 1)

    @property
    def spacing_mm(self) -> float:
        """Letter spacing that brings 三号 glyphs onto these cells."""
        return self.cell_mm - SIZE_3_PT * MM_PER_PT


def mm(size_pt: float) -> float:
    """A length in pt as mm."""
    return size_pt * MM_PER_PT


def text_left_mm(page_number: int, double_sided: bool) -> float:
    """The left edge of the 版心; on the back of a sheet the binding side is the right one."""
    if double_sided and page_number % 2 == 0:
        return PAGE_WIDTH_MM - BINDING_MARGIN_MM - TEXT_WIDTH_MM
    return BINDING_MARGIN_MM
