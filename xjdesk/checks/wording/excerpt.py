"""The words around a mark, so that the user finds it."""

from __future__ import annotations

_BEFORE, _AFTER = 8, 4


def excerpt(text: str, start: int, end: int) -> str:
    """Characters `start` to `end` with a few of those around them, in quotation marks."""
    return f"“{text[max(0, start - _BEFORE) : end + _AFTER]}”"
