"""The file of a lock: where it is, and how it is made, read and kept fresh."""

from __future__ import annotations

import errno
import hashlib
import os
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from xjdesk.storage.files.leftovers import temporary_name
from xjdesk.storage.files.open_handles import write_all
from xjdesk.storage.files.write_error import is_held
from xjdesk.storage.locks.lock_hiding import hide
from xjdesk.storage.locks.lock_record import LockRecord, decode_record, encode_record

_BINARY = getattr(os, "O_BINARY", 0)
_NEW = os.O_WRONLY | os.O_CREAT | os.O_EXCL | _BINARY
_PAUSES_S = (0.01, 0.02, 0.04, 0.08, 0.15)
"""How long it is waited for a file that is just being written, looked at or deleted."""
_MOST_BYTES = 64 * 1024
_MOST_NAME_BYTES = 255
_HEAD_BYTES = 200

_T = TypeVar("_T")


@dataclass(frozen=True, slots=True)
class FoundLock:
    """A lock file that is there.

    `record` is None when it holds none. Two that are equal in `key` are the same lock. `modified`
    is when it was written, in seconds of the clock of the place where it is.
    """

    record: LockRecord | None
    key: str
    modified: float


def lock_path(project: Path) -> Path:
    """Where the lock of a project file is: beside the file itself, wherever a link leads there."""
    file = Path(os.path.realpath(project))
    name = f"~${file.name}.lock"
    if len(name.encode("utf-8", "surrogatepass")) <= _MOST_NAME_BYTES:
        return file.with_name(name)
    whole = file.name.encode("utf-8", "surrogatepass")
    head = whole[:_HEAD_BYTES].decode("utf-8", "ignore")
    # Where case does not matter, neither may it matter how the name was typed.
    digest = hashlib.sha256(file.name.casefold().encode("utf-8", "surrogatepass")).hexdigest()
    return file.with_name(f"~${head}~{digest[:12]}.lock")


def create_lock(lock: Path, record: LockRecord) -> bool:
    """Make the lock file, unless there is one; whether it was made. OSError when it cannot be."""
    is_made = create(lock, encode_record(record))
    if is_made:
        hide(lock)
    return is_made


def read_lock(lock: Path, known: str = "") -> FoundLock | None:
    """The lock file; None when there is none, OSError when it cannot be read.

    One that holds no record may be one that is just being written, and is read again for a while,
    unless `known` is its key.
    """
    for pause in _PAUSES_S:
        found = _patiently(lambda: _read_once(lock))
        if found is None or found.record is not None or found.key == known:
            return found
        time.sleep(pause)
    return _read_once(lock)


def refresh_lock(lock: Path, record: LockRecord) -> bool:
    """Write `record` over the older one of its lock; False when that is not in the file just now.

    What was looked at and what is written is one and the same file, whatever is put in its place
    meanwhile; and at no time is it missing, empty or of another length. OSError when there is none.
    """
    handle = _patiently(lambda: os.open(lock, os.O_RDWR | _BINARY))
    try:
        there = decode_record(os.read(handle, _MOST_BYTES))
        if there is None or there.session != record.session:
            return False
        os.lseek(handle, 0, os.SEEK_SET)
        write_all(handle, encode_record(record))
    finally:
        os.close(handle)
    return True


def create(file: Path, data: bytes) -> bool:
    """Make a file, unless there is one; whether it was made.

    None is left when it cannot be written, which raises OSError.
    """
    try:
        handle = _patiently(lambda: os.open(file, _NEW, 0o666))
    except FileExistsError:
        return False
    try:
        try:
            write_all(handle, data)
            os.fsync(handle)
        finally:
            os.close(handle)
    except BaseException:
        with suppress(OSError):
            remove(file)
        raise
    return True


def replace(file: Path, target: Path) -> None:
    """Put a file in the place of another, in one step; OSError when that fails."""
    _patiently(lambda: file.replace(target))


def remove(file: Path) -> None:
    """Delete a file, which may be gone already; OSError when that fails."""
    _patiently(lambda: file.unlink(missing_ok=True))


def time_at(folder: Path) -> float:
    """What time it is by the clock that stamps the files of a folder, in seconds.

    On a network drive that is the clock of the computer that shares it, not of this one. Where no
    file can be made to see, it is taken to be as late as here.
    """
    probe = folder / temporary_name()
    try:
        handle = os.open(probe, _NEW, 0o666)
        try:
            return os.fstat(handle).st_mtime
        finally:
            os.close(handle)
    except OSError:
        return time.time()
    finally:
        with suppress(OSError):
            remove(probe)


def _read_once(lock: Path) -> FoundLock | None:
    try:
        handle = os.open(lock, os.O_RDONLY | _BINARY)
    except FileNotFoundError:
        return None
    try:
        state = os.fstat(handle)
        data = os.read(handle, _MOST_BYTES)
    finally:
        os.close(handle)
    record = decode_record(data)
    if record is not None:
        return FoundLock(record, record.session, state.st_mtime)
    # Nothing but its bytes and their age tells it from the next one.
    digest = hashlib.sha256(f"{state.st_mtime_ns} ".encode() + data).hexdigest()
    return FoundLock(None, f"unreadable-{digest[:32]}", state.st_mtime)


def _patiently(act: Callable[[], _T]) -> _T:
    """Do it, and again after a moment while another program holds the file."""
    for pause in _PAUSES_S:
        try:
            return act()
        except OSError as error:
            if not _may_be_held(error):
                raise
        time.sleep(pause)
    return act()


def _may_be_held(error: OSError) -> bool:
    # Opening a file does not tell which of the errors of Windows it was.
    return is_held(error) or (os.name == "nt" and error.errno == errno.EACCES)
