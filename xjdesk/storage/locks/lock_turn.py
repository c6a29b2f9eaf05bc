"""Whose turn it is to do away with a lock: one at a time, whoever else tries.

Who wants to take a lock over, or to take its own away, first makes a mark beside it: an empty file
with a name that follows from the lock's key, which only one of all who try can make. With the mark
made, it looks whether the lock is still the same, and only then replaces or deletes it. Whoever
comes later can make the mark again, but then finds another lock.

A program that is killed in between leaves its mark. Once that is too old to be anybody's, the next
of a series of marks counts, and the old one stays until the lock itself is gone: so of several who
find it old, again only one has the turn. Marks are named like the temporary files of the program,
and what is left of them is swept away with those.
"""

from __future__ import annotations

import hashlib
import time
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from xjdesk.storage.locks.lock_file import create, remove, time_at

_TAKES_S = 20.0
"""Who has not come to the end of its turn by then must leave it."""
_ABANDONED_S = 60.0
"""A mark this old is nobody's any more; the difference is for clocks that run unevenly."""
_MOST_MARKS = 10


class Turn:
    """The turn to replace or delete one lock; `marks` are those made for it, the own one last."""

    def __init__(self, marks: Sequence[Path]) -> None:
        self._marks = marks
        # Not the monotonic clock: on some systems it stands still while the computer sleeps.
        self._begun = time.time()

    def is_on(self) -> bool:
        """Whether it still is this program's turn; ask just before the deed."""
        return abs(time.time() - self._begun) < _TAKES_S

    def end(self, *, is_gone: bool) -> None:
        """Leave it to others. `is_gone`: the lock that it was about is there no more."""
        if not is_gone and not self.is_on():
            # Somebody may have the next turn because this mark is there.
            return
        for mark in self._marks if is_gone else self._marks[-1:]:
            with suppress(OSError):
                remove(mark)


def begin_turn(lock: Path, key: str) -> Turn | None:
    """The turn to do away with the lock of that key; None when it is somebody else's just now.

    OSError when no mark can be made.
    """
    marks: list[Path] = []
    for number in range(_MOST_MARKS):
        marks.append(mark_path(lock, key, number))
        if create(marks[-1], b""):
            return Turn(marks)
        if not _is_abandoned(marks[-1]):
            return None
    return None


def mark_path(lock: Path, key: str, number: int) -> Path:
    """Where the mark of that number stands for the lock of that key."""
    digest = hashlib.sha256(f"{key} {number}".encode()).hexdigest()
    return lock.with_name(f".xjdesk-{digest[:8]}-0-{digest[8:14]}.tmp")


def _is_abandoned(mark: Path) -> bool:
    try:
        made = mark.stat().st_mtime
    except FileNotFoundError:
        return False
    return abs(time_at(mark.parent) - made) > _ABANDONED_S
