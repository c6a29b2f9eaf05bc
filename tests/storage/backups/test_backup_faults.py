from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from tests.reliability.faults import DISK_FAILING, each_call
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


@pytest.mark.parametrize("for_ever", [False, True])
def test_whichever_file_call_fails_no_backup_is_lost(tmp_path: Path, for_ever: bool) -> None:
    refused = kept = 0
    for number, faults in enumerate(each_call(tmp_path, DISK_FAILING, for_ever=for_ever)):
        # Each time a folder of its own with more than can stay, and one that comes again.
        backups = BackupFolder(tmp_path / f"{number}")
        for n in range(11):
            backups.keep(_A, b"%d" % n, _SAVED)
        before = _held(backups)
        with faults:
            try:
                backups.keep(_A, b"new", _SAVED)
                backups.keep(_A, b"5", _SAVED)
            except WriteError:
                refused += 1
            else:
                kept += 1
        after = _held(backups)
        # Two new ones push out two; "5" is a new one where it could not be read.
        assert set(before[:8]) <= set(after)
        assert set(after) <= {*before, b"new"}
        assert backups.keep(_A, b"new", _SAVED).read() == b"new"
    assert refused > 4
    assert kept > 1


def _failing(*_args: object, **_options: object) -> object:
    raise OSError(errno.EIO, os.strerror(errno.EIO))


def test_a_failed_write_leaves_the_backups_as_they_were(
    backups: BackupFolder, root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    backups.keep(_A, b"one", _SAVED)
    names = sorted(path.name for path in (root / _A).iterdir())
    with monkeypatch.context() as patched:
        patched.setattr("os.fsync", _failing)
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
        patched.setattr("os.unlink", _failing)
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
    monkeypatch.setattr("os.rename", _failing)
    assert backups.keep(_A, b"one", _SAVED) == first
    assert _held(backups) == [b"two", b"one"]
