from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from xjdesk.storage.files.open_handles import sync_and_close, sync_folder, write_all


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "a"


def _opened(file: Path) -> int:
    return os.open(file, os.O_WRONLY | os.O_CREAT | getattr(os, "O_BINARY", 0))


def test_what_the_system_takes_in_pieces_is_written_whole(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    really = os.write

    def few(handle: int, data: memoryview) -> int:
        return really(handle, data[:3])

    monkeypatch.setattr(os, "write", few)
    handle = _opened(file)
    write_all(handle, b"0123456789")
    os.close(handle)
    assert file.read_bytes() == b"0123456789"


def test_a_system_that_takes_nothing_is_not_asked_for_ever(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def nothing(_handle: int, _data: memoryview) -> int:
        return 0

    handle = _opened(file)
    monkeypatch.setattr(os, "write", nothing)
    with pytest.raises(OSError, match=os.strerror(errno.ENOSPC)):
        write_all(handle, b"0")
    os.close(handle)


def test_a_handle_is_closed_though_the_disk_fails(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(_handle: int) -> None:
        raise OSError(errno.EIO, os.strerror(errno.EIO))

    handle = _opened(file)
    monkeypatch.setattr(os, "fsync", fail)
    with pytest.raises(OSError, match=os.strerror(errno.EIO)):
        sync_and_close(handle)
    with pytest.raises(OSError, match=os.strerror(errno.EBADF)):
        os.fstat(handle)


def test_a_folder_that_cannot_be_synced_is_no_failure(tmp_path: Path) -> None:
    sync_folder(tmp_path)
    sync_folder(tmp_path / "gone")
