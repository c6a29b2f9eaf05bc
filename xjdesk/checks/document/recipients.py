"""The organs a document goes to, as listed in 主送 and 抄送."""

from __future__ import annotations

import re

_PARTING = re.compile(r"[，、；。,;.：:\n]+")
_BRACKETED = re.compile(r"[（(][^（）()]*[）)]$")


def recipients(text: str) -> tuple[str, ...]:
    """The names in a list of organs, without the marks between them."""
    return tuple(name for piece in _PARTING.split(text) if (name := piece.strip()))


def persons(text: str, titles: tuple[str, ...]) -> tuple[str, ...]:
    """Those of the names in a list that end with one of `titles` and so name somebody's post."""
    if not titles:
        return ()
    return tuple(n for n in recipients(text) if _BRACKETED.sub("", n).endswith(titles))
