"""P-27: marks that follow one another, and a mark that a text begins with."""

from __future__ import annotations

import re
from collections.abc import Iterator

from xjdesk.checks.quoting import excerpt
from xjdesk.checks.standards import PUNCTUATION
from xjdesk.checks.wording.script import CLOSING, STOPS
from xjdesk.checks.wording.slip import Slip
from xjdesk.core.severity import Severity

_ROW = re.compile(rf"[{STOPS},;](?:[ 　]?[{STOPS},;])+")
_FIRST = re.compile(rf"[{STOPS}{CLOSING}]+")
_ALLOWED = re.compile(r"[？！]{1,3}|(.)\1{2,}")
"""Question and call in one; a row of three or more is a try at dots, which P-25 speaks of."""

_STRENGTH = "，、：；。！？"


def doubled_marks(text: str) -> Iterator[Slip]:
    """Every row of them, with the strongest of them instead."""
    for found in _ROW.finditer(text):
        marks = found.group()
        if found.start() == 0 or _ALLOWED.fullmatch(marks):
            continue
        proper = max(marks.replace(",", "，").replace(";", "；"), key=_STRENGTH.find)
        message = (
            f"{excerpt(text, *found.span())}中的标点“{marks}”重复，"
            f"应只留一个“{proper}”（{PUNCTUATION}）。"
        )
        advice = ("中间漏了字的，补上。",)
        yield Slip("P-27", Severity.QUERY, *found.span(), message, proper, advice)
    if first := _FIRST.match(text):
        message = f"“{text[:8]}”以标点“{first.group()}”开头，前面可能漏了字（{PUNCTUATION}）。"
        advice = ("补上漏掉的字。", "多出来的标点，删去。")
        yield Slip("P-27", Severity.QUERY, *first.span(), message, None, advice)
