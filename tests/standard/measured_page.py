"""A page of a finished PDF as its reader sees it.

Lengths are mm from the top left corner of the page, x to the right, y down; type sizes are pt.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle: left, top, right, bottom."""

    left: float
    top: float
    right: float
    bottom: float

    @property
    def middle(self) -> float:
        """Half-way between left and right."""
        return (self.left + self.right) / 2

    @property
    def centre(self) -> float:
        """Half-way between top and bottom."""
        return (self.top + self.bottom) / 2

    @property
    def width(self) -> float:
        return self.right - self.left

    @property
    def height(self) -> float:
        return self.bottom - self.top


@dataclass(frozen=True, slots=True)
class MeasuredCharacter:
    """A character that leaves ink.

    `body` is its 字身: from its origin to where the next would begin without letter spacing, and
    as high as its type size, centred on the ideographs of its face. `ink` is what is black.
    An emboldened one is drawn with a stroke.
    """

    text: str
    body: Box
    ink: Box
    baseline_mm: float
    size_pt: float
    face: str
    colour: tuple[int, int, int]
    is_upright: bool
    is_emboldened: bool

    @property
    def is_red(self) -> bool:
        return self.colour[0] > 2 * max(self.colour[1:])

    @property
    def is_ideograph(self) -> bool:
        return "\u4e00" <= self.text <= "\u9fff"


@dataclass(frozen=True, slots=True)
class MeasuredRule:
    """A straight line; `box` is its axis, `width_mm` its thickness."""

    box: Box
    width_mm: float
    colour: tuple[int, int, int]

    @property
    def is_red(self) -> bool:
        return self.colour[0] > 2 * max(self.colour[1:])

    @property
    def is_level(self) -> bool:
        return self.box.height < 0.01


@dataclass(frozen=True, slots=True)
class MeasuredPage:
    """A page, numbered from 1 as its sides follow each other."""

    number: int
    width_mm: float
    height_mm: float
    characters: tuple[MeasuredCharacter, ...]
    rules: tuple[MeasuredRule, ...]
