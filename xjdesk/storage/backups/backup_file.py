"""A backup is a project file whose name says all that a list of backups shows.

    <UTC time>-<reason>-<digest>.xjd      20170105T081530.250Z-saved-0123456789abcdef.xjd

There is no index of them that could be lost.
"""

from __future__ import annotations

import hashlib
import os
import re
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from pathlib import Path

from xjdesk.storage.files.file_reading import read_file


class BackupReason(StrEnum):
    """Why a backup was taken."""

    SAVED = "saved"
    """The bytes of a file as the user saved it."""
    REPLACED = "replaced"
    """What stood in a file before it was overwritten: an older format, another's work, damage."""
    UNSAVED = "unsaved"
    """What was never saved and the user gave up."""


_NAME = re.compile(
    r"(?P<time>[0-9]{8}T[0-9]{6}\.[0-9]{3}Z)"
    rf"-(?P<reason>{'|'.join(BackupReason)})"
    r"-(?P<digest>[0-9a-f]{16})\.xjd"
)


@dataclass(frozen=True, slots=True)
class Backup:
    """A backup: where it is, of which document, when taken (UTC), why, and its size in bytes.

    `digest` is the first 16 digits of the SHA-256 of its bytes, in hex.
    """

    path: Path
    document_id: str
    taken: datetime
    reason: BackupReason
    digest: str
    size: int

    @property
    def is_only_copy(self) -> bool:
        """Whether its bytes may stand nowhere else: no file holds them, or holds them no more."""
        return self.reason is not BackupReason.SAVED

    def read(self) -> bytes:
        """The bytes of the project file it holds; ReadError when it cannot be read."""
        return read_file(self.path, self.size)


def backup_of(
    folder: Path, document_id: str, data: bytes, taken: datetime, reason: BackupReason
) -> Backup:
    """What the backup of `data` in the document's folder will be; nothing is written."""
    digest = hashlib.sha256(data).hexdigest()[:16]
    path = folder / _name(taken, reason, digest)
    return Backup(path, document_id, taken, reason, digest, len(data))


def renewed(backup: Backup, taken: datetime) -> Backup:
    """The backup, its file renamed for another time; OSError when that cannot be done."""
    path = backup.path.with_name(_name(taken, backup.reason, backup.digest))
    backup.path.rename(path)
    return replace(backup, path=path, taken=taken)


def backups_in(folder: Path, document_id: str) -> tuple[Backup, ...]:
    """The backups in a document's folder, newest first; those that cannot be listed are not."""
    found: list[Backup] = []
    with suppress(OSError), os.scandir(folder) as entries:
        for entry in entries:
            with suppress(OSError):
                backup = _listed(entry, document_id)
                if backup is not None:
                    found.append(backup)
    return tuple(sorted(found, key=lambda b: (b.taken, b.path.name), reverse=True))


def _listed(entry: os.DirEntry[str], document_id: str) -> Backup | None:
    """The backup that a file of the folder is; None for any other file."""
    name = _NAME.fullmatch(entry.name)
    if name is None or not entry.is_file(follow_symlinks=False):
        return None
    try:
        taken = datetime.fromisoformat(name["time"])
    except ValueError:
        # A month 13.
        return None
    size = entry.stat(follow_symlinks=False).st_size
    reason = BackupReason(name["reason"])
    return Backup(Path(entry.path), document_id, taken, reason, name["digest"], size)


def _name(taken: datetime, reason: BackupReason, digest: str) -> str:
    milliseconds = taken.microsecond // 1000
    return f"{taken:%Y%m%dT%H%M%S}.{milliseconds:03}Z-{reason}-{digest}.xjd"
