"""The file of the open document, and its lock."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

from xjdesk.storage.locks.project_lock import LockedError, ProjectLock, take_lock


@dataclass(frozen=True, slots=True)
class OpenFile:
    """Where the document was read from or saved to last.

    `digest` is the SHA-256 of the file as this program knows it; None: whatever is there now may
    be overwritten. `lock` keeps others from editing it; None where no lock can be kept.
    """

    path: Path
    digest: str | None = None
    lock: ProjectLock | None = None

    def is_at(self, path: Path) -> bool:
        """Whether `path` leads to this file, in whatever spelling or by whatever link."""
        return _spelt(path) == _spelt(self.path)


def lock_of(path: Path, held: OpenFile | None) -> ProjectLock:
    """The lock of the file at `path`, which is to be edited; that of `held`, if it is that file.

    One that somebody else has taken over is no longer ours; one that a program left which has
    ended is taken over. LockedError while somebody else has it, LockUnavailableError where none
    can be kept.
    """
    own = held.lock if held is not None and held.is_at(path) else None
    if own is not None and own.beat():
        return own
    try:
        return take_lock(path)
    except LockedError as error:
        if not error.holder.has_ended:
            raise
        return take_lock(path, over=error.holder)


def _spelt(path: Path) -> str:
    return os.path.normcase(os.path.realpath(path))
