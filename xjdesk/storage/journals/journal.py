"""The recovery journal: every change of an open document, written as it is made.

It stands in a folder of the program's own, never beside or in the project file. `recovery` reads
it after a crash.
"""

from __future__ import annotations

import errno
import os
import threading
import uuid
from collections.abc import Sequence
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path

from xjdesk.core.change import Change
from xjdesk.storage.files.leftovers import sweep
from xjdesk.storage.files.open_handles import sync_and_close, sync_folder, write_all
from xjdesk.storage.files.presence import is_there
from xjdesk.storage.files.write_error import WriteError, WriteProblem, write_error
from xjdesk.storage.journals.journal_records import (
    MOST_BYTES,
    MOST_LINE_BYTES,
    VERSION,
    HeaderRecord,
    LineWriter,
)
from xjdesk.storage.journals.left_journals import ENDING, left_journals
from xjdesk.storage.journals.recovery import delete_long_set_aside, put_away
from xjdesk.storage.project import Project
from xjdesk.storage.project_file import FORMAT, encode_project
from xjdesk.storage.records.content_records import RecordError
from xjdesk.storage.station import this_station

_NEW = os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_APPEND | getattr(os, "O_BINARY", 0)


class Journal:
    """The journal of one open document, from its last saved state on.

    `append` is for one thread, `sync` may be called on another. What fails raises WriteError,
    once, and the journal then takes nothing more (`is_broken`): what was appended before stays.
    """

    def __init__(self, path: Path, handle: int, lines: LineWriter, size: int) -> None:
        self._path = path
        self._lines = lines
        self._lock = threading.Lock()
        self._handle: int | None = handle
        self._size = self._synced = size
        self._is_broken = False

    @property
    def path(self) -> Path:
        """Its file."""
        return self._path

    @property
    def is_broken(self) -> bool:
        """Whether something could not be written, so that what follows would not fit."""
        return self._is_broken

    def append(self, changes: Sequence[Change], when: datetime, who: str) -> None:
        """Write one step, which was carried out at `when` (UTC); the system has it on return.

        A journal that is broken or discarded takes nothing, and says nothing.
        """
        with self._lock:
            if self._handle is None or self._is_broken:
                return
            try:
                line = self._lines.step(changes, when, who)
                _refuse_too_long(line, self._size)
                write_all(self._handle, line)
            except (OSError, RecordError) as error:
                raise self._broken_by(error) from error
            except BaseException:
                # Also when the program is interrupted: without this step no other fits.
                self._is_broken = True
                raise
            self._size += len(line)

    def sync(self) -> None:
        """Have the system put on the disk what was appended; this may take a while."""
        with self._lock:
            size = self._size
            if self._handle is None or self._is_broken or self._synced == size:
                return
            try:
                # Its own handle, so that nobody has to wait for the disk.
                handle = os.dup(self._handle)
            except OSError as error:
                raise self._broken_by(error) from error
        try:
            sync_and_close(handle)
        except OSError as error:
            if not self._is_discarded():
                raise self._broken_by(error) from error
        if self._is_discarded():
            # Not every system deletes a file while there is a handle to it, such as this one.
            put_away(self._path)
        self._synced = size

    def discard(self) -> None:
        """Close and delete the journal: all is saved, or given up. Never fails."""
        with self._lock:
            handle, self._handle = self._handle, None
        if handle is not None:
            with suppress(OSError):
                os.close(handle)
            put_away(self._path)

    def _is_discarded(self) -> bool:
        return self._handle is None

    def _broken_by(self, error: OSError | RecordError) -> WriteError:
        self._is_broken = True
        return _not_written(self._path, error)


class JournalFolder:
    """Where the journals are."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._begun: set[Path] = set()

    def begin(self, base: Project, file: Path | None, digest: str | None) -> Journal:
        """A journal of the changes made to `base`, a project as it was opened, saved or begun.

        `file` is where it was, None when it never was saved, and `digest` the SHA-256 of that
        file. WriteError when it cannot be written, ProjectError when no project file could hold
        the base.
        """
        path = self._folder / (uuid.uuid4().hex + ENDING)
        lines = LineWriter()
        line = lines.header(_header(base, file, digest))
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            handle = _written(path, line)
        except OSError as error:
            raise _not_written(path, error) from error
        sync_folder(self._folder)
        # Those that were put away since are nobody's any more.
        self._begun = {begun for begun in self._begun if is_there(begun)} | {path}
        return Journal(path, handle, lines, len(line))

    def left_behind(self) -> tuple[Path, ...]:
        """The journals of programs that have ended, the one last written first.

        What else was left in the folder is deleted.
        """
        sweep(self._folder)
        delete_long_set_aside(self._folder)
        return left_journals(self._folder, self._begun)


def _header(base: Project, file: Path | None, digest: str | None) -> HeaderRecord:
    return HeaderRecord(
        journal=VERSION,
        format=FORMAT,
        document=base.document_id,
        form=base.report.form_id,
        file=None if file is None else str(file.absolute()),
        digest=digest,
        station=this_station(),
        since=datetime.now(UTC),
        base=encode_project(base),
    )


def _written(path: Path, line: bytes) -> int:
    """A handle to a new file that holds the line, on the disk."""
    handle = os.open(path, _NEW, 0o600)
    try:
        write_all(handle, line)
        os.fsync(handle)
    except BaseException:
        # Also when the program is interrupted: no journal that nobody knows of.
        with suppress(OSError):
            os.close(handle)
        put_away(path)
        raise
    return handle


def _refuse_too_long(line: bytes, size: int) -> None:
    if len(line) > MOST_LINE_BYTES or size + len(line) > MOST_BYTES:
        raise OSError(errno.EFBIG, os.strerror(errno.EFBIG))


def _not_written(path: Path, error: OSError | RecordError) -> WriteError:
    """What stands in the way, without the advice to save the journal elsewhere."""
    problem, detail = WriteProblem.OTHER, f"{path}: {error}"
    if isinstance(error, OSError):
        problem = write_error(path, error, 0, existed=False).problem
    return WriteError(
        "恢复日志没有写成，程序意外退出时没有保存的修改会找不回来，请随时保存，并检查本机磁盘空间。",
        detail,
        problem,
    )
