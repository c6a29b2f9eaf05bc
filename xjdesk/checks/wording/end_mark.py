"""P-27: a paragraph of running text ends with a mark."""

from __future__ import annotations

import re
from collections.abc import Iterator

from xjdesk.checks.quoting import excerpt
from xjdesk.checks.standards import PUNCTUATION
from xjdesk.checks.wording.slip import Slip
from xjdesk.core.outline import heading
from xjdesk.core.severity import Severity

_MARKS = "，、,"
_OF_SENTENCES = re.compile("[。；，]")


def end_mark(text: str) -> Iterator[Slip]:
    """Nothing about headings, and about lines without any mark inside, which may be captions."""
    end = len(text.rstrip())
    last = text[end - 1 : end]
    if not (last.isalnum() or last in f"％%{_MARKS}") or not _OF_SENTENCES.search(text, 0, end - 1):
        return
    numbered = heading(text)
    if numbered is not None and numbered.end == len(text):
        return
    said = excerpt(text[:end], end, end)
    message = f"段末{said}没有句末标点，一段话说完应有句号（{PUNCTUATION}）。"
    advice = ("话没有写完的，补写完整。",)
    proper = "。" if last in _MARKS else f"{last}。"
    yield Slip("P-27b", Severity.HINT, end - 1, end, message, proper, advice)
