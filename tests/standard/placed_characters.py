"""Where the characters of typeset pages leave their ink, before any PDF is written."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from tests.standard.measured_page import Box
from xjdesk.typesetting.fonts.font_set import FontSet
from xjdesk.typesetting.pages import Face, GlyphRun, Page, PageSet

_MM = 25.4 / 72


@dataclass(frozen=True, slots=True)
class PlacedCharacter:
    """A character that leaves ink: `index` is its place in its run, `ink` is in mm on the page."""

    page_number: int
    run: GlyphRun
    index: int
    ink: Box

    @property
    def text(self) -> str:
        return self.run.text[self.index]


class Placing:
    """Finds the ink of characters; keeps what it asked the fonts."""

    def __init__(self, fonts: FontSet) -> None:
        self._fonts = fonts
        self._inks: dict[tuple[Face, str], Box | None] = {}

    def characters(self, pages: PageSet) -> Iterator[PlacedCharacter]:
        """Every character of every page that leaves ink, run after run."""
        for page in pages.pages:
            for run in page.runs:
                yield from self._in_run(page, run)

    def body(self, run: GlyphRun) -> Box:
        """From the first character of a run to the last, as high as the type size."""
        centre = run.baseline_mm - self._fonts.centre_em(run.face) * run.size_pt * _MM
        half = run.size_pt * _MM / 2
        right = run.x_mm + self._fonts.width_mm(run) - run.letter_spacing_mm
        return Box(run.x_mm, centre - half, right, centre + half)

    def _in_run(self, page: Page, run: GlyphRun) -> Iterator[PlacedCharacter]:
        em, x = run.size_pt * _MM, run.x_mm
        for index, character in enumerate(run.text):
            ink = self._ink(run.face, character)
            if ink is not None:
                top, bottom = run.baseline_mm - ink.top * em, run.baseline_mm - ink.bottom * em
                box = Box(x + ink.left * em, top, x + ink.right * em, bottom)
                yield PlacedCharacter(page.number, run, index, box)
            x += self._fonts.advance_mm(run, character)

    def _ink(self, face: Face, character: str) -> Box | None:
        """The ink in em from the origin, y upwards."""
        key = (face, character)
        if key not in self._inks:
            ink = self._fonts.metrics(face).ink(character)
            self._inks[key] = ink and Box(ink.left, ink.top, ink.right, ink.bottom)
        return self._inks[key]
