"""The characters that every Chinese font has."""

from __future__ import annotations

_CHARSET = "gb2312"
_IN_EVERY_FONT_TOO = frozenset("—·")
"""Dash and middle dot: the charset's table maps them to look-alikes of other code points."""


def uncommon_characters(text: str) -> frozenset[str]:
    """The characters of `text` that are neither ASCII nor in GB/T 2312-1980, each once.

    The dash U+2014 and the middle dot U+00B7 count as part of that standard. ASCII includes its
    control characters, which are set as blanks.
    """
    if _is_common(text):
        return frozenset()
    characters = frozenset(text)
    common = "".join(characters).encode(_CHARSET, "ignore").decode(_CHARSET)
    return characters.difference(common, _IN_EVERY_FONT_TOO)


def _is_common(text: str) -> bool:
    # Encoding runs over a text many times faster than looking at its characters one by one.
    try:
        text.encode(_CHARSET)
    except UnicodeEncodeError:
        return False
    return True
