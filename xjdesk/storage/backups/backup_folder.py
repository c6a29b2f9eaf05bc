"""Backups of projects, in a folder of the program's own, by document id.

    <folder>/files.json               which document was last at which path (`known_files`)
    <folder>/<document>/<backup>      a folder for each document (`document_folder`), and in it
                                      its backups (`backup_file`); other files are left alone

Which backups stay is told in `backup_thinning`.

The same bytes are kept once for each document. When they come again after others, as when a
change was taken back, their backup gets the present time and so is the newest again; it keeps its
reason. Within a document each backup is later than those before it, by a millisecond if need be,
also after the clock was set back by up to a day. Where it ran further ahead than that, the
backups of that time stand before the later ones, and push none of them out.
"""

from __future__ import annotations

import logging
import os
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path

from xjdesk.storage.backups.backup_file import Backup, BackupReason, backup_of, backups_in, renewed
from xjdesk.storage.backups.backup_thinning import oversize, surplus
from xjdesk.storage.backups.document_folder import folder_name, is_folder_name, named_document
from xjdesk.storage.backups.known_files import KnownFiles
from xjdesk.storage.files.atomic_file import write_atomically
from xjdesk.storage.files.file_reading import ReadError
from xjdesk.storage.files.leftovers import sweep

_LOG = logging.getLogger(__name__)

MOST_BYTES = 500 * 1024 * 1024
"""What the backups of all documents may come to."""
MOST_DOCUMENT_BYTES = 100 * 1024 * 1024
"""What the backups of one document may come to."""

_FILES = "files.json"
_CLOCK_SET_BACK = timedelta(days=1)
_MILLISECOND = timedelta(milliseconds=1)


def _now() -> datetime:
    return datetime.now(UTC)


class BackupFolder:
    """The backups of all documents. `now` gives the time, in UTC."""

    def __init__(self, folder: Path, now: Callable[[], datetime] = _now) -> None:
        self._folder = folder
        self._now = now
        self._files = KnownFiles(folder / _FILES)
        # So many bytes can be added before the backups of all documents, thousands of files, are
        # counted again; the first one has them counted.
        self._room = 0

    def keep(self, document_id: str, data: bytes, reason: BackupReason) -> Backup:
        """Keep these bytes of a project file, unless they are kept already; thin out the rest.

        WriteError when they cannot be written.
        """
        folder = self._folder_of(document_id)
        sweep(folder)
        there = self.of(document_id)
        time = _time_after(there, self._now())
        new = backup_of(folder, document_id, data, time, reason)
        same = next((b for b in there if b.digest == new.digest and _holds(b, data)), None)
        if same is None:
            with suppress(OSError):
                # What is in the way is told when the file cannot be written.
                folder.mkdir(parents=True, exist_ok=True)
            write_atomically(new.path, data)
            self._room -= new.size
            kept = new
        elif any(same.taken < other.taken <= time for other in there):
            kept = _renewed(same, time)
        else:
            kept = same
        others = [other for other in there if other is not same]
        self._thin([kept, *others], time, kept)
        return kept

    def of(self, document_id: str) -> tuple[Backup, ...]:
        """The backups of one document, newest first; those that cannot be listed are left out."""
        return backups_in(self._folder_of(document_id), document_id)

    def documents(self) -> tuple[str, ...]:
        """The ids of all documents with a backup, the one backed up last first.

        Without those whose id is too long for the name of a folder: no document that this program
        made has such an id.
        """
        found: list[tuple[datetime, str]] = []
        for folder in self._folders():
            document_id = named_document(folder.name)
            if document_id is not None and (backups := backups_in(folder, document_id)):
                found.append((backups[0].taken, document_id))
        return tuple(document_id for _, document_id in sorted(found, reverse=True))

    def note_file(self, path: Path, document_id: str) -> None:
        """Remember which document is at `path`, for when it can no longer tell itself."""
        self._files.note(path, document_id)

    def document_at(self, path: Path) -> str | None:
        """The id of the document that was last opened or saved at `path`; None when unknown."""
        return self._files.document_at(path)

    def file_of(self, document_id: str) -> Path | None:
        """Where the document was last opened or saved; None when unknown."""
        return self._files.file_of(document_id)

    def tidy(self) -> None:
        """Delete what was left of backups that were being written when a program was ended."""
        for folder in (self._folder, *self._folders()):
            sweep(folder)

    def _folder_of(self, document_id: str) -> Path:
        return self._folder / folder_name(document_id)

    def _folders(self) -> Iterator[Path]:
        """The folders of all documents."""
        with suppress(OSError), os.scandir(self._folder) as entries:
            for entry in entries:
                if is_folder_name(entry.name):
                    yield Path(entry.path)

    def _thin(self, backups: list[Backup], now: datetime, kept: Backup) -> None:
        """Delete what need not stay of a document; what cannot be deleted is tried next time."""
        going = surplus(backups, now)
        _delete(going, kept)
        left = [backup for backup in backups if backup not in going]
        _delete(oversize([left], MOST_DOCUMENT_BYTES, now), kept)
        if self._room < 0:
            self._make_room(now, kept)

    def _make_room(self, now: datetime, kept: Backup) -> None:
        # Of which documents they are does not matter here.
        everything = [backups_in(folder, folder.name) for folder in self._folders()]
        going = oversize(everything, MOST_BYTES, now)
        _delete(going, kept)
        size = sum(backup.size for backups in everything for backup in backups)
        self._room = MOST_BYTES - size + sum(backup.size for backup in going)


def _time_after(there: Iterable[Backup], now: datetime) -> datetime:
    """The time of the next backup, in whole milliseconds; see the top of this file."""
    now = now.replace(microsecond=now.microsecond // 1000 * 1000)
    ahead = [b.taken for b in there if now <= b.taken <= now + _CLOCK_SET_BACK]
    return max(ahead) + _MILLISECOND if ahead else now


def _holds(backup: Backup, data: bytes) -> bool:
    """Whether it can be read and is not damaged; equal digits in two names alone prove nothing."""
    if backup.size != len(data):
        return False
    try:
        return backup.read() == data
    except ReadError:
        return False


def _renewed(backup: Backup, time: datetime) -> Backup:
    """The same backup with a new time; as it was, if another program holds it."""
    try:
        return renewed(backup, time)
    except OSError as error:
        _LOG.warning("backup not renewed: %s", error)
        return backup


def _delete(backups: Iterable[Backup], kept: Backup) -> None:
    for backup in backups:
        if backup.path == kept.path:
            continue
        try:
            backup.path.unlink(missing_ok=True)
        except OSError as error:
            _LOG.warning("backup not deleted: %s", error)
