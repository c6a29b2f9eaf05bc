"""P-04: brackets and quotation marks alone or across others. P-23: nested in their like."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from xjdesk.checks.quoting import excerpt
from xjdesk.checks.standards import PUNCTUATION
from xjdesk.checks.wording.script import CLOSING, OPENING
from xjdesk.checks.wording.slip import Slip
from xjdesk.core.severity import Severity

_PROPER = str.maketrans("(﹙﹝﹛{［[)﹚﹞﹜}］]", "（（〔｛｛【【））〕｝｝】】")
"""Other forms pair like the proper ones: that they are the wrong form is said elsewhere."""

_OPENING, _CLOSING = f"{OPENING}｛", f"{CLOSING}｝"
_MARKS = re.compile(rf"[{_OPENING}{_CLOSING}]")
_ITEM_NUMBER = re.compile(r"(?:^|(?<=[。；，：、]))[0-9a-zA-Z一二三四五六七八九十①-⑳]{1,2}$")
_NAMES = ("双引号", "单引号", "括号", "书名号", "单书名号", "六角括号", "方头括号", "花括号")
_MOST_WEIGHED = 16
_INNER = {"《": ("《》", "〈〉"), "“": ("“”", "‘’")}


@dataclass(frozen=True, slots=True)
class _Mark:
    """A mark at `place`; `kind` is the opening one of its pair."""

    place: int
    kind: str
    opens: bool

    def closes(self, other: _Mark) -> bool:
        return other.opens and not self.opens and other.kind == self.kind


def paired_marks(text: str) -> Iterator[Slip]:
    """One slip for every mark without a partner, pair that crosses another, pair in its like.

    Where it can be read in several ways, the one with the fewest broken places is told.
    """
    marks = list(_marks(text))
    broken = _fewest_broken(_reduced(marks))
    crossing = set(_crossing_ones(broken))
    kinds = Counter(mark.kind for mark in crossing)
    for mark in broken:
        if mark in crossing:
            yield _crossing(text, mark.place)
        elif mark.opens and kinds[mark.kind]:
            kinds[mark.kind] -= 1
        else:
            yield _alone(text, mark.place)
    left = set(broken)
    yield from _nested_pairs(text, [mark for mark in marks if mark not in left])


def _crossing_ones(broken: Sequence[_Mark]) -> Iterator[_Mark]:
    """The closing marks whose like was opened before, with something broken in between."""
    opened: set[str] = set()
    for mark in broken:
        if mark.opens:
            opened.add(mark.kind)
        elif mark.kind in opened:
            yield mark


def _marks(text: str) -> Iterator[_Mark]:
    plain = text.translate(_PROPER)
    open_now = dict.fromkeys(_OPENING, 0)
    for found in _MARKS.finditer(plain):
        place, mark = found.start(), found.group()
        if mark in _OPENING:
            open_now[mark] += 1
            yield _Mark(place, mark, opens=True)
            continue
        kind = _OPENING[_CLOSING.index(mark)]
        if open_now[kind]:
            open_now[kind] -= 1
        elif _needs_no_partner(plain, place):
            continue
        yield _Mark(place, kind, opens=False)


def _reduced(marks: Sequence[_Mark]) -> list[_Mark]:
    """What is left when pairs with nothing broken inside them are taken out."""
    left: list[_Mark] = []
    for mark in marks:
        if left and mark.closes(left[-1]):
            left.pop()
        else:
            left.append(mark)
    return left


def _fewest_broken(marks: Sequence[_Mark]) -> tuple[_Mark, ...]:
    """The fewest marks without which the others are pairs; all, when there are very many."""
    if len(marks) > _MOST_WEIGHED:
        return tuple(marks)

    @cache
    def broken(start: int, end: int) -> tuple[_Mark, ...]:
        if start >= end:
            return ()
        best = (marks[start], *broken(start + 1, end))
        for place in range(start + 1, end):
            if marks[place].closes(marks[start]):
                others = (*broken(start + 1, place), *broken(place + 1, end))
                best = min(best, others, key=len)
        return best

    return broken(0, len(marks))


def _nested_pairs(text: str, marks: Sequence[_Mark]) -> Iterator[Slip]:
    open_marks: list[_Mark] = []
    for mark in marks:
        if mark.opens:
            open_marks.append(mark)
            continue
        opening = open_marks.pop()
        if mark.kind in _INNER and open_marks and open_marks[-1].kind == mark.kind:
            yield _nested(text, opening.place, mark.place + 1)


def _needs_no_partner(plain: str, place: int) -> bool:
    """Whether a closing mark is an apostrophe, or belongs to a number such as 1） of an item."""
    if plain[place] == "’":
        before = plain[max(0, place - 1) : place]
        return before.isascii() and before.isalnum()
    return plain[place] == "）" and bool(_ITEM_NUMBER.search(plain, max(0, place - 3), place))


def _name(mark: str) -> str:
    side, marks = ("左", _OPENING) if mark in _OPENING else ("右", _CLOSING)
    return f"{side}{_NAMES[marks.index(mark)]}"


def _alone(text: str, place: int) -> Slip:
    mark = text[place].translate(_PROPER)
    side = "后" if mark in _OPENING else "前"
    message = (
        f"{excerpt(text, place, place + 1)}中的{_name(mark)}不成对，缺{side}一半，"
        f"括号、引号、书名号应成对使用（{PUNCTUATION}）。"
    )
    advice = ("补上缺的一半。", f"多出来的，删去这个{_name(mark)}。")
    return Slip("P-04", Severity.QUERY, place, place + 1, message, None, advice)


def _crossing(text: str, place: int) -> Slip:
    name = _name(text[place].translate(_PROPER))
    message = (
        f"{excerpt(text, place, place + 1)}中的{name}与另一对标点交叉，"
        f"成对的标点应一层套一层（{PUNCTUATION}）。"
    )
    advice = ("调整前后两对标点的位置，里面的先结束。",)
    return Slip("P-04", Severity.QUERY, place, place + 1, message, None, advice)


def _nested(text: str, start: int, end: int) -> Slip:
    outer, inner = _INNER[text[start]]
    message = (
        f"“{text[max(0, start - 4) : end]}”中{outer}里面又用了{outer}，"
        f"里面的应用{inner}（{PUNCTUATION}）。"
    )
    proper = f"{inner[0]}{text[start + 1 : end - 1]}{inner[1]}"
    return Slip("P-23", Severity.QUERY, start, end, message, proper)
