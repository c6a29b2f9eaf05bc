from __future__ import annotations

import errno
import os
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from unittest.mock import patch

import pytest

from xjdesk.storage.backups.backup_folder import BackupFolder, BackupReason
from xjdesk.storage.files.write_error import WriteError

_A = "0f8fad5b-d9cb-469f-a165-70867728950e"
_SAVED = BackupReason.SAVED


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return tmp_path / "备份 folder"


@pytest.fixture
def backups(root: Path) -> BackupFolder:
    return BackupFolder(root)


def _held(backups: BackupFolder) -> list[bytes]:
    return [backup.read() for backup in backups.of(_A)]


_CALLS = (
    "io.open",
    "os.open",
    "os.write",
    "os.fsync",
    "os.replace",
    "os.rename",
    "os.unlink",
    "os.mkdir",
    "os.scandir",
    "os.stat",
)


class _Faults:
    """Lets the n-th file call fail, or all from then on."""

    def __init__(self, number: int, *, for_ever: bool) -> None:
        self.left = number
        self.hit = False
        self._for_ever = for_ever

    def wrap(self, real: Callable[..., object]) -> Callable[..., object]:
        def call(*args: object, **options: object) -> object:
            self.left -= 1
            if self.left == 0 or (self.left < 0 and self._for_ever):
                self.hit = True
                raise OSError(errno.EIO, os.strerror(errno.EIO))
            return real(*args, **options)

        return call


def _faults(*, for_ever: bool) -> Iterator[_Faults]:
    """Fail the first call, the second, and so on until there is no further call."""
    for number in range(1, 10_000):
        faults = _Faults(number, for_ever=for_ever)
        with ExitStack() as stack:
            for name in _CALLS:
                module, function = name.split(".")
                real = getattr(__import__(module), function)
                stack.enter_context(patch(name, faults.wrap(real)))
            yield faults
        if not faults.hit:
            return
    pytest.fail("it never succeeds")


@pytest.mark.parametrize("for_ever", [False, True])
def test_whichever_file_call_fails_no_backup_is_lost(tmp_path: Path, for_ever: bool) -> None:
    refused = kept = 0
    for number, faults in enumerate(_faults(for_ever=for_ever)):
        # Each time a folder of its own with more than can stay, and one that comes again.
        backups = BackupFolder(tmp_path / f"{number}")
        faults.left, left = 10**9, faults.left
        for n in range(11):
            backups.keep(_A, b"%d" % n, _SAVED)
        before = _held(backups)
        faults.left = left
        try:
            backups.keep(_A, b"new", _SAVED)
            backups.keep(_A, b"5", _SAVED)
        except WriteError:
            refused += 1
        else:
            kept += 1
        faults.left = 10**9
        after = _held(backups)
        # Two new ones push out two; "5" is a new one where it could not be read.
        assert set(before[:8]) <= set(after)
        assert set(after) <= {*before, b"new"}
        assert backups.keep(_A, b"new", _SAVED).read() == b"new"
    assert refused > 4
    assert kept > 1


def test_a_failed_write_leaves_the_backups_as_they_were(
    backups: BackupFolder, root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    backups.keep(_A, b"one", _SAVED)
    names = sorted(path.name for path in (root / _A).iterdir())
    with monkeypatch.context() as patched:
        patched.setattr("os.fsync", _Faults(1, for_ever=True).wrap(os.fsync))
        with pytest.raises(WriteError):
            backups.keep(_A, b"two", _SAVED)
    assert sorted(path.name for path in (root / _A).iterdir()) == names
    assert _held(backups) == [b"one"]


def test_a_place_where_no_folder_can_be_is_said(root: Path) -> None:
    root.write_bytes(b"")
    with pytest.raises(WriteError):
        BackupFolder(root).keep(_A, b"one", _SAVED)


def test_a_backup_that_cannot_be_deleted_stays_until_it_can(
    backups: BackupFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patched:
        patched.setattr("os.unlink", _Faults(1, for_ever=True).wrap(os.unlink))
        for n in range(14):
            backups.keep(_A, b"%d" % n, _SAVED)
    assert len(backups.of(_A)) == 14
    backups.keep(_A, b"last", _SAVED)
    assert len(backups.of(_A)) == 10


def test_a_backup_that_cannot_be_renamed_keeps_its_time(
    backups: BackupFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = backups.keep(_A, b"one", _SAVED)
    backups.keep(_A, b"two", _SAVED)
    monkeypatch.setattr("os.rename", _Faults(1, for_ever=True).wrap(os.rename))
    assert backups.keep(_A, b"one", _SAVED) == first
    assert _held(backups) == [b"two", b"one"]
