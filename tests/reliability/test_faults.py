from __future__ import annotations

import builtins
import errno
import io
import os
import time
from collections import deque
from contextlib import suppress
from pathlib import Path

import pytest

from tests.reliability.faults import DISK_FULL, HELD, NEVER, Faults, each_call

_HELPFUL = ("fstat", "lseek")
"""Calls that file objects make and can do without."""


def _faults(folder: Path, first: int = NEVER, *, for_ever: bool = False) -> Faults:
    return Faults([folder], DISK_FULL, first, for_ever=for_ever)


def _copy(folder: Path) -> None:
    """Make a copy of one file, with the calls that are made for that."""
    (folder / "new").write_bytes((folder / "old").read_bytes())


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "inside"
    folder.mkdir()
    (folder / "old").write_bytes(b"0123456789")
    return folder


def test_calls_are_counted_also_those_of_file_objects(folder: Path) -> None:
    with _faults(folder) as faults:
        _copy(folder)
        with os.fdopen(os.open(folder / "new", os.O_RDONLY), "rb") as file:
            assert file.read() == b"0123456789"
        (folder / "new").rename(folder / "newer")
        (folder / "newer").unlink()
        (folder / "sub").mkdir()
        assert [entry.name for entry in os.scandir(folder)]
    assert faults.failed == []
    calls = [call for call in faults.calls if call not in _HELPFUL]
    read = ["open", "read", "read", "close"]
    assert calls == [*read, "open", "write", "close", *read, "rename", "unlink", "mkdir", "scandir"]


def test_elsewhere_nothing_is_counted(folder: Path) -> None:
    other = folder.with_name("inside too")
    other.mkdir()
    with _faults(folder, 1, for_ever=True) as faults:
        (other / "old").write_bytes(b"0")
        _copy(other)
        reads, writes = os.pipe()
        os.write(writes, b"1")
        assert os.read(reads, 1) == b"1"
        os.close(reads)
        os.close(writes)
    assert faults.calls == []


@pytest.mark.parametrize("for_ever", [False, True])
def test_every_call_fails_in_turn(folder: Path, for_ever: bool) -> None:
    with _faults(folder) as counted:
        _copy(folder)
    for first, name in enumerate(counted.calls, 1):
        if name in _HELPFUL:
            continue
        with (
            _faults(folder, first, for_ever=for_ever) as faults,
            pytest.raises(OSError, match="space"),
        ):
            _copy(folder)
        assert faults.failed[0] == name
        assert len(faults.failed) == len(faults.calls) - first + 1 if for_ever else 1


def test_each_call_fails_in_turn_until_there_is_no_further_one(folder: Path) -> None:
    with _faults(folder) as counted:
        _copy(folder)
    failed: list[str] = []
    for faults in each_call(folder, DISK_FULL, for_ever=False):
        with suppress(OSError), faults:
            _copy(folder)
        failed += faults.failed
    assert failed == counted.calls


@pytest.mark.parametrize(
    ("failed", "complaint"), [(["stat"], "it never succeeds"), ([], "there is no call")]
)
def test_what_never_succeeds_or_calls_nothing_is_an_error(
    folder: Path, failed: list[str], complaint: str
) -> None:
    each = each_call(folder, DISK_FULL, for_ever=False)
    with pytest.raises(AssertionError, match=complaint):
        deque(faults.failed.extend(failed) for faults in each)


def test_a_call_may_be_counted_from_later_on(folder: Path) -> None:
    with _faults(folder) as faults:
        _copy(folder)
        faults.fail_at(2)
        (folder / "new").unlink()
        with pytest.raises(OSError, match="space"):
            (folder / "old").unlink()
    assert faults.failed == ["unlink"]


def test_a_write_that_fails_has_written_half(folder: Path) -> None:
    path = folder / "torn"
    handle = os.open(path, os.O_WRONLY | os.O_CREAT)
    os.close(handle)
    with _faults(folder, 2) as faults:
        handle = os.open(path, os.O_WRONLY)
        with pytest.raises(OSError, match="space"):
            os.write(handle, b"0123456789")
        os.close(handle)
    assert faults.failed == ["write"]
    assert path.read_bytes() == b"01234"


def test_a_file_is_closed_also_when_that_fails(folder: Path) -> None:
    with _faults(folder, 2):
        handle = os.open(folder / "old", os.O_RDONLY)
        with pytest.raises(OSError, match="space"):
            os.close(handle)
    with pytest.raises(OSError, match=os.strerror(errno.EBADF)):
        os.fstat(handle)


def test_all_is_as_it_was_afterwards_whatever_happens(folder: Path) -> None:
    calls = {name: getattr(os, name) for name in dir(os)}
    opening, sleep = builtins.open, time.sleep
    with pytest.raises(OSError, match="space"), _faults(folder, 1):
        (folder / "old").unlink()
    assert {name: getattr(os, name) for name in dir(os)} == calls
    assert builtins.open is opening
    assert io.open is opening
    assert time.sleep is sleep


def test_a_held_file_is_what_windows_says_of_it() -> None:
    error = HELD.make()
    assert isinstance(error, PermissionError)
    assert getattr(error, "winerror", None) == 32
    assert error.errno == errno.EACCES
