"""How long a line of the title may be, and how long one is without looking at a font."""

from __future__ import annotations

from unicodedata import east_asian_width

from xjdesk.typesetting.grid import SIZE_2_PT, TEXT_WIDTH_MM, mm

TITLE_MEASURE_EM = TEXT_WIDTH_MM / mm(SIZE_2_PT)
"""The width of the 版心 in characters of the 二号 title: 20.1."""

_HALF_WIDTH_EM = 0.6


def estimated_advances_em(text: str) -> list[float]:
    """About how wide the characters are in em: digits and Latin letters are narrower ones.

    Fonts for titles have wide digits: those of 0.5 em leave a line shorter than it is taken to be.
    """
    narrow = ("Na", "H")
    return [_HALF_WIDTH_EM if east_asian_width(c) in narrow else 1.0 for c in text]
