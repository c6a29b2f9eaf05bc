"""The names under which imported files stand in a project file.

Such a name can be that of a file in any folder on any system, and leads to no other folder.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

_LEADS_ELSEWHERE = re.compile(r"[/\\:\x00-\x1f]")


def is_original_name(name: str) -> bool:
    """Whether the name is one of a file, and not a way to another folder."""
    return name not in ("", ".", "..") and not _LEADS_ELSEWHERE.search(name)


def original_names(names: Iterable[str]) -> dict[str, str]:
    """For each of `names` one that is good in a project file, and differs from the others there."""
    stored: dict[str, str] = {}
    taken: set[str] = set()
    for name in sorted(names):
        good = _LEADS_ELSEWHERE.sub("_", name.encode("utf-8", "replace").decode())
        if not is_original_name(good):
            good = f"_{good}"
        while good.casefold() in taken:
            good = f"_{good}"
        taken.add(good.casefold())
        stored[name] = good
    return stored
