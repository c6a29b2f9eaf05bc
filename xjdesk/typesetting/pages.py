"""What typesetting hands to the painters: pages of glyph runs and rules.

Lengths are mm from the top left corner of an A4 page, x to the right, y down; type sizes are pt.
A painter adds nothing of its own: it sets each character at the sum of the advances before it
(`FontSet.advance_mm`) plus the run's letter spacing.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from xjdesk.core.address import Place


class Face(StrEnum):
    """A face by its role in the document; which font file plays it, `FontSet` knows."""

    FANGSONG = "仿宋体"
    KAITI = "楷体"
    HEITI = "黑体"
    XIAOBIAOSONG = "小标宋体"
    SONGTI = "宋体"
    RARE = "补字"
    """The font that lends the characters the others lack."""


class Ink(StrEnum):
    """The two inks of an official document (GB/T 9704-2012, 5.2.4 and 6.2)."""

    BLACK = "black"
    RED = "red"

    @property
    def cmyk(self) -> tuple[float, float, float, float]:
        """Shares of cyan, magenta, yellow and black, 0 to 1."""
        return (0.0, 0.8, 0.8, 0.0) if self is Ink.RED else (0.0, 0.0, 0.0, 1.0)


@dataclass(frozen=True, slots=True)
class Origin:
    """Where text comes from: its first character is number `start`, from 0, of what is at `place`.

    A cell or a field may be printed in another form than it was entered in: only `place` is true.
    Printed labels are counted backwards from what they stand before: `start` is negative for them.
    """

    place: Place
    start: int


@dataclass(frozen=True, slots=True)
class GlyphRun:
    """Characters of one face and size on one baseline.

    `letter_spacing_mm` is added after every character; it may be negative. The characters of a run
    with an `origin` follow each other in the report as they do here. What leads nowhere in the
    report (page numbers) has none. A run without text marks where a blank cell's would be.
    """

    face: Face
    size_pt: float
    x_mm: float
    baseline_mm: float
    text: str
    letter_spacing_mm: float = 0.0
    ink: Ink = Ink.BLACK
    origin: Origin | None = None

    def moved(self, dx_mm: float, dy_mm: float) -> GlyphRun:
        """The same run elsewhere."""
        return GlyphRun(
            self.face,
            self.size_pt,
            self.x_mm + dx_mm,
            self.baseline_mm + dy_mm,
            self.text,
            self.letter_spacing_mm,
            self.ink,
            self.origin,
        )


@dataclass(frozen=True, slots=True)
class Rule:
    """A straight line from (x0, y0) to (x1, y1), the width centred on it; all in mm."""

    x0: float
    y0: float
    x1: float
    y1: float
    width_mm: float
    ink: Ink = Ink.BLACK

    def moved(self, dx_mm: float, dy_mm: float) -> Rule:
        """The same rule elsewhere."""
        return Rule(
            self.x0 + dx_mm,
            self.y0 + dy_mm,
            self.x1 + dx_mm,
            self.y1 + dy_mm,
            self.width_mm,
            self.ink,
        )


@dataclass(frozen=True, slots=True)
class Page:
    """One side of a sheet, numbered from 1, in the order in which it is read.

    `left_mm` is the left edge of its 版心.
    """

    number: int
    left_mm: float
    runs: tuple[GlyphRun, ...]
    rules: tuple[Rule, ...]

    @property
    def text(self) -> str:
        """The characters on the page, run after run."""
        return "".join(run.text for run in self.runs)


@dataclass(frozen=True, slots=True)
class Bookmark:
    """An entry of the document's outline: where a chapter or the annex begins."""

    title: str
    page_number: int
    y_mm: float


@dataclass(frozen=True, slots=True)
class SealPlace:
    """Where the seal is to be pressed: its centre and diameter. Shown as a guide, never printed."""

    page_number: int
    x_mm: float
    y_mm: float
    diameter_mm: float


@dataclass(frozen=True, slots=True)
class MissingCharacter:
    """A character that no font has; 〓 is printed for it. `place` is where the report has it."""

    character: str
    place: Place


@dataclass(frozen=True, slots=True)
class PageSet:
    """The typeset document.

    `faces` are those that occur on the pages, `missing` each character without a glyph, once per
    place. `adjustments` are Chinese sentences about where the setting departs from the standard's
    usual measures, so that the signature is not parted from the text. `seal` is None for a
    document without one.
    """

    pages: tuple[Page, ...]
    bookmarks: tuple[Bookmark, ...]
    faces: frozenset[Face]
    missing: tuple[MissingCharacter, ...]
    adjustments: tuple[str, ...] = ()
    seal: SealPlace | None = None
