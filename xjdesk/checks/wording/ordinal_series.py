"""P-12: series such as 一是……二是……三是…… are complete and in order."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from xjdesk.checks.wording.script import NUMERALS
from xjdesk.checks.wording.slip import Slip
from xjdesk.core.ordinals import chinese, number_of
from xjdesk.core.severity import Severity

_FAMILIES = (
    (re.compile(rf"([{NUMERALS}]{{1,3}})是(?![否非]|[{NUMERALS}][，。、])"), "{}是"),
    (re.compile(rf"([{NUMERALS}]{{1,3}})要(?![{NUMERALS}素点件领])"), "{}要"),
    (re.compile(rf"第([{NUMERALS}]{{1,3}})[，,、：]"), "第{}"),
)
"""Forms of series, and what a member is called."""

_BEFORE = "。；，：、！？…”）,;: \u3000"
"""What a member follows, if it does not begin the paragraph: 统一是 is none."""


@dataclass(frozen=True, slots=True)
class _Member:
    start: int
    end: int
    number: int
    words: str


def ordinal_series(text: str) -> Iterator[Slip]:
    """A member left out, repeated or out of order.

    A series begins anew with its first member. One that begins in the middle is continued from
    another paragraph, and nothing is said about its beginning. Whether there are as many members
    as are announced is asked by rule T-13.
    """
    for pattern, name in _FAMILIES:
        members = [
            _Member(*found.span(), number_of(found[1]) or 0, name.format(found[1]))
            for found in pattern.finditer(text)
            if not found.start() or text[found.start() - 1] in _BEFORE
        ]
        for series in _series(members):
            yield from _gaps(series, name)


def _series(members: Sequence[_Member]) -> Iterator[list[_Member]]:
    series: list[_Member] = []
    for member in members:
        if member.number == 1 and series:
            yield series
            series = []
        series.append(member)
    if series:
        yield series


def _gaps(series: Sequence[_Member], name: str) -> Iterator[Slip]:
    for before, member in pairwise(series):
        due = before.number + 1
        if member.number == due:
            continue
        if member.number == before.number:
            what = f"“{member.words}”出现了两次"
        elif member.number > due:
            missing = "、".join(f"“{name.format(chinese(n))}”" for n in range(due, member.number))
            what = f"“{before.words}”之后是“{member.words}”，缺{missing}"
        else:
            what = f"“{before.words}”之后又是“{member.words}”，次序不对"
        message = f"{what}，请核实各项有无遗漏，并更正序号。"
        advice = (f"补上遗漏的一项，或把“{member.words}”改为正确的序号。",)
        yield Slip("P-12", Severity.QUERY, member.start, member.end, message, None, advice)
