"""Where two sequences differ, so that only that much need be shown anew."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Stretch:
    """From `start`, `old` up to before `old_end` became `new` up to before `new_end`.

    What stands before and behind is equal in both.
    """

    start: int
    old_end: int
    new_end: int


def differing_stretch(old: Sequence[object], new: Sequence[object]) -> Stretch:
    """The smallest stretch in which `new` differs from `old`; an empty one when it does not."""
    most = min(len(old), len(new))
    start = 0
    while start < most and old[start] == new[start]:
        start += 1
    behind = 0
    while behind < most - start and old[-1 - behind] == new[-1 - behind]:
        behind += 1
    return Stretch(start, len(old) - behind, len(new) - behind)
