"""P-22: 、 between titles, or between words in quotation marks, that stand side by side."""

from __future__ import annotations

import re
from collections.abc import Iterator

from xjdesk.checks.standards import PUNCTUATION
from xjdesk.checks.wording.slip import Slip
from xjdesk.core.severity import Severity

_CHAINS = (
    (re.compile(r"(?<=》)、(?=《)(?:《[^《》]*》、(?=《))*"), "书名号", "《", "》"),
    (re.compile(r"(?<=”)、(?=“)(?:“[^“”]*”、(?=“))*"), "引号", "“", "”"),
)
_GOES_ON = re.compile(r"[^，。；：、？！《》“”（）和与及或]{0,15}、")


def needless_commas(text: str) -> Iterator[Slip]:
    """One slip for every such row.

    Not where the row goes on with bare words, which need their 、: then all of it is kept alike.
    """
    for pattern, name, opening, closing in _CHAINS:
        for found in pattern.finditer(text):
            if not _among_bare_words(text, *found.span(), opening, closing):
                yield _slip(text, found, name, f"{closing}{opening}")


def _among_bare_words(text: str, start: int, end: int, opening: str, closing: str) -> bool:
    first = text.rfind(opening, 0, start)
    last = text.find(closing, end)
    if text[:first].endswith("、"):
        return True
    return last >= 0 and _GOES_ON.match(text, last + 1) is not None


def _slip(text: str, found: re.Match[str], name: str, between: str) -> Slip:
    proper = found.group().replace(f"{between[0]}、{between[1]}", between).removeprefix("、")
    if proper.endswith("、"):
        proper = proper[:-1]
    where = text[max(0, found.start() - 5) : found.end() + 5]
    message = f"“{where}”中，标有{name}的并列词语之间通常不用顿号（{PUNCTUATION}）。"
    advice = ("中间有括注等其他成分的，可以保留。",)
    return Slip("P-22", Severity.HINT, *found.span(), message, proper, advice)
