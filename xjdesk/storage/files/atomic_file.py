"""Writing a file all or nothing.

Every file the program makes for the user goes through here: project, PDF, workbook.
"""

from __future__ import annotations

import errno
import os
import stat
import time
from contextlib import suppress
from pathlib import Path

from xjdesk.storage.files.leftovers import temporary_name
from xjdesk.storage.files.open_handles import sync_folder, write_all
from xjdesk.storage.files.presence import is_file
from xjdesk.storage.files.write_error import is_held, write_error

_PAUSES_S = (0.05, 0.1, 0.2, 0.4, 0.8, 1.2)
"""How long virus scanners and previews hold a file that was just written, and a little more."""

_NEW = os.O_RDWR | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
_USUAL_MODE = 0o666
_READ_AT_ONCE = 1024 * 1024
_CANNOT_SYNC = (errno.EINVAL, errno.ENOTSUP, errno.ENOSYS)


def write_atomically(path: Path, data: bytes) -> None:
    """Make `path` hold `data`, or leave it as it was and raise WriteError.

    The bytes go to a temporary file in the same folder, are synced and read back, and then take
    the place of the old file in one step.
    """
    try:
        # A link goes on leading to the file that is written.
        target = Path(os.path.realpath(path)) if path.is_symlink() else path
        _write(target, data, _mode_to_keep(target))
    except OSError as error:
        raise write_error(path, error, len(data), existed=is_file(path)) from error
    except ValueError as error:
        # A name that no file can have, such as one with a NUL.
        invalid = OSError(errno.EINVAL, str(error))
        raise write_error(path, invalid, len(data), existed=False) from error
    sync_folder(target.parent)


def _mode_to_keep(path: Path) -> int | None:
    """The permissions of the file that is replaced; None without one.

    What is no file, or is marked read-only, is not replaced, though some systems would allow it.
    """
    try:
        mode = path.stat().st_mode
    except FileNotFoundError:
        return None
    if not stat.S_ISREG(mode):
        raise OSError(errno.EISDIR, os.strerror(errno.EISDIR))
    if not os.access(path, os.W_OK):
        raise OSError(errno.EACCES, os.strerror(errno.EACCES))
    return stat.S_IMODE(mode) & 0o777


def _write(path: Path, data: bytes, mode: int | None) -> None:
    temporary = path.with_name(temporary_name())
    handle = os.open(temporary, _NEW, _USUAL_MODE if mode is None else mode)
    try:
        try:
            _fill(handle, data, mode)
        finally:
            os.close(handle)
        _replace(temporary, path)
    except BaseException:
        # Also when the program is interrupted: no half-written file is left behind.
        _remove(temporary)
        raise


def _fill(handle: int, data: bytes, mode: int | None) -> None:
    """Put the data into the new file, and make sure that they are there."""
    write_all(handle, data)
    if os.name == "posix" and mode is not None:
        # Where a file system keeps no modes that is no reason not to save.
        with suppress(OSError):
            os.fchmod(handle, mode)
    _sync(handle)
    # Not by opening it again: a virus scanner may hold it as soon as it is closed.
    os.lseek(handle, 0, os.SEEK_SET)
    if _content(handle) != data:
        raise OSError(errno.EIO, "what was written cannot be read back")


def _content(handle: int) -> bytes:
    parts: list[bytes] = []
    while part := os.read(handle, _READ_AT_ONCE):
        parts.append(part)
    return b"".join(parts)


def _sync(handle: int) -> None:
    try:
        os.fsync(handle)
    except OSError as error:
        # Some network folders know no such thing.
        if error.errno not in _CANNOT_SYNC:
            raise


def _replace(temporary: Path, path: Path) -> None:
    for pause in _PAUSES_S:
        try:
            temporary.replace(path)
        except OSError as error:
            if not is_held(error):
                raise
            time.sleep(pause)
        else:
            return
    temporary.replace(path)


def _remove(temporary: Path) -> None:
    # One that stays is swept away later: see `leftovers`.
    with suppress(OSError):
        temporary.unlink()
