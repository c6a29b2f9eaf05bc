"""How far Chinese marks may be squeezed into the blank that is part of them (标点挤压).

A full-width mark is half ink, half blank. Where two of them meet, one blank is dropped; a single
one gives up its blank only where a line could otherwise not be ended well. What is blank, the
font's own ink says. GB/T 15834 and GB/T 9704-2012 leave this to the typesetter; it follows the
usage of Chinese typesetting that word processors follow, too.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from xjdesk.typesetting.fonts.font_set import FontSet, Glyph
from xjdesk.typesetting.pages import Face

CLOSING_BRACKETS = frozenset("）》〉】〕」』”’］｝〗﹚")
CLOSING = CLOSING_BRACKETS | frozenset("，。、；：！？")
OPENING = frozenset("（《〈【〔「『“‘［｛〖﹙")
_MARKS = CLOSING | OPENING

_HALF_EM = 0.5
_KEPT_EM = 0.08
"""Always left between the ink of a squeezed mark and its neighbour."""
MOST_SHARE = 0.6
"""Of the blank of a mark within a line, what may be taken at the most: the sentences stay apart."""


@dataclass(frozen=True, slots=True)
class Squeeze:
    """What can be taken from the step behind each glyph, in em.

    `always` is taken wherever the glyph stands, `most` is what a line may take besides.
    """

    always: Sequence[float]
    most: Sequence[float]


def hanging(squeezable: Sequence[float], text: str, end: int) -> float:
    """The blank of the mark that ends a line before `end`: it may stand beyond the measure.

    The blank in front of an opening mark that begins the next line is not this line's.
    """
    return squeezable[end - 1] if text[end - 1] in CLOSING else 0.0


def capacity(squeezable: Sequence[float], text: str, start: int, end: int) -> float:
    """What a line from `start` to before `end` can be squeezed by in all."""
    return hanging(squeezable, text, end) + MOST_SHARE * sum(squeezable[start : end - 1])


class Punctuation:
    """Knows the blanks of the marks in a set of fonts; each is measured once."""

    def __init__(self, fonts: FontSet) -> None:
        self._fonts = fonts
        self._blanks: dict[tuple[Face, str], float] = {}

    def squeeze(self, glyphs: Sequence[Glyph], text: str) -> Squeeze | None:
        """What the glyphs, whose characters are `text`, can give up; None for nothing."""
        marks = [i for i, character in enumerate(text) if character in _MARKS]
        if not marks:
            return None
        always, most = [0.0] * len(text), [0.0] * len(text)
        for i in marks:
            blank = self._blank(glyphs[i])
            if text[i] in CLOSING:
                meets = i + 1 < len(text) and text[i + 1] in _MARKS
                (always if meets else most)[i] = blank
            elif i > 0 and always[i - 1] == 0.0:
                (always if text[i - 1] in OPENING else most)[i - 1] = blank
        return Squeeze(always, most)

    def _blank(self, glyph: Glyph) -> float:
        key = (glyph.face, glyph.character)
        if key not in self._blanks:
            self._blanks[key] = self._measured(glyph)
        return self._blanks[key]

    def _measured(self, glyph: Glyph) -> float:
        """The blank behind a closing or before an opening mark, as far as it can be given up."""
        ink = self._fonts.metrics(glyph.face).ink(glyph.character)
        if ink is None:
            return 0.0
        blank = glyph.advance_em - ink.right if glyph.character in CLOSING else ink.left
        return min(_HALF_EM, max(0.0, blank - _KEPT_EM))
