"""Words that come from elsewhere, on buttons and in menus."""

from __future__ import annotations


def caption(words: str) -> str:
    """What has Qt show `words` as they are: it takes `&` for the mark of an access key."""
    return words.replace("&", "&&")
