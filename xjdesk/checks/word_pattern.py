"""Patterns for words of a list, which are data and stand for themselves."""

from __future__ import annotations

import re
from collections.abc import Iterable

NEVER = r"(?!)"
"""The pattern that matches nothing: what an empty list of words becomes."""


def any_of(words: Iterable[str]) -> str:
    """A group that matches any of the words, the longest that fits."""
    longest_first = sorted(set(words), key=lambda word: (-len(word), word))
    return f"(?:{'|'.join(map(re.escape, longest_first))})" if longest_first else NEVER
