"""Quoting what the user wrote inside a sentence."""

from __future__ import annotations

from xjdesk.checks.clauses import QUOTED_CLAUSES

_LONGEST = 24
_LONGEST_CLAUSE = 32
_BEFORE, _AFTER = 8, 4


def quoted(text: str) -> str:
    """The text in quotation marks, on one line, its end left out when it is long."""
    line = " ".join(text.split())
    return f"“{line}”" if len(line) <= _LONGEST else f"“{line[:_LONGEST]}……”"


def excerpt(text: str, start: int, end: int) -> str:
    """Characters `start` to `end` with a few of those around them, so that the user finds them."""
    return f"“{text[max(0, start - _BEFORE) : end + _AFTER]}”"


def quoted_clause(text: str, start: int, end: int) -> str:
    """The clause that holds characters `start` to `end`; of a long one the words up to them."""
    around = QUOTED_CLAUSES.around(text, start, end)
    clause = around.of(text).strip()
    if len(clause) <= _LONGEST_CLAUSE:
        return f"“{clause}”"
    head = text[around.start : end].strip()
    goes_on = "……" if len(head) < len(clause) else ""
    shown = head if len(head) <= _LONGEST_CLAUSE else f"……{head[-_LONGEST_CLAUSE:]}"
    return f"“{shown}{goes_on}”"
