"""P-07: half-width marks between Chinese."""

from __future__ import annotations

import re
from collections.abc import Iterator

from xjdesk.checks.quoting import excerpt
from xjdesk.checks.standards import PUNCTUATION
from xjdesk.checks.wording.latin_stretches import masked
from xjdesk.checks.wording.script import CHINESE
from xjdesk.checks.wording.slip import Slip
from xjdesk.core.severity import Severity

_WIDE = dict(zip(",;:?!.()", "，；：？！。（）", strict=True))
_STOPS = re.compile(rf"(?<={CHINESE})[,;:?!]|[,;:?!](?={CHINESE})|(?<={CHINESE})\.(?!\.)")
_PAIR = re.compile(r"\(([^()（）]*)\)")
_SINGLE = re.compile(r"[()]")
_BESIDE = re.compile(CHINESE)
_MIDDLE_DOT = "是外国人名、少数民族人名中间隔号的，改为“·”。"


def half_width_marks(text: str) -> Iterator[Slip]:
    """Every such mark, and every pair of brackets in one."""
    if not any(mark in text for mark in _WIDE):
        return
    plain = masked(text)
    for found in _STOPS.finditer(plain):
        mark = found.group()
        advice = (_MIDDLE_DOT,) if mark == "." else ()
        yield _slip(text, found.start(), found.end(), f"“{mark}”", _WIDE[mark], advice)
    yield from _brackets(text, plain)


def _brackets(text: str, plain: str) -> Iterator[Slip]:
    paired: set[int] = set()
    for found in _PAIR.finditer(plain):
        start, end = found.span()
        paired.update((start, end - 1))
        if _BESIDE.search(plain, max(0, start - 1), end + 1):
            yield _slip(text, start, end, "括号“()”", f"（{text[start + 1 : end - 1]}）")
    for found in _SINGLE.finditer(plain):
        start, end = found.span()
        if start not in paired and _BESIDE.search(plain, max(0, start - 1), end + 1):
            yield _slip(text, start, end, f"“{found.group()}”", _WIDE[found.group()])


def _slip(
    text: str, start: int, end: int, what: str, wide: str, advice: tuple[str, ...] = ()
) -> Slip:
    message = (
        f"{excerpt(text, start, end)}中的{what}是半角的，中文里的标点应用全角（{PUNCTUATION}）。"
    )
    return Slip("P-07", Severity.QUERY, start, end, message, wide, advice)
