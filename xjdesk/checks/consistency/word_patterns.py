"""Patterns made of plain words."""

from __future__ import annotations

import re
from collections.abc import Sequence


def any_of(words: Sequence[str]) -> str:
    """A group that matches one of `words`, the longest first."""
    longest_first = sorted(words, key=len, reverse=True)
    return f"(?:{'|'.join(map(re.escape, longest_first))})"
