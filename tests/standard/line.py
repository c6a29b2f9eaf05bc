"""Lines of text on a measured page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from tests.standard.measured_page import Box, MeasuredCharacter, MeasuredPage

_SAME_BASELINE_MM = 1.0


@dataclass(frozen=True, slots=True)
class Line:
    """Characters on one baseline, from left to right; never empty."""

    page_number: int
    characters: tuple[MeasuredCharacter, ...]

    @property
    def text(self) -> str:
        return "".join(c.text for c in self.characters)

    @property
    def body(self) -> Box:
        """From the first 字身 to the last, as high as they are."""
        bodies = [c.body for c in self.characters]
        return Box(
            bodies[0].left,
            min(b.top for b in bodies),
            max(b.right for b in bodies),
            max(b.bottom for b in bodies),
        )

    @property
    def baseline_mm(self) -> float:
        return self.characters[0].baseline_mm

    @property
    def centre_mm(self) -> float:
        """Half-way up its characters; unlike baselines the same in every face."""
        return median(c.body.centre for c in self.characters)

    @property
    def type(self) -> str:
        """Faces and sizes, as in 仿宋 16 pt."""
        found = dict.fromkeys(f"{c.face} {c.size_pt:.4g} pt" for c in self.characters)
        return "、".join(found)

    def part(self, text: str) -> Line:
        """The characters that read `text`; KeyError when they are not in the line."""
        start = self.text.find(text)
        if start < 0 or not text:
            raise KeyError(text)
        return Line(self.page_number, self.characters[start : start + len(text)])


def pitches(lines: Sequence[Line]) -> list[float]:
    """From line to line on one page, in mm.

    Measured from one line wholly in 仿宋 to the next such line and divided by the lines between:
    another face stands otherwise on its baseline.
    """
    places = [i for i, line in enumerate(lines) if {c.face for c in line.characters} == {"仿宋"}]
    return [
        (lines[below].baseline_mm - lines[above].baseline_mm) / (below - above)
        for above, below in pairwise(places)
    ]


def lines_of(page: MeasuredPage) -> tuple[Line, ...]:
    """The lines of a page from top to bottom; what stands side by side is one line."""
    rows: list[list[MeasuredCharacter]] = []
    for character in sorted(page.characters, key=lambda c: c.baseline_mm):
        if rows and character.baseline_mm - rows[-1][0].baseline_mm < _SAME_BASELINE_MM:
            rows[-1].append(character)
        else:
            rows.append([character])
    return tuple(Line(page.number, tuple(sorted(row, key=lambda c: c.body.left))) for row in rows)
