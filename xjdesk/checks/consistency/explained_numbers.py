"""Catchwords with a number and what they stand for: “四议”即：… (rule T-13).

A separator can also stand inside an item, and a comma can end the list. So there is a least and a
greatest number of items, and only a number outside them is doubted.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from xjdesk.checks.consistency.clash import Clash, Span
from xjdesk.checks.consistency.counted_points import RULE

_NUMERALS = "一二三四五六七八九十"
_COUNTED = f"两{_NUMERALS[1:]}"
_CATCHWORD = re.compile(
    rf"“(?P<n>[{_COUNTED}])个?(?P<name>[^“”{_COUNTED}一、，0-9]{{1,4}})”，?(?:即[：:]|即(?![时将可便使刻])|是指[：:]?)"
)
_LIST = re.compile(r"[^。；;“”（(]+")
_PAUSE = re.compile(r"、")
_ANY_PAUSE = re.compile(r"[、，,]|以及|和|与|及")
_WAYS_OUT = (
    "补上缺少的或者删去多余的一项。",
    "更正简称中的数字。",
)


def explained_number_clashes(text: str) -> Iterator[Clash]:
    """Catchwords that are followed by surely more or surely fewer items than they say."""
    for found in _CATCHWORD.finditer(text):
        items = _LIST.match(text, found.end())
        if items is None:
            continue
        listed = items.group().strip("，、：: ")
        least = len(_PAUSE.split(listed.partition("，")[0]))
        most = len(_ANY_PAUSE.split(listed))
        number = 2 if found["n"] == "两" else _NUMERALS.index(found["n"]) + 1
        if most > 1 and not least <= number <= most:
            counted = least if number < least else most
            yield _clash(found, Span(items.start(), items.start() + len(listed)), counted)


def _clash(found: re.Match[str], items: Span, counted: int) -> Clash:
    word = f"“{found['n']}{found['name']}”"
    return Clash(
        RULE,
        (Span(found.start(), found.start("name") + len(found["name"]) + 1), items),
        f"{word}后面列出了{counted}项，与“{found['n']}”不符，请核对。",
        found["n"],
        str(counted),
        f"{word}｜{counted}",
        _WAYS_OUT,
    )
