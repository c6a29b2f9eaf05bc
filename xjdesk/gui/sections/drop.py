"""Where a section goes that is dragged over the outline."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from xjdesk.core.paragraph_number import number_at_start
from xjdesk.core.sections import section_end
from xjdesk.gui.chapter_text import Paragraphs
from xjdesk.gui.sections.entries import OutlineEntry


@dataclass(frozen=True, slots=True)
class SectionMove:
    """The section whose heading is paragraph `at` is to stand before paragraph `to`."""

    at: int
    to: int


@dataclass(frozen=True, slots=True)
class OutlineRow:
    """A section as the outline shows it: where its row begins, its upper and lower edge, px."""

    entry: OutlineEntry
    x: int
    top: int
    bottom: int


@dataclass(frozen=True, slots=True)
class SectionDrop:
    """What a drop would do, and where the line begins, px, that shows it."""

    move: SectionMove
    x: int
    y: int


def drop_at(
    y: int, rows: Sequence[OutlineRow], dragged: OutlineEntry, paragraphs: Paragraphs
) -> SectionDrop | None:
    """What a drop of `dragged` at the height `y` would do; None where it can not or need not go.

    A section keeps its level: it goes before or behind another one of it, or to the beginning of
    one of the level above. `rows` are those in view, from above.
    """
    number = next((n for n, row in enumerate(rows) if y <= row.bottom), len(rows) - 1)
    if number < 0:
        return None
    row = rows[number]
    if y < (row.top + row.bottom) / 2:
        if row.entry.level == dragged.level:
            return _drop(dragged, row.entry.paragraph, row.x, row.top, paragraphs)
        number -= 1
    return _behind(rows, number, dragged, paragraphs) if number >= 0 else None


def _behind(
    rows: Sequence[OutlineRow], number: int, dragged: OutlineEntry, paragraphs: Paragraphs
) -> SectionDrop | None:
    row = rows[number]
    if row.entry.level == dragged.level - 1:
        to = _first_below(paragraphs, row.entry.paragraph)
        return _drop(dragged, to, row.x, row.bottom, paragraphs)
    while row.entry.level > dragged.level and number > 0:
        number -= 1
        row = rows[number]
    if row.entry.level != dragged.level:
        return None
    last = row
    for below in rows[number + 1 :]:
        if below.entry.level <= dragged.level:
            break
        last = below
    to = section_end(paragraphs, row.entry.paragraph)
    return _drop(dragged, to, row.x, last.bottom, paragraphs)


def _drop(
    dragged: OutlineEntry, to: int, x: int, y: int, paragraphs: Paragraphs
) -> SectionDrop | None:
    at = dragged.paragraph
    if at <= to <= section_end(paragraphs, at):
        return None
    return SectionDrop(SectionMove(at, to), x, y)


def _first_below(paragraphs: Paragraphs, at: int) -> int:
    """Before which paragraph the first section below that at `at` stands, or would."""
    end = section_end(paragraphs, at)
    within = range(at + 1, end)
    return next((i for i in within if number_at_start(paragraphs[i]) is not None), end)
