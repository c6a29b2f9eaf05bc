"""Sections of a chapter: giving paragraphs a level, raising, lowering, moving and adding sections.

A section is a numbered paragraph with all below it, up to the next one of its level or above. Each
function takes the paragraphs of a chapter and gives those that are to stand there; `following`
says whether numbers that were in sequence are kept so (see `number_series`).
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from xjdesk.core.number_series import Line, Paragraphs, renewed
from xjdesk.core.paragraph_number import (
    can_be_written,
    number_at_start,
    number_like,
    usual_number,
    with_number,
    without_number,
)
from xjdesk.core.report import Paragraph

HIGHEST, LOWEST = 2, 4
"""The levels that sections of a chapter can have: 一、 is the chapter itself."""


@dataclass(frozen=True, slots=True)
class Moved:
    """The paragraphs after a section was moved, and where its heading is now."""

    paragraphs: Paragraphs
    at: int


def section_end(paragraphs: Sequence[Paragraph], at: int) -> int:
    """Behind which paragraph the section with its heading at `at` ends."""
    own = number_at_start(paragraphs[at])
    for index in range(at + 1, len(paragraphs)):
        found = number_at_start(paragraphs[index])
        if own is None or (found is not None and found.level <= own.level):
            return index
    return len(paragraphs)


def section_of(paragraphs: Sequence[Paragraph], at: int) -> int | None:
    """The heading of the section in which paragraph `at` is; None before the first one."""
    headings = (i for i in range(at, -1, -1) if number_at_start(paragraphs[i]) is not None)
    return next(headings, None)


def levelled(
    paragraphs: Sequence[Paragraph], chosen: Collection[int], level: int, *, following: bool
) -> Paragraphs:
    """With the paragraphs `chosen` as headings of `level`, each with the number that is due."""
    lines = [
        Line(with_number(paragraph, usual_number(level, 1)), at, asks=True)
        if at in chosen and _level(paragraph) != level
        else Line(paragraph, at)
        for at, paragraph in enumerate(paragraphs)
    ]
    return renewed(paragraphs, lines, following=following)


def plain(
    paragraphs: Sequence[Paragraph], chosen: Collection[int], *, following: bool
) -> Paragraphs:
    """With the numbers of the paragraphs `chosen` taken away."""
    lines = [
        Line(without_number(paragraph) if at in chosen else paragraph, at)
        for at, paragraph in enumerate(paragraphs)
    ]
    return renewed(paragraphs, lines, following=following)


def shifted(
    paragraphs: Sequence[Paragraph], chosen: Collection[int], by: int, *, following: bool
) -> Paragraphs | None:
    """With the sections whose headings are `chosen` lower `by` so many levels; higher below 0.

    None when one of their headings would get a level that there is not.
    """
    concerned = {
        within
        for at in chosen
        if _level(paragraphs[at]) is not None
        for within in range(at, section_end(paragraphs, at))
    }
    lines: list[Line] = []
    for at, paragraph in enumerate(paragraphs):
        level = _level(paragraph)
        if level is None or at not in concerned:
            lines.append(Line(paragraph, at))
        elif HIGHEST <= level + by <= LOWEST:
            shown = with_number(paragraph, usual_number(level + by, 1))
            lines.append(Line(shown, at, asks=True))
        else:
            return None
    return renewed(paragraphs, lines, following=following)


def moved(paragraphs: Sequence[Paragraph], at: int, to: int, *, following: bool) -> Moved:
    """With the section whose heading is `at` standing before paragraph `to`, not one of its own."""
    end = section_end(paragraphs, at)
    own = [Line(p, i, moved=i == at) for i, p in enumerate(paragraphs[at:end], at)]
    rest = [Line(p, i) for i, p in enumerate(paragraphs) if not at <= i < end]
    place = to if to <= at else to - (end - at)
    lines = [*rest[:place], *own, *rest[place:]]
    return Moved(renewed(paragraphs, lines, following=following), place)


def place_above(paragraphs: Sequence[Paragraph], at: int) -> int | None:
    """Before which paragraph the section goes that is moved up by one; None for the first."""
    return next(
        (i for i in reversed(siblings(paragraphs, at)) if i < at),
        None,
    )


def place_below(paragraphs: Sequence[Paragraph], at: int) -> int | None:
    """Before which paragraph the section goes that is moved down by one; None for the last."""
    next_one = next((i for i in siblings(paragraphs, at) if i > at), None)
    return None if next_one is None else section_end(paragraphs, next_one)


def siblings(paragraphs: Sequence[Paragraph], at: int) -> list[int]:
    """The headings of the level of that at `at`, itself among them, below the same heading."""
    level = _level(paragraphs[at])
    if level is None:
        return []
    found: list[int] = []
    for index, paragraph in enumerate(paragraphs):
        other = _level(paragraph)
        if other is not None and other < level:
            if index > at:
                break
            found.clear()
        elif other == level:
            found.append(index)
    return found


def with_next(paragraphs: Sequence[Paragraph], at: int, *, following: bool) -> Paragraphs | None:
    """With an empty heading behind that at `at`, numbered on; None where it has no number."""
    own = number_at_start(paragraphs[at])
    if own is None or not can_be_written(own.value + 1):
        return None
    lines = [Line(paragraph, index) for index, paragraph in enumerate(paragraphs)]
    added = Line(Paragraph(number_like(own.text, own.value + 1)))
    lines.insert(at + 1, added)
    return renewed(paragraphs, lines, following=following)


def after_edit(
    before: Sequence[Paragraph], at: int, old: Sequence[Paragraph], new: Sequence[Paragraph]
) -> Paragraphs:
    """With `new` in place of `old`, which begin at `at`, and the numbers around kept in sequence.

    Paragraphs at both ends of `new` that begin with the number of those at the ends of `old` are
    still these.
    """
    lines = [Line(paragraph, index) for index, paragraph in enumerate(before[:at])]
    lines += _matched(at, old, new)
    behind = at + len(old)
    lines += [Line(paragraph, index) for index, paragraph in enumerate(before[behind:], behind)]
    return renewed(before, lines, following=True)


def _matched(at: int, old: Sequence[Paragraph], new: Sequence[Paragraph]) -> list[Line]:
    most = min(len(old), len(new))
    head = 0
    while head < most and _starts_alike(old[head], new[head]):
        head += 1
    tail = 0
    while tail < most - head and _starts_alike(old[-1 - tail], new[-1 - tail]):
        tail += 1
    shift = len(old) - len(new)
    return [
        Line(
            paragraph,
            at + index
            if index < head
            else at + index + shift
            if index >= len(new) - tail
            else None,
        )
        for index, paragraph in enumerate(new)
    ]


def _starts_alike(old: Paragraph, new: Paragraph) -> bool:
    before, now = number_at_start(old), number_at_start(new)
    return before is not None and now is not None and before.text == now.text


def _level(paragraph: Paragraph) -> int | None:
    found = number_at_start(paragraph)
    return found.level if found else None
