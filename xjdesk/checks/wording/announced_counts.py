"""P-13: an enumeration has as many items as its name says.

As in “三审”即：事前预审、事中审核、事后评审.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from xjdesk.checks.wording.numerals import value_of
from xjdesk.checks.wording.script import CLOSING, NUMERALS, OPENING, PUNCTUATION
from xjdesk.checks.wording.slip import Slip
from xjdesk.core.severity import Severity

_NAME = re.compile(
    rf"“(?P<count>[{NUMERALS}两]{{1,2}}|[2-9]|1[0-9])(?P<what>[^“”{NUMERALS}两0-9+]{{1,5}})”"
    r"，?(?:即|就是|是指|指的是|分别是|分别为|包括)?[：:]"
)
_END = re.compile(rf"[。；！？]|，?“[{NUMERALS}两0-9]{{1,2}}[^“”]{{1,5}}”，?(?:即|就是|是指|[：:])")
_JOINED = re.compile(r"[和与及并]")


@dataclass(frozen=True, slots=True)
class _List:
    """The items behind a name: where the list stands, its 顿号 and its commas, outside brackets."""

    text: str
    start: int
    end: int
    separators: tuple[int, ...]
    commas: tuple[int, ...]

    def counts(self, separators: Sequence[int]) -> range:
        """How many items there can be: the last may be joined by 和 or the like."""
        last = self.text[separators[-1] if separators else self.start : self.end]
        fewest = len(separators) + 1
        return range(fewest, fewest + 1 + len(_JOINED.findall(last)))


def announced_counts(text: str) -> Iterator[Slip]:
    """One slip for a list that mixes its separators or has another number of items."""
    for found in _NAME.finditer(text):
        count, items = value_of(found["count"]), _items(text, found.end())
        both = sorted((*items.separators, *items.commas))
        if count < 2 or not both or count in items.counts(items.separators):
            continue
        if count not in items.counts(both):
            yield from _wrong_count(found, items, count)
        elif items.separators and len(items.commas) < len(items.separators):
            yield _mixed(found, items)


def _items(text: str, start: int) -> _List:
    end_mark = _END.search(text, start)
    end = end_mark.start() if end_mark else len(text)
    depth = 0
    separators: list[int] = []
    commas: list[int] = []
    for place in range(start, end):
        mark = text[place]
        depth += (mark in OPENING) - (mark in CLOSING)
        if depth == 0 and mark == "、":
            separators.append(place)
        elif depth == 0 and mark in "，,":
            commas.append(place)
    return _List(text, start, end, tuple(separators), tuple(commas))


def _mixed(found: re.Match[str], items: _List) -> Slip:
    start, end = items.commas[0], items.commas[-1] + 1
    proper = re.sub("[，,]", "、", items.text[start:end])
    message = (
        f"{_name(found)}列出的各项之间，有的用顿号，有的用逗号，"
        f"“{items.text[max(items.start, start - 6) : end + 6]}”处应统一用顿号（{PUNCTUATION}）。"
    )
    return Slip("P-13", Severity.QUERY, start, end, message, proper)


def _wrong_count(found: re.Match[str], items: _List, count: int) -> Iterator[Slip]:
    """Only where the list is plain: behind a comma, what goes on may be no item."""
    if items.commas:
        return
    number = len(items.separators) + 1
    message = f"{_name(found)}应有{count}项，后面列出的是{number}项，请核对有无遗漏或多列。"
    advice = ("补上遗漏的一项，或删去多列的。", "更正名称中的数字。")
    yield Slip("P-13", Severity.QUERY, found.start(), found.end(), message, None, advice)


def _name(found: re.Match[str]) -> str:
    return f"“{found['count']}{found['what']}”"
