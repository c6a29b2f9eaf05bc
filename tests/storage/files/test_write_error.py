from __future__ import annotations

import errno
import os
import shutil
from pathlib import Path

import pytest

from xjdesk.storage.files import write_error as module
from xjdesk.storage.files.write_error import WriteError, WriteProblem, is_held, write_error

_PATH = Path("文件") / "报告 #1%.xjd"
_MIB = 1024 * 1024


class _WindowsError(OSError):
    """An error as Windows gives it: its own number, and one that is near to it."""

    def __init__(self, winerror: int, number: int = errno.EINVAL) -> None:
        super().__init__(number, "of Windows")
        self.winerror = winerror


def _problem(error: OSError, path: Path = _PATH) -> WriteProblem:
    return write_error(path, error, 1, existed=False).problem


def _system_error(number: int) -> OSError:
    return OSError(number, os.strerror(number))


@pytest.mark.parametrize(
    ("problem", "names"),
    [
        (WriteProblem.FULL, "ENOSPC EDQUOT EFBIG"),
        (WriteProblem.FORBIDDEN, "EACCES EPERM EROFS"),
        (WriteProblem.GONE, "ENOENT ENOTDIR ENODEV ENXIO ENETDOWN ETIMEDOUT ENOTCONN"),
        (WriteProblem.FAILING, "EIO"),
        (WriteProblem.TOO_LONG, "ENAMETOOLONG"),
        (WriteProblem.NAME, "EINVAL EILSEQ"),
        (WriteProblem.TAKEN, "EISDIR EEXIST ENOTEMPTY"),
        (WriteProblem.HELD, "EBUSY"),
        (WriteProblem.OTHER, "ENOMEM EMFILE"),
    ],
)
def test_what_the_system_says_is_told_as_what_can_be_done(
    problem: WriteProblem, names: str
) -> None:
    for name in names.split():
        assert _problem(_system_error(getattr(errno, name))) is problem, name


@pytest.mark.parametrize(
    ("problem", "numbers"),
    [
        (WriteProblem.FULL, (112, 39, 1295)),
        (WriteProblem.FORBIDDEN, (19, 65)),
        (WriteProblem.GONE, (2, 3, 21, 53, 55, 59, 64, 67, 1167, 1231)),
        (WriteProblem.FAILING, (23, 27, 29, 1117)),
        (WriteProblem.TOO_LONG, (206, 111)),
        (WriteProblem.NAME, (123,)),
        (WriteProblem.TAKEN, (183, 80)),
        (WriteProblem.HELD, (32, 33)),
    ],
)
def test_what_windows_says_counts_for_more_than_the_number_near_it(
    problem: WriteProblem, numbers: tuple[int, ...]
) -> None:
    for number in numbers:
        for near in (errno.EINVAL, errno.EACCES, errno.ENOENT):
            assert _problem(_WindowsError(number, near)) is problem, number


def test_what_windows_says_and_is_not_known_is_judged_by_the_number_near_it() -> None:
    assert _problem(_WindowsError(99999, errno.ENOSPC)) is WriteProblem.FULL
    assert _problem(_WindowsError(99999, errno.EBADF)) is WriteProblem.OTHER
    assert _problem(OSError("without any number")) is WriteProblem.OTHER


def test_access_denied_is_another_program_unless_writing_is_forbidden_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.xlsx"
    denied = _WindowsError(5, errno.EACCES)
    assert _problem(denied, path) is WriteProblem.HELD
    path.write_bytes(b"")
    assert _problem(denied, path) is WriteProblem.HELD
    for protected in (path, tmp_path):
        with monkeypatch.context() as patched:
            patched.setattr(os, "access", lambda place, _mode, p=protected: Path(place) != p)
            assert _problem(denied, path) is WriteProblem.FORBIDDEN
            assert is_held(denied)


@pytest.mark.parametrize("number", [2, 3])
def test_a_folder_that_windows_does_not_find_for_its_length_is_told_so(
    monkeypatch: pytest.MonkeyPatch, number: int
) -> None:
    monkeypatch.setattr(module, "_LONGEST_PATH", 259)
    folder = Path("C:/" + "长" * 200)
    # The path itself would do, not that of the temporary file beside it.
    for path, problem in (
        (Path("C:/a.xjd"), WriteProblem.GONE),
        (folder / ("名" * 51 + ".xjd"), WriteProblem.GONE),
        (folder / ("深" * 19) / "a.xjd", WriteProblem.GONE),
        (folder / ("名" * 52 + ".xjd"), WriteProblem.TOO_LONG),
        (folder / ("深" * 20) / "a.xjd", WriteProblem.TOO_LONG),
    ):
        assert _problem(_WindowsError(number, errno.ENOENT), path) is problem, path
        assert _problem(_system_error(errno.ENOENT), path) is problem, path


@pytest.mark.parametrize("problem", WriteProblem)
@pytest.mark.parametrize("existed", [True, False])
def test_every_problem_is_said_in_one_sentence_with_what_to_do(
    problem: WriteProblem, existed: bool
) -> None:
    number = next(
        (n for n, p in module._OF_ERRNO.items() if p is problem),
        errno.EMFILE,
    )
    error = write_error(_PATH, _system_error(number), 1, existed=existed)
    assert error.problem is problem
    assert error.sentence.startswith("文件“报告 #1%.xjd”没有写成")
    assert error.sentence.count("。") == 1
    assert error.sentence.endswith("。")
    assert ("原有文件未受影响" in error.sentence) == existed
    assert any(way in error.sentence for way in ("另存", "请换一个文件名"))
    assert os.strerror(number) in error.detail
    assert "{" not in error.sentence


def _full(size: int, free: int | None, monkeypatch: pytest.MonkeyPatch) -> str:
    def usage(_: Path) -> shutil._ntuple_diskusage:
        if free is None:
            raise OSError(errno.EIO, "gone")
        return shutil._ntuple_diskusage(10**9, 0, free)

    monkeypatch.setattr(shutil, "disk_usage", usage)
    return write_error(_PATH, _system_error(errno.ENOSPC), size, existed=False).sentence


def test_a_full_disk_is_told_with_what_is_needed_and_what_there_is(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    assert "（需要 2.5 MB，只剩 1.2 MB）" in _full(int(2.5 * _MIB), int(1.26 * _MIB), monkeypatch)
    # Rounded so that one does not look like the other, nor like nothing.
    assert "（需要 0.1 MB，只剩 0.0 MB）" in _full(300, 200, monkeypatch)


def test_room_that_seems_enough_or_is_not_known_is_not_told(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    assert "（需要 1.0 MB）" in _full(_MIB, 5 * _MIB, monkeypatch)
    assert "（需要 1.0 MB）" in _full(_MIB, None, monkeypatch)


def test_only_what_may_pass_by_itself_is_tried_again() -> None:
    assert all(is_held(_WindowsError(n)) for n in (5, 32, 33))
    assert is_held(_system_error(errno.EBUSY))
    assert not any(map(is_held, (_WindowsError(112), _system_error(errno.EACCES))))


def test_a_write_error_carries_its_problem() -> None:
    error = WriteError("句子。", "detail", WriteProblem.FULL)
    assert (error.sentence, error.detail, error.problem) == ("句子。", "detail", WriteProblem.FULL)
