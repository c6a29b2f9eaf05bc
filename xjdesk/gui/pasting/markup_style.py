"""What the attributes of an element in the markup of Word and WPS say about its words."""

from __future__ import annotations

import re
from collections.abc import Mapping

_UNSEEN_TAGS = frozenset(
    (
        *("head", "title", "style", "script", "xml", "noscript", "template"),
        *("del", "object", "select", "textarea", "svg", "math", "iframe", "audio", "video"),
    )
)
_HIDDEN = re.compile(
    r"display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all"
    r"|mso-element\s*:\s*(?:comment|footnote|endnote|header|footer)"
    r"|mso-special-character\s*:\s*(?:comment|footnote|endnote)",
    re.IGNORECASE,
)
_HIDDEN_CLASSES = frozenset(
    (
        *("msocomanchor", "msocomtxt", "msocomoff", "msocommenttext"),
        *("msofootnotereference", "msoendnotereference", "msofootnotetext", "msoendnotetext"),
    )
)
_TO_NOTE = re.compile(r"[^#]*#_(?:ftn|edn|msocom)", re.IGNORECASE)
_LIST_NUMBER = re.compile(r"mso-list\s*:\s*ignore", re.IGNORECASE)


def is_hidden(tag: str, attributes: Mapping[str, str]) -> bool:
    """Whether its words are none of the text: not seen, notes and comments, and marks of those."""
    if tag in _UNSEEN_TAGS or "hidden" in attributes:
        return True
    if _HIDDEN.search(attributes.get("style", "")):
        return True
    if not _HIDDEN_CLASSES.isdisjoint(attributes.get("class", "").lower().split()):
        return True
    return tag == "a" and bool(_TO_NOTE.match(attributes.get("href", "")))


def is_list_number(attributes: Mapping[str, str]) -> bool:
    """Whether its words are the number of the paragraph, which Word reckons anew by itself."""
    return bool(_LIST_NUMBER.search(attributes.get("style", "")))
