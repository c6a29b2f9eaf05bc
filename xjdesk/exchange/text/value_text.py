"""Telling what stands in a cell for a value from what is a word."""

from __future__ import annotations

import re
from collections.abc import Iterable

_LONGEST_VALUE = 16
_WORDS_FOR_NOTHING = frozenset(("无", "零", "〇", "没有", "暂无", "未发生", "空", "O", "o"))
_STROKES = re.compile(r"[-/\\—–―－−_*·…×／＼.]+")
_DIGIT = re.compile(r"[0-9０-９]")
_NUMBERING = re.compile(r"[（(]?[0-9０-９一二三四五六七八九十]{1,3}[）)、.．:：]+")
_COUNTED = re.compile(r"(?<=[0-9０-９])\s*[件条项次个份元宗]$")
_WORDLESS = re.compile(r"[0-9０-９.,，．%％+＋\-−－—\s()（）*/／。、:：O]+")


def is_value(text: str, units: Iterable[str]) -> bool:
    """Whether a text stands for a value: a number, a stroke, a word for nothing; blank is none."""
    bare = text.strip()
    if not bare or len(bare) > _LONGEST_VALUE or _NUMBERING.fullmatch(bare):
        return False
    if bare in _WORDS_FOR_NOTHING or _STROKES.fullmatch(bare):
        return True
    for unit in units:
        bare = bare.removesuffix(unit).rstrip()
    bare = _COUNTED.sub("", bare)
    return bool(_DIGIT.search(bare) and _WORDLESS.fullmatch(bare))
