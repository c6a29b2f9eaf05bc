"""Why a file could not be written, in words for the user."""

from __future__ import annotations

import errno
import math
import os
import shutil
from enum import Enum, auto
from pathlib import Path

from xjdesk.core.errors import UserError
from xjdesk.storage.files.file_reading import shown_name
from xjdesk.storage.files.leftovers import NAME_LENGTH

_MIB = 1024 * 1024
_LONGEST_PATH = 259 if os.name == "nt" else math.inf
"""Where Windows is not set to allow longer ones, it says of them that the folder is not there."""


class WriteProblem(Enum):
    """What stands in the way, as far as it tells what can be done."""

    HELD = auto()
    FULL = auto()
    FORBIDDEN = auto()
    GONE = auto()
    FAILING = auto()
    TOO_LONG = auto()
    NAME = auto()
    TAKEN = auto()
    OTHER = auto()


_DENIED = 5
"""What Windows says of a file that is held, as of one that must not be written."""

_BY_WINDOWS_NUMBER = {
    WriteProblem.HELD: (_DENIED, 32, 33),
    # The last two: quotas.
    WriteProblem.FULL: (39, 112, 1295, 1816),
    # A write-protected stick; a share, by its rights or by the account; a virus scanner.
    WriteProblem.FORBIDDEN: (19, 65, 86, 225, 1244, 1314, 1326, 1331, 1909, 6009),
    # First folders and drives, from 50 to 71 shares; the rest are sticks and networks.
    WriteProblem.GONE: (
        *(2, 3, 15, 20, 21, 34, 50, 51, 53, 54, 55, 59, 64, 67, 71, 121, 240, 433, 1006, 1110),
        *(1112, 1167, 1203, 1222, 1225, 1231, 1232, 1235, 1236, 1460, 2250),
    ),
    WriteProblem.FAILING: (23, 25, 26, 27, 29, 30, 31, 483, 1005, 1117, 1392, 1393, 1785),
    WriteProblem.TOO_LONG: (111, 206),
    WriteProblem.NAME: (123, 161),
    WriteProblem.TAKEN: (80, 145, 183),
}
_BY_NAME = {
    WriteProblem.HELD: "EBUSY ETXTBSY",
    WriteProblem.FULL: "ENOSPC EDQUOT EFBIG",
    WriteProblem.FORBIDDEN: "EACCES EPERM EROFS",
    WriteProblem.GONE: (
        "ENOENT ENOTDIR ENODEV ENXIO ENOMEDIUM ESTALE ENETDOWN ENETUNREACH ENETRESET EHOSTDOWN "
        "EHOSTUNREACH ETIMEDOUT ENOTCONN ECONNRESET ECONNABORTED ECONNREFUSED ESHUTDOWN EPIPE"
    ),
    WriteProblem.FAILING: "EIO EREMOTEIO EUCLEAN",
    WriteProblem.TOO_LONG: "ENAMETOOLONG",
    WriteProblem.NAME: "EINVAL EILSEQ",
    WriteProblem.TAKEN: "EISDIR ENOTEMPTY EEXIST",
}
_OF_WINDOWS = {n: problem for problem, numbers in _BY_WINDOWS_NUMBER.items() for n in numbers}
# Not every system knows every name.
_OF_ERRNO = {
    getattr(errno, name): problem
    for problem, names in _BY_NAME.items()
    for name in names.split()
    if hasattr(errno, name)
}
_CAUSES = {
    WriteProblem.HELD: (
        "文件可能正被其他程序（如 Excel、WPS）打开，请关闭后重试，或另存为其他文件名"
    ),
    WriteProblem.FULL: "磁盘空间不足（{room}），请清理磁盘后重试，或另存到其他磁盘",
    WriteProblem.FORBIDDEN: "没有写入权限，请另存到其他文件夹",
    WriteProblem.GONE: "文件夹不存在或已断开，请重新连接后重试，或另存到其他文件夹",
    WriteProblem.FAILING: "磁盘读写出错或已拔出，请另存到其他磁盘",
    WriteProblem.TOO_LONG: "文件名或路径太长，请把文件名改短，或另存到层级较少的文件夹",
    WriteProblem.NAME: "文件名中有不能使用的字符，请换一个文件名",
    WriteProblem.TAKEN: "已有同名的文件夹，请换一个文件名",
    WriteProblem.OTHER: "请另存到其他文件夹",
}


class WriteError(UserError):
    """A file could not be written; what stood there before is untouched."""

    def __init__(self, sentence: str, detail: str, problem: WriteProblem) -> None:
        super().__init__(sentence, detail)
        self.problem = problem


def write_error(path: Path, error: OSError, size: int, *, existed: bool) -> WriteError:
    """What is to be said when `size` bytes could not be written to `path`.

    `existed`: there is a file at `path`, and it is as it was.
    """
    problem = _problem(path, error)
    cause = _CAUSES[problem].format(room=_room(path, size))
    untouched = "，原有文件未受影响" if existed else ""
    sentence = f"文件“{shown_name(path)}”没有写成{untouched}：{cause}。"
    return WriteError(sentence, f"{path}: {error}", problem)


def is_held(error: OSError) -> bool:
    """Whether it may be that another program has the file open just now."""
    return _general_problem(error) is WriteProblem.HELD


def _problem(path: Path, error: OSError) -> WriteProblem:
    problem = _general_problem(error)
    if getattr(error, "winerror", None) == _DENIED and _is_protected(path):
        return WriteProblem.FORBIDDEN
    if problem is WriteProblem.GONE and _path_length(path) > _LONGEST_PATH:
        return WriteProblem.TOO_LONG
    return problem


def _general_problem(error: OSError) -> WriteProblem:
    """What the numbers of the error say; that of Windows, where there is one, says more."""
    by_errno = _OF_ERRNO.get(error.errno or 0, WriteProblem.OTHER)
    return _OF_WINDOWS.get(getattr(error, "winerror", None) or 0, by_errno)


def _is_protected(path: Path) -> bool:
    return not os.access(path.parent, os.W_OK) or (
        os.path.lexists(path) and not os.access(path, os.W_OK)
    )


def _path_length(path: Path) -> int:
    """The longest path that is needed to write the file."""
    # Not `Path.absolute`: it asks for the working folder, which may be gone.
    absolute = os.fspath(path)
    return max(len(absolute), len(absolute) - len(path.name) + NAME_LENGTH)


def _room(path: Path, size: int) -> str:
    """How much is needed, and how much there is where that is known to be less."""
    needed = f"需要 {math.ceil(size / _MIB * 10) / 10} MB"
    try:
        free = shutil.disk_usage(path.parent).free
    except OSError:
        return needed
    # There may be a quota, which leaves less than the disk has.
    return f"{needed}，只剩 {math.floor(free / _MIB * 10) / 10} MB" if free < size else needed
