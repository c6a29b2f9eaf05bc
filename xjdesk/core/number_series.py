"""Series of numbers in a chapter, and keeping them in sequence through an edit.

A series are the numbers 1, 2, 3… of one level below one heading. A number 1 begins another one:
below （1） and 1. wherever it stands, on the level （一） below a line without a number.

What was numbered otherwise by hand stays so: only a series that was in sequence before the edit is
brought into sequence after it. The level 一、 is never touched: it belongs to chapters.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from xjdesk.core.paragraph_number import (
    ParagraphNumber,
    can_be_written,
    number_at_start,
    number_like,
    usual_number,
    with_number,
)
from xjdesk.core.report import Paragraph

Paragraphs = tuple[Paragraph, ...]
_Numbers = Sequence[ParagraphNumber | None]

_CHAPTER, _CHAPTER_PART = 1, 2


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph as it stands after an edit, before numbers are renewed.

    `was` is its index before; None when it is new. `asks` is set for one that was just given its
    level: its number has yet to be found. `moved` is set for the heading of a section that was
    moved: it joins the series where it is now.
    """

    paragraph: Paragraph
    was: int | None = None
    asks: bool = False
    moved: bool = False


@dataclass(frozen=True, slots=True)
class _Standing:
    """How a number stood before the edit: in which series, and how that one was.

    `is_later` is set when the series is not the first below its heading.
    """

    series: int
    in_sequence: bool
    is_later: bool


def renewed(before: Sequence[Paragraph], lines: Sequence[Line], *, following: bool) -> Paragraphs:
    """The paragraphs of `lines`, which came of editing `before`, with the numbers that are due.

    Lines that ask get the number behind the one before them. With `following`, all others of a
    series that was in sequence are brought into sequence as well.
    """
    standing = _standing(before)
    found = [line.paragraph for line in lines]
    numbers = [number_at_start(paragraph) for paragraph in found]
    for group in _groups(numbers):
        for series in _parted(group, lines, numbers, standing):
            asking = [at for at in series if lines[at].asks]
            due = series if following and _was_in_sequence(series, lines, standing) else asking
            for at, value in _values(series, numbers, due):
                found[at] = _numbered(found[at], value, _example(series, numbers, lines, at))
    return tuple(found)


def renumbered(paragraphs: Sequence[Paragraph]) -> Paragraphs:
    """The paragraphs of a chapter with every series in sequence, whatever was written by hand."""
    found = list(paragraphs)
    numbers = [number_at_start(paragraph) for paragraph in found]
    for series in _all_series(numbers):
        for at, value in _values(series, numbers, series):
            found[at] = _numbered(found[at], value, numbers[at])
    return tuple(found)


def _standing(paragraphs: Sequence[Paragraph]) -> dict[int, _Standing]:
    numbers = [number_at_start(paragraph) for paragraph in paragraphs]
    found: dict[int, _Standing] = {}
    series_id = 0
    for group in _groups(numbers):
        for series in _split(group, numbers):
            values = [number.value for at in series if (number := numbers[at]) is not None]
            in_sequence = values == list(range(1, len(values) + 1))
            standing = _Standing(series_id, in_sequence, series[0] != group[0])
            found |= dict.fromkeys(series, standing)
            series_id += 1
    return found


def _groups(numbers: _Numbers) -> list[list[int]]:
    """The lines of each level below each heading."""
    begun: dict[int, list[int]] = {}
    groups: list[list[int]] = []
    for at, number in enumerate(numbers):
        if number is None:
            continue
        begun = {level: group for level, group in begun.items() if level <= number.level}
        if number.level == _CHAPTER:
            continue
        if number.level not in begun:
            begun[number.level] = []
            groups.append(begun[number.level])
        begun[number.level].append(at)
    return groups


def _all_series(numbers: _Numbers) -> list[list[int]]:
    return [series for group in _groups(numbers) for series in _split(group, numbers)]


def _split(group: Sequence[int], numbers: _Numbers) -> list[list[int]]:
    """The lines of a group, parted where one begins anew."""
    found: list[list[int]] = []
    for at in group:
        if not found or _begins_anew(at, numbers):
            found.append([])
        found[-1].append(at)
    return found


def _begins_anew(at: int, numbers: _Numbers) -> bool:
    number = numbers[at]
    return number is not None and number.value == 1 and _may_begin(at, numbers)


def _may_begin(at: int, numbers: _Numbers) -> bool:
    """Whether another series can begin there, below the same heading."""
    number = numbers[at]
    assert number is not None, "only numbered lines are in groups"
    return number.level > _CHAPTER_PART or numbers[at - 1] is None


def _parted(
    group: Sequence[int],
    lines: Sequence[Line],
    numbers: _Numbers,
    standing: dict[int, _Standing],
) -> list[list[int]]:
    """The lines of a group after an edit, parted where a series that was a later one begins."""
    found: list[list[int]] = []
    seen: set[int] = set()
    for at in group:
        line = lines[at]
        old = None if line.was is None else standing.get(line.was)
        if line.asks or line.moved:
            begins = False
        elif old is None:
            begins = _is_list_of_its_own(at, numbers)
        else:
            may = _may_begin(at, numbers)
            begins = may and old.is_later and old.series not in seen
            seen.add(old.series)
        if begins or not found:
            found.append([])
        found[-1].append(at)
    return found


def _is_list_of_its_own(at: int, numbers: _Numbers) -> bool:
    """Whether what was brought from elsewhere begins a list; a section （一） joins the others."""
    number = numbers[at]
    return (
        number is not None
        and number.value == 1
        and number.level > _CHAPTER_PART
        and numbers[at - 1] is None
    )


def _was_in_sequence(
    series: Sequence[int], lines: Sequence[Line], standing: dict[int, _Standing]
) -> bool:
    """Whether all of it that is old was; nothing is known of what is all brought from elsewhere."""
    was = [old for at in series if (old := lines[at].was) is not None and not lines[at].asks]
    is_known = bool(was) or all(lines[at].asks for at in series)
    return is_known and all(old not in standing or standing[old].in_sequence for old in was)


def _values(series: Sequence[int], numbers: _Numbers, due: Sequence[int]) -> list[tuple[int, int]]:
    """The numbers that the lines `due` of a series get: each the one behind that before it."""
    found: list[tuple[int, int]] = []
    last = 0
    for at in series:
        number = numbers[at]
        if at in due:
            last += 1
            found.append((at, last))
        elif number is not None:
            last = number.value
    return found


def _example(
    series: Sequence[int], numbers: _Numbers, lines: Sequence[Line], at: int
) -> ParagraphNumber | None:
    """The number like which that of a line is written: its own, or that of one beside it."""
    if not lines[at].asks:
        return numbers[at]
    others = [other for other in series if not lines[other].asks]
    nearest = min(others, key=lambda other: (abs(other - at), other), default=at)
    return numbers[nearest] if nearest != at else None


def _numbered(paragraph: Paragraph, value: int, example: ParagraphNumber | None) -> Paragraph:
    own = number_at_start(paragraph)
    assert own is not None, "only numbered lines are in series"
    if not can_be_written(value):
        return paragraph
    written = number_like(example.text, value) if example else usual_number(own.level, value)
    return paragraph if written == own.text else with_number(paragraph, written)
