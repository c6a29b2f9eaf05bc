"""How what was found is told."""

from __future__ import annotations

from xjdesk.core.address import ParagraphAddress, Place, SpanAddress
from xjdesk.core.text_search import Hit, HitKind, Replacement
from xjdesk.gui.line_breaks import one_line

_AROUND = 14
_CUT = "…"
_REMARKS = {
    HitKind.WRITTEN: "",
    HitKind.FIGURE: "引用数字，不替换",
    HitKind.LABEL: "统计表行名、列名，不替换",
    HitKind.VALUE: "统计数，不替换",
}


def excerpt(hit: Hit) -> tuple[str, str, str]:
    """What stands before, what was found, and what stands behind, on one line."""
    start, end = max(hit.start - _AROUND, 0), min(hit.end + _AROUND, len(hit.text))
    before = (_CUT if start else "") + hit.text[start : hit.start]
    behind = hit.text[hit.end : end] + (_CUT if end < len(hit.text) else "")
    return one_line(before), one_line(hit.text[hit.start : hit.end]), one_line(behind)


def remark(hit: Hit) -> str:
    """Why it is not replaced; empty where it is."""
    return _REMARKS[hit.kind]


def place_of(hit: Hit) -> Place:
    """Where the words stand: in a paragraph, the very characters."""
    if isinstance(hit.address, ParagraphAddress):
        at = hit.address
        return SpanAddress(at.chapter, at.paragraph, hit.start, hit.end)
    return hit.address


def told_after(done: Replacement) -> str:
    """已替换5处，另有2处是引用数字，没有替换。"""
    left = f"，另有{done.figures_left}处是引用数字，没有替换" if done.figures_left else ""
    if not done.count:
        return f"没有可替换的文字{left}。"
    return f"已替换{done.count}处{left}。"
