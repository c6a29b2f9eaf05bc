"""P-09: blanks inside a line; what they are meant to part or align, the layout does."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby

from xjdesk.checks.clauses import FULL_SENTENCES
from xjdesk.checks.quoting import excerpt
from xjdesk.checks.wording.script import CHINESE, HAN
from xjdesk.checks.wording.slip import Slip
from xjdesk.core.severity import Severity

_ANY = re.compile(r"\s")
_BLANKS = re.compile(rf"^\s+|(?<={CHINESE})\s+|\s+(?={CHINESE})|\s+$|\s{{2,}}")
_NAME = re.compile(rf"(?<![\w\s]){HAN}\s{{1,2}}{HAN}(?![\w\s])")
_ADVICE = ("用空格对齐或缩进的，删去空格，由排版完成。",)


def blanks(text: str) -> Iterator[Slip]:
    """The blanks of every sentence that are none of a name of two characters, as 张　三.

    Between Latin letters one of several is left; nowhere is one added.
    """
    if not _ANY.search(text):
        return
    names = [found.span() for found in _NAME.finditer(text)]
    found = [
        blank.span()
        for blank in _BLANKS.finditer(text)
        if not any(start < blank.start() < end for start, end in names)
    ]
    for _, group in groupby(found, lambda span: FULL_SENTENCES.marks_before(text, span[0])):
        yield _slip(text, list(group))


def _slip(text: str, spans: list[tuple[int, int]]) -> Slip:
    start, end = spans[0][0], spans[-1][1]
    left, after = "", start
    for first, behind in spans:
        left += text[after:first] + (" " if _between_latin(text, first, behind) else "")
        after = behind
    if len(spans) == 1:
        where = f"{excerpt(text, start, end)}中有"
    else:
        where = f"从{excerpt(text, *spans[0])}起，这一句里有{len(spans)}处"
    message = f"{where}多余的空格，公文里汉字与汉字、数字、字母之间不空格。"
    return Slip("P-09", Severity.HINT, start, end, message, left, _ADVICE)


def _between_latin(text: str, start: int, end: int) -> bool:
    return start > 0 and end < len(text) and f"{text[start - 1]}{text[end]}".isascii()
