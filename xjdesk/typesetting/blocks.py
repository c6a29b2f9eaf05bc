"""What is placed on pages one below the other: lines of text, table rows, blank space."""

from __future__ import annotations

from dataclasses import dataclass, replace

from xjdesk.typesetting.pages import GlyphRun, MissingCharacter, Rule
from xjdesk.typesetting.seal import SealMark


@dataclass(frozen=True, slots=True)
class Block:
    """A piece that is never divided between pages.

    Runs and rules are in mm from the left edge of the 版心 and the top of the block. `height_mm` is
    what must fit on the page, `advance_mm` the distance to the top of the next block: for a line
    of text the height of the character, and that plus the space below it. A block that
    `keeps_next` is not separated from the one after it. `bookmark` puts its place in the outline.
    `missing` are the characters in it for which a stand-in is printed, `seal` is pressed on it.
    """

    height_mm: float
    advance_mm: float
    runs: tuple[GlyphRun, ...] = ()
    rules: tuple[Rule, ...] = ()
    keeps_next: bool = False
    bookmark: str = ""
    missing: tuple[MissingCharacter, ...] = ()
    seal: SealMark | None = None

    @property
    def is_blank(self) -> bool:
        """Whether it is mere space, which is dropped at the top of a page."""
        return not self.runs and not self.rules


def space(height_mm: float, keeps_next: bool = False) -> Block:
    """Blank space, for which no new page is begun."""
    return Block(0.0, height_mm, keeps_next=keeps_next)


def kept_together(blocks: list[Block], with_next: bool = False) -> list[Block]:
    """The blocks so marked that no page ends between them; `with_next`: nor after the last."""
    last = len(blocks) - 1
    return [replace(b, keeps_next=i < last or with_next) for i, b in enumerate(blocks)]


def stack_height_mm(blocks: list[Block]) -> float:
    """What the blocks need on one page."""
    if not blocks:
        return 0.0
    return sum(b.advance_mm for b in blocks[:-1]) + blocks[-1].height_mm
