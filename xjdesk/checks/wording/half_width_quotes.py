"""P-08: straight quotation marks in Chinese."""

from __future__ import annotations

import re
from collections.abc import Iterator

from xjdesk.checks.quoting import excerpt
from xjdesk.checks.standards import PUNCTUATION
from xjdesk.checks.wording.latin_stretches import masked
from xjdesk.checks.wording.script import CHINESE
from xjdesk.checks.wording.slip import Slip
from xjdesk.core.severity import Severity

_KINDS = (('"＂', "“”"), ("'＇", "‘’"))
_BESIDE = re.compile(CHINESE)
_INCHES = re.compile(r"(?<=[0-9])[\"']")
_ADVICE = ("引号只有一半的，补成一对。",)


def half_width_quotes(text: str) -> Iterator[Slip]:
    """Every pair of them, or the mark itself where their number is odd."""
    for straight, (opening, closing) in _KINDS:
        if straight[0] not in text and straight[1] not in text:
            continue
        plain = masked(text)
        places = [place for place, mark in enumerate(plain) if mark in straight]
        if len(places) % 2:
            places = [p for p in places if not _INCHES.match(plain, p)]
        if len(places) % 2:
            yield from (_slip(text, p, p + 1, None) for p in places if _is_chinese(plain, p, p + 1))
            continue
        for start, last in zip(places[::2], places[1::2], strict=True):
            if _is_chinese(plain, start, last + 1):
                proper = f"{opening}{text[start + 1 : last]}{closing}"
                yield _slip(text, start, last + 1, proper)


def _is_chinese(plain: str, start: int, end: int) -> bool:
    return _BESIDE.search(plain, max(0, start - 1), end + 1) is not None


def _slip(text: str, start: int, end: int, proper: str | None) -> Slip:
    message = (
        f"{excerpt(text, start, end)}中的引号是半角的，"
        f"中文里应用成对的“”，引号中再用引号的用‘’（{PUNCTUATION}）。"
    )
    return Slip("P-08", Severity.QUERY, start, end, message, proper, _ADVICE)
