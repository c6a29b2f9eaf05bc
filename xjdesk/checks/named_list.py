"""Lists behind a name that counts them: “三审”即：事前预审、事中审核、事后评审."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from xjdesk.checks.stretch import Stretch
from xjdesk.checks.wording.script import CLOSING, NUMERALS, OPENING
from xjdesk.core.ordinals import number_of

_COUNT = rf"[{NUMERALS}两]{{1,2}}|[2-9]|1[0-9]"
_NAME = re.compile(
    rf"“(?P<count>{_COUNT})(?P<what>[^“”{NUMERALS}两0-9+、，]{{1,5}})”，?"
    r"(?:(?:即|就是|是指|指的是|分别是|分别为|包括)?[：:]|即(?![时将可便使刻])|是指)"
)
_END = re.compile(rf"[。；;！？]|，?“(?:{_COUNT})[^“”]{{1,5}}”，?(?:即|就是|是指|[：:])")


@dataclass(frozen=True, slots=True)
class NamedList:
    """A list and its name, which says that it has `count` items.

    `name` is the stretch with its quotation marks, `items` what is listed, `pauses` and `commas`
    the places of 、 and of ， in it, outside brackets and quotations.
    """

    name: Stretch
    count: int
    items: Stretch
    pauses: tuple[int, ...]
    commas: tuple[int, ...]


def named_lists(text: str) -> Iterator[NamedList]:
    """The lists of two or more, as their names say; each goes to the end of its sentence."""
    for found in _NAME.finditer(text):
        count = number_of(found["count"]) or 0
        if count > 1:
            end_mark = _END.search(text, found.end())
            end = end_mark.start() if end_mark else len(text)
            name = Stretch(found.start(), found.end("what") + 1)
            listed = _list(text, name, count, Stretch(found.end(), end))
            if listed is not None:
                yield listed


def _list(text: str, name: Stretch, count: int, items: Stretch) -> NamedList | None:
    """The list; None when a bracket in it stays open, so that nobody knows what is an item."""
    depth = 0
    pauses: list[int] = []
    commas: list[int] = []
    for place in range(items.start, items.end):
        mark = text[place]
        depth += (mark in OPENING) - (mark in CLOSING)
        if depth == 0 and mark == "、":
            pauses.append(place)
        elif depth == 0 and mark in "，,":
            commas.append(place)
    return None if depth else NamedList(name, count, items, tuple(pauses), tuple(commas))
