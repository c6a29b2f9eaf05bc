from __future__ import annotations

import errno
import os
from collections.abc import Callable
from pathlib import Path
from typing import NoReturn

import pytest

from xjdesk.storage.atomic_file import WriteError, write_atomically

_CALLS = ("tempfile.mkstemp", "os.fdopen", "os.fsync", "pathlib.Path.stat", "pathlib.Path.replace")


class _HeldByAnotherProgramError(PermissionError):
    """The sharing violation of Windows."""

    winerror = 32


def _failing(number: int) -> Callable[..., NoReturn]:
    def fail(*_: object, **__: object) -> NoReturn:
        raise OSError(number, os.strerror(number))

    return fail


def test_a_file_is_made_and_replaced(tmp_path: Path) -> None:
    path = tmp_path / "报告 一.xjd"
    write_atomically(path, b"old")
    write_atomically(path, b"new")
    assert path.read_bytes() == b"new"
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize("call", _CALLS)
@pytest.mark.parametrize(
    ("number", "said"),
    [(errno.ENOSPC, "磁盘空间不足"), (errno.EACCES, "没有写入权限"), (errno.EIO, "另存")],
)
def test_whatever_call_fails_the_old_file_stays_and_nothing_is_left(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, call: str, number: int, said: str
) -> None:
    path = tmp_path / "a.xjd"
    path.write_bytes(b"old")
    with monkeypatch.context() as patched:
        patched.setattr(call, _failing(number))
        with pytest.raises(WriteError) as caught:
            write_atomically(path, b"new")
    assert said in caught.value.sentence
    assert "a.xjd" in caught.value.sentence
    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]


def test_a_short_write_is_noticed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.xjd"
    path.write_bytes(b"old")
    real = os.fsync

    def truncating(handle: int) -> None:
        os.ftruncate(handle, 1)
        real(handle)

    with monkeypatch.context() as patched:
        patched.setattr(os, "fsync", truncating)
        with pytest.raises(WriteError):
            write_atomically(path, b"new")
    assert path.read_bytes() == b"old"


def test_a_missing_folder_and_a_folder_in_the_way_are_said(tmp_path: Path) -> None:
    with pytest.raises(WriteError, match="文件夹不存在"):
        write_atomically(tmp_path / "none" / "a.pdf", b"")
    with pytest.raises(WriteError, match="同名的文件夹"):
        write_atomically(tmp_path, b"")


def test_a_file_held_by_another_program_is_tried_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.xlsx"
    real = Path.replace
    held = [True, True]

    def busy(self: Path, target: Path) -> Path:
        if held:
            held.pop()
            raise _HeldByAnotherProgramError(errno.EACCES, "held")
        return real(self, target)

    monkeypatch.setattr(Path, "replace", busy)
    monkeypatch.setattr("time.sleep", lambda _: None)
    write_atomically(path, b"new")
    assert path.read_bytes() == b"new"
