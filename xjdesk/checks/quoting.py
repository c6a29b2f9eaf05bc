"""Quoting what the user wrote inside a sentence."""

from __future__ import annotations

_LONGEST = 24


def quoted(text: str) -> str:
    """The text in quotation marks, on one line, its end left out when it is long."""
    line = " ".join(text.split())
    return f"“{line}”" if len(line) <= _LONGEST else f"“{line[:_LONGEST]}……”"
