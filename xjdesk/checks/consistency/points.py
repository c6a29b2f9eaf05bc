"""Lists told point by point: what announces them, and how their points are numbered."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from xjdesk.checks.stretch import Stretch
from xjdesk.checks.word_pattern import any_of
from xjdesk.core.consistency_words import ConsistencyWords
from xjdesk.core.ordinals import number_of

_DIGITS = "一二三四五六七八九"
_CHINESE = rf"[{_DIGITS}]?十[{_DIGITS}]?|[{_DIGITS}]"
_START = r"(?:^|(?<=[，。；：、？！,;:\s”）]))"
_STYLES = (
    re.compile(rf"{_START}(?P<n>{_CHINESE})(?:是|要)"),
    re.compile(rf"(?<!第)[（(](?P<n>{_CHINESE})[）)]"),
    re.compile(rf"{_START}第(?P<n>{_CHINESE})[，、,]"),
    re.compile(rf"{_START}(?P<n>[1-9][0-9]?)[.．、](?![0-9])"),
    re.compile(r"(?<!第)[（(](?P<n>[1-9][0-9]?)[）)]"),
)
_FARTHEST = 40
"""Characters between an announcement and its first point."""


@dataclass(frozen=True, slots=True)
class Marker:
    """The number of a point, 二是 or （二）. `style` tells markers of one list from others."""

    span: Stretch
    style: int
    number: int


@dataclass(frozen=True, slots=True)
class Announcement:
    """“以下四个方面”: `span` are number and noun, `number` is 4.

    `is_sure` when words such as 以下 say that the points follow; else a colon has to.
    """

    span: Stretch
    number: int
    is_sure: bool


@dataclass(frozen=True, slots=True)
class Points:
    """The announcements and the markers of a paragraph, each in the order of the text."""

    text: str
    announcements: tuple[Announcement, ...]
    markers: tuple[Marker, ...]

    def list_behind(self, announcement: Announcement) -> tuple[Marker, ...]:
        """The markers of the list that the announcement opens in this paragraph, none if none."""
        behind = [m for m in self.markers if m.span.start >= announcement.span.end]
        if not behind or behind[0].number != 1:
            return ()
        if not self.opens(announcement, behind[0].span.start):
            return ()
        return tuple(in_sequence(behind, behind[0].style, 0))

    def opens(self, announcement: Announcement, end: int) -> bool:
        """Whether only the rest of its sentence stands between the announcement and `end`."""
        between = self.text[announcement.span.end : end]
        is_next = not any(
            announcement.span.end <= other.span.start < end for other in self.announcements
        )
        if not is_next or len(between) > _FARTHEST or between.rstrip("。：:；;，,").count("。"):
            return False
        colon = re.fullmatch(r"[^，。；：:]*[：:]\s*", between)
        return announcement.is_sure or colon is not None


class PointReader:
    """Finds announcements and markers."""

    def __init__(self, words: ConsistencyWords) -> None:
        digits = r"(?<![0-9.])(?:[2-9]|1[0-9])(?![0-9.])"
        number = rf"(?<![第几数“{_DIGITS}十])(?P<n>两|{_CHINESE}|{digits})"
        noun = rf"(?:[个大项条种类]?{any_of(words.points)}|[点条])"
        cue = any_of(words.announcing)
        self._announcement = re.compile(
            rf"(?:(?P<cue>{cue})[^，。；：、“”]{{0,6}}?)?(?P<core>{number}{noun})"
        )

    def points(self, text: str) -> Points:
        """The announcements and markers of `text`."""
        markers = sorted(_markers(text), key=lambda marker: marker.span.start)
        if not markers and text.rstrip()[-1:] not in ("：", ":", "。", "；"):
            return Points(text, (), ())
        return Points(text, tuple(self._announcements(text)), tuple(markers))

    def _announcements(self, text: str) -> Iterator[Announcement]:
        for found in self._announcement.finditer(text):
            number = number_of(found["n"]) or 0
            if number > 1:
                span = Stretch(found.start("core"), found.end("core"))
                yield Announcement(span, number, found["cue"] is not None)


def in_sequence(markers: list[Marker], style: int, before: int) -> Iterator[Marker]:
    """The markers of that style that go on counting after `before`, up to where it starts anew."""
    for marker in markers:
        if marker.style != style:
            continue
        if marker.number <= before:
            return
        before = marker.number
        yield marker


def _markers(text: str) -> Iterator[Marker]:
    for style, pattern in enumerate(_STYLES):
        for found in pattern.finditer(text):
            yield Marker(Stretch(found.start(), found.end()), style, number_of(found["n"]) or 0)
