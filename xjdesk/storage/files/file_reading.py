"""Reading a file that the user named."""

from __future__ import annotations

import os
import stat
from pathlib import Path

from xjdesk.core.errors import UserError
from xjdesk.storage.files.file_kind import kind_of

_AT_ONCE = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)


class ReadError(UserError):
    """A file could not be read."""


def read_file(path: Path, most_bytes: int) -> bytes:
    """The bytes of the file; ReadError when it is not there, closed to us, or beyond the size."""
    name = shown_name(path)
    try:
        data = _read(path, most_bytes + 1)
    except FileNotFoundError as error:
        sentence = f"找不到文件“{name}”，请确认它没有被移动、改名或删除。"
        raise ReadError(sentence, str(path)) from error
    except (OSError, ValueError) as error:
        # ValueError: a name that no file can have, such as one with a NUL.
        sentence = f"文件“{name}”无法读取，请确认选的是文件、没有被其他程序占用、磁盘没有断开。"
        raise ReadError(sentence, f"{path}: {error}") from error
    if len(data) > most_bytes:
        kind = kind_of(data)
        what = f"{kind.clause}，又" if kind else ""
        raise ReadError(
            f"文件“{name}”{what}太大，不像是要打开的文件，请检查是否选错了文件。", str(path)
        )
    return data


def shown_name(path: Path) -> str:
    """The file's name as it can be shown: the whole path where that has no name of its own."""
    return (path.name or str(path)).encode("utf-8", "replace").decode()


def _read(path: Path, most_bytes: int) -> bytes:
    # A device may have no end, and a pipe that waits for its writer no beginning.
    handle = os.open(path, _AT_ONCE)
    try:
        if not stat.S_ISREG(os.fstat(handle).st_mode):
            raise OSError("not a regular file")
        with os.fdopen(handle, "rb", closefd=False) as file:
            return file.read(most_bytes)
    finally:
        os.close(handle)
