"""What the writers of files do with a handle of the system, each in its own order."""

from __future__ import annotations

import errno
import os
from contextlib import suppress
from pathlib import Path


def write_all(handle: int, data: bytes) -> None:
    """Write all of the data; OSError when that cannot be done, with some of them written."""
    rest = memoryview(data)
    while rest:
        count = os.write(handle, rest)
        if count == 0:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        rest = rest[count:]


def sync_and_close(handle: int) -> None:
    """Have the system put on the disk what was written; OSError when that fails."""
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def sync_folder(folder: Path) -> None:
    """Make new names in a folder durable, where the system can sync one. Never fails."""
    if os.name == "posix":
        with suppress(OSError):
            sync_and_close(os.open(folder, os.O_RDONLY))
