"""Placing blocks on pages from top to bottom."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from xjdesk.typesetting.blocks import Block
from xjdesk.typesetting.grid import (
    ROUNDING_MM,
    TEXT_BOTTOM_MM,
    TEXT_HEIGHT_MM,
    TEXT_TOP_MM,
    text_left_mm,
)
from xjdesk.typesetting.pages import Bookmark, GlyphRun, MissingCharacter, Page, Rule, SealPlace


class _Sheet:
    """A page being filled."""

    def __init__(self, number: int, left_mm: float) -> None:
        self.number = number
        self.left_mm = left_mm
        self.runs: list[GlyphRun] = []
        self.rules: list[Rule] = []

    def page(self) -> Page:
        return Page(self.number, self.left_mm, tuple(self.runs), tuple(self.rules))


class Flow:
    """The pages so far and the place where the next block goes."""

    def __init__(self, double_sided: bool) -> None:
        self.bookmarks: list[Bookmark] = []
        self.seal: SealPlace | None = None
        self._missing: dict[MissingCharacter, None] = {}
        self._double_sided = double_sided
        self._sheets: list[_Sheet] = []
        self._y = TEXT_TOP_MM
        self._spread = 1.0
        self.new_page()

    @property
    def y_mm(self) -> float:
        """Where the next block's top goes, from the top of the page."""
        return self._y

    @property
    def page_number(self) -> int:
        """The page that is being filled, counted from 1."""
        return len(self._sheets)

    @property
    def missing(self) -> tuple[MissingCharacter, ...]:
        """Characters for which a stand-in was placed, in the order of the document."""
        return tuple(self._missing)

    @property
    def at_top(self) -> bool:
        """Whether nothing stands on the page yet."""
        sheet = self._sheets[-1]
        return not sheet.runs and not sheet.rules

    @property
    def room_mm(self) -> float:
        """What is left above the bottom of the 版心."""
        return TEXT_BOTTOM_MM - self._y

    def fits(self, height_mm: float) -> bool:
        """Whether a block of that height still goes on this page."""
        return height_mm <= self.room_mm + ROUNDING_MM

    def new_page(self) -> None:
        """Go on at the top of a new page."""
        number = len(self._sheets) + 1
        self._sheets.append(_Sheet(number, text_left_mm(number, self._double_sided)))
        self._y = TEXT_TOP_MM
        self._spread = 1.0

    def spread(self, factor: float) -> None:
        """Down to the end of this page let `place` multiply all distances by `factor`."""
        self._spread = factor

    def place(self, blocks: Sequence[Block], below_mm: float = 0.0) -> None:
        """Place blocks one below the other, beginning pages as needed.

        A last block that keeps the next one goes where `below_mm` is left below it.
        """
        for group in groups(blocks):
            # Only the last group can end so.
            below = below_mm if group[-1].keeps_next else 0.0
            fits_a_page = _reach_mm(group, below, 1.0) <= TEXT_HEIGHT_MM + ROUNDING_MM
            holds = self.fits(_reach_mm(group, below, self._spread))
            if fits_a_page and not holds and not self.at_top:
                self.new_page()
            for block in group:
                self._place_one(block)

    def put(self, block: Block) -> None:
        """Put a block here, whether it fits or not, and go on below it."""
        self.put_at(self._y, block)
        self._y += block.advance_mm

    def put_at(self, y_mm: float, block: Block) -> None:
        """Put a block on this page with its top at `y_mm`, without moving on."""
        sheet = self._sheets[-1]
        sheet.runs.extend(run.moved(sheet.left_mm, y_mm) for run in block.runs)
        sheet.rules.extend(rule.moved(sheet.left_mm, y_mm) for rule in block.rules)
        self._missing.update(dict.fromkeys(block.missing))
        if block.bookmark:
            self.bookmarks.append(Bookmark(block.bookmark, sheet.number, y_mm))
        if block.seal:
            x, y = sheet.left_mm + block.seal.x_mm, y_mm + block.seal.y_mm
            self.seal = SealPlace(sheet.number, x, y, block.seal.diameter_mm)

    def move_to(self, y_mm: float) -> None:
        """Go on at `y_mm` of this page."""
        self._y = y_mm

    def pages(self) -> tuple[Page, ...]:
        """The finished pages."""
        return tuple(sheet.page() for sheet in self._sheets)

    def _place_one(self, block: Block) -> None:
        if block.is_blank:
            if not self.at_top:
                self._y += block.advance_mm * self._spread
            return
        if not self.fits(block.height_mm) and not self.at_top:
            self.new_page()
        self.put_at(self._y, block)
        self._y += block.advance_mm * self._spread


def _reach_mm(group: list[Block], below_mm: float, spread: float) -> float:
    """What a group needs whose distances are multiplied by `spread`, and `below_mm` below it."""
    last = below_mm or group[-1].height_mm
    above = group if below_mm else group[:-1]
    return sum(block.advance_mm for block in above) * spread + last


def groups(blocks: Sequence[Block]) -> Iterator[list[Block]]:
    """The blocks in groups that stay together."""
    group: list[Block] = []
    for block in blocks:
        group.append(block)
        if not block.keeps_next:
            yield group
            group = []
    if group:
        yield group
