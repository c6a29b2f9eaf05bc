"""Writing a file all or nothing.

Every file the program makes for the user goes through here: project, PDF, workbook.
"""

from __future__ import annotations

import errno
import os
import tempfile
import time
from contextlib import suppress
from pathlib import Path

from xjdesk.core.errors import UserError
from xjdesk.storage.file_reading import shown_name

_SHARING_VIOLATIONS = (5, 32, 33)
"""Windows errors while a virus scanner, an indexer or Excel holds the file."""

_PAUSES_S = (0.05, 0.1, 0.2, 0.4, 0.8)


class WriteError(UserError):
    """A file could not be written; what stood there before is untouched."""


def write_atomically(path: Path, data: bytes) -> None:
    """Make `path` hold `data`, or leave it as it was and raise WriteError.

    The bytes go to a temporary file in the same folder, are synced and length-checked, and then
    take the place of the old file in one step.
    """
    existed = os.path.lexists(path)
    # A link goes on leading to the file that is written.
    path = Path(os.path.realpath(path))
    try:
        temporary = _write_beside(path, data)
    except OSError as error:
        raise _write_error(path, error, existed) from error
    try:
        _replace(temporary, path)
    except OSError as error:
        with suppress(OSError):
            temporary.unlink()
        raise _write_error(path, error, existed) from error
    _sync_folder(path.parent)


def _write_beside(path: Path, data: bytes) -> Path:
    handle, name = tempfile.mkstemp(prefix=f".{path.name}.", suffix=".tmp", dir=path.parent)
    temporary = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        if temporary.stat().st_size != len(data):
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        _take_over_mode(path, temporary)
    except BaseException:
        # Also when the program is interrupted: no half-written file is left behind.
        with suppress(OSError):
            temporary.unlink()
        raise
    return temporary


def _take_over_mode(path: Path, temporary: Path) -> None:
    """Give the new file the access rights of the old one, or those of any new file."""
    if os.name != "posix":
        return
    if path.exists():
        temporary.chmod(path.stat().st_mode & 0o777)
        return
    mask = os.umask(0)
    os.umask(mask)
    temporary.chmod(0o666 & ~mask)


def _replace(temporary: Path, path: Path) -> None:
    for pause in _PAUSES_S:
        try:
            temporary.replace(path)
        except OSError as error:
            if getattr(error, "winerror", None) not in _SHARING_VIOLATIONS:
                raise
            time.sleep(pause)
        else:
            return
    temporary.replace(path)


def _sync_folder(folder: Path) -> None:
    """Make the replacement itself durable, where the system can sync a folder."""
    if os.name != "posix":
        return
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def _write_error(path: Path, error: OSError, existed: bool) -> WriteError:
    winerror = getattr(error, "winerror", None)
    if winerror in _SHARING_VIOLATIONS:
        cause = "文件可能正被其他程序（如 Excel、WPS）打开，请关闭后重试，或另存为其他文件名"
    elif error.errno in (errno.ENOSPC, errno.EDQUOT):
        cause = "磁盘空间不足，请清理磁盘后重试，或另存到其他磁盘"
    elif error.errno in (errno.EACCES, errno.EPERM, errno.EROFS):
        cause = "没有写入权限，请另存到其他文件夹"
    elif error.errno in (errno.ENOENT, errno.ENOTDIR):
        cause = "文件夹不存在或已断开，请另存到其他文件夹"
    elif error.errno == errno.ENAMETOOLONG:
        cause = "文件名或路径太长，请改短后重试"
    elif error.errno in (errno.EISDIR, errno.ENOTEMPTY, errno.EEXIST):
        cause = "已有同名的文件夹，请换一个文件名"
    else:
        cause = "请另存到其他文件夹"
    untouched = "，原有文件未受影响" if existed else ""
    return WriteError(f"文件“{shown_name(path)}”没有写成{untouched}：{cause}。", f"{path}: {error}")
