"""Announced points counted: “以下四个方面” with three points behind it (rule T-13)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from xjdesk.checks.consistency.points import Announcement, Marker, Points, in_sequence
from xjdesk.core.outline import numbering

RULE = "T-13"
_STANDALONE_LEVELS = {1: 2, 3: 3, 4: 4}
"""The levels of headings that markers of a style are, where they begin paragraphs."""


@dataclass(frozen=True, slots=True)
class Miscount:
    """An announcement in paragraph `at`, and the last point of its list in paragraph `last_at`."""

    at: int
    announcement: Announcement
    last_at: int
    last: Marker


def miscounts(paragraphs: Sequence[Points]) -> Iterator[Miscount]:
    """The announcements of a chapter that tell another number of points than follow."""
    for at, points in enumerate(paragraphs):
        for announcement in points.announcements:
            found = _last_point(paragraphs, at, announcement)
            if found is not None and found.last.number != announcement.number:
                yield found


def _last_point(
    paragraphs: Sequence[Points], at: int, announcement: Announcement
) -> Miscount | None:
    points = paragraphs[at]
    own = points.list_behind(announcement)
    if own:
        last = Miscount(at, announcement, at, own[-1])
    else:
        first = _first_of(paragraphs, at + 1)
        is_last_word = not any(m.span.start > announcement.span.end for m in points.markers)
        if first is None or not is_last_word or first.number != 1:
            return None
        if not points.opens(announcement, len(points.text)):
            return None
        last = Miscount(at, announcement, at + 1, first)
    return _followed(paragraphs, last)


def _followed(paragraphs: Sequence[Points], last: Miscount) -> Miscount:
    """The same list with the points in the paragraphs after it."""
    style, at = last.last.style, last.last_at
    level = _STANDALONE_LEVELS.get(style)
    if last.last_at != last.at:
        last = _in_paragraph(paragraphs[at], at, last)
    for place in range(at + 1, len(paragraphs)):
        first = _first_of(paragraphs, place)
        if first is not None and first.style == style:
            if first.number <= last.last.number:
                return last
            last = Miscount(last.at, last.announcement, place, first)
            last = _in_paragraph(paragraphs[place], place, last)
            continue
        heading = numbering(paragraphs[place].text)
        if level is None or (heading is not None and heading.level < level):
            return last
    return last


def _in_paragraph(points: Points, at: int, last: Miscount) -> Miscount:
    """The list with its points inside a paragraph that begins with one; headings stand alone."""
    if last.last.style in _STANDALONE_LEVELS:
        return last
    more = list(in_sequence(list(points.markers), last.last.style, last.last.number - 1))
    return Miscount(last.at, last.announcement, at, more[-1]) if more else last


def _first_of(paragraphs: Sequence[Points], at: int) -> Marker | None:
    """The marker that the paragraph begins with."""
    markers = paragraphs[at].markers if at < len(paragraphs) else ()
    return markers[0] if markers and markers[0].span.start == 0 else None
