from __future__ import annotations

import errno
import os
import stat
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from unittest import mock

import pytest

from tests.reliability.faults import HELD, INTERRUPTED, each_call
from tests.reliability.held_file import held_open
from xjdesk.storage.files.atomic_file import write_atomically
from xjdesk.storage.files.write_error import WriteError, WriteProblem

_OLD, _NEW = b"old", b"new" * 1000


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A file that holds the old bytes, alone in its folder."""
    path = tmp_path / "报告 一.xjd"
    path.write_bytes(_OLD)
    return path


@pytest.fixture
def waits(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """How long was waited each time; nobody really waits."""
    waited: list[float] = []
    monkeypatch.setattr(time, "sleep", waited.append)
    return waited


def _refused(path: Path) -> WriteError:
    """Why it was not written; after it all is as it was."""
    before = sorted(path.parent.iterdir()) if path.parent.is_dir() else []
    with pytest.raises(WriteError) as caught:
        write_atomically(path, _NEW)
    if before:
        assert sorted(path.parent.iterdir()) == before
    return caught.value


def test_a_file_is_made_and_replaced(path: Path) -> None:
    write_atomically(path, _NEW)
    assert path.read_bytes() == _NEW
    write_atomically(path, b"")
    assert path.read_bytes() == b""
    assert list(path.parent.iterdir()) == [path]


def test_what_is_written_in_pieces_arrives_whole(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = os.write
    monkeypatch.setattr(os, "write", lambda handle, data: real(handle, data[:7]))
    write_atomically(path, _NEW)
    assert path.read_bytes() == _NEW


def _overwrite(handle: int) -> None:
    """Change a byte in the middle."""
    os.lseek(handle, 5, os.SEEK_SET)
    os.write(handle, b"X")


@pytest.mark.parametrize(
    ("call", "damage"),
    [
        ("fsync", lambda handle: os.ftruncate(handle, 1)),
        ("fsync", _overwrite),
        ("write", lambda _, data: len(data)),
    ],
)
def test_what_did_not_arrive_is_noticed(
    path: Path, monkeypatch: pytest.MonkeyPatch, call: str, damage: Callable[..., object]
) -> None:
    with monkeypatch.context() as patched:
        patched.setattr(os, call, damage)
        assert _refused(path).problem is WriteProblem.FAILING
    assert path.read_bytes() == _OLD


def test_a_disk_that_takes_nothing_more_is_full(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patched:
        patched.setattr(os, "write", lambda *_: 0)
        assert _refused(path).problem is WriteProblem.FULL
    assert path.read_bytes() == _OLD


@pytest.mark.parametrize("number", [errno.EINVAL, errno.ENOTSUP, errno.ENOSYS])
def test_a_network_folder_that_knows_no_syncing_takes_files(
    path: Path, monkeypatch: pytest.MonkeyPatch, number: int
) -> None:
    def unknown(handle: int) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(os, "fsync", unknown)
    write_atomically(path, _NEW)
    assert path.read_bytes() == _NEW


def test_an_interruption_at_any_call_leaves_nothing_behind(path: Path) -> None:
    failed: list[str] = []
    for faults in each_call(path.parent, INTERRUPTED, for_ever=False):
        path.write_bytes(_OLD)
        with suppress(KeyboardInterrupt), faults:
            write_atomically(path, _NEW)
        assert path.read_bytes() in (_OLD, _NEW)
        assert list(path.parent.iterdir()) == [path]
        failed += faults.failed
    assert path.read_bytes() == _NEW
    assert len(failed) > 7


@pytest.mark.parametrize("number", [1, 3, 6])
def test_a_file_that_another_program_holds_for_a_moment_is_written(
    path: Path, waits: list[float], number: int
) -> None:
    real = os.replace
    held = [True] * number

    def busy(source: Path, target: Path) -> None:
        if held:
            held.pop()
            raise HELD.make()
        real(source, target)

    with mock.patch.object(os, "replace", busy):
        write_atomically(path, _NEW)
    assert path.read_bytes() == _NEW
    assert len(waits) == number


def test_a_file_that_another_program_keeps_open_is_given_up_within_three_seconds(
    path: Path, waits: list[float]
) -> None:
    with held_open(path):
        error = _refused(path)
    assert error.problem is WriteProblem.HELD
    assert "Excel" in error.sentence
    assert 2 < sum(waits) <= 3
    assert path.read_bytes() == _OLD


def test_other_failures_are_told_at_once(path: Path, waits: list[float]) -> None:
    full = OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
    with mock.patch.object(os, "replace", side_effect=full):
        assert _refused(path).problem is WriteProblem.FULL
    assert not waits


def test_a_link_goes_on_leading_to_the_file(tmp_path: Path, path: Path) -> None:
    folder = tmp_path / "elsewhere"
    folder.mkdir()
    link = folder / "link.xjd"
    _link(link, path)
    write_atomically(link, _NEW)
    assert link.is_symlink()
    assert path.read_bytes() == _NEW
    assert list(folder.iterdir()) == [link]


def test_a_link_to_nothing_makes_the_file(tmp_path: Path) -> None:
    link, target = tmp_path / "link.xjd", tmp_path / "target.xjd"
    _link(link, target)
    write_atomically(link, _NEW)
    assert target.read_bytes() == _NEW
    assert link.is_symlink()


def _link(link: Path, target: Path) -> None:
    try:
        link.symlink_to(target)
    except OSError:
        # Windows lets not everybody make links; the test is then about a file.
        link.write_bytes(b"")


@pytest.mark.skipif(os.name != "posix", reason="files of Windows have no such mode")
@pytest.mark.parametrize("mode", [0o600, 0o640, 0o666])
def test_the_permissions_of_a_file_are_kept(path: Path, mode: int) -> None:
    path.chmod(mode)
    write_atomically(path, _NEW)
    assert stat.S_IMODE(path.stat().st_mode) == mode


@pytest.mark.skipif(os.name != "posix", reason="files of Windows have no such mode")
def test_what_is_secret_is_never_open_to_others(path: Path) -> None:
    path.chmod(0o600)
    seen: list[int] = []
    real = os.write

    def looking(handle: int, data: bytes) -> int:
        seen.append(stat.S_IMODE(os.fstat(handle).st_mode))
        return real(handle, data)

    with mock.patch.object(os, "write", looking):
        write_atomically(path, _NEW)
    assert seen == [0o600]


def test_a_missing_folder_is_said(tmp_path: Path) -> None:
    error = _refused(tmp_path / "none" / "a.pdf")
    assert error.problem is WriteProblem.GONE
    assert "文件夹不存在" in error.sentence
    assert "原有文件" not in error.sentence


def test_a_folder_is_not_replaced(tmp_path: Path) -> None:
    folder = tmp_path / "a.pdf"
    folder.mkdir()
    assert "同名的文件夹" in _refused(folder).sentence


@pytest.mark.skipif(os.name != "posix", reason="Windows has no pipes in folders")
def test_what_is_no_plain_file_is_not_replaced(tmp_path: Path) -> None:
    # As good as a device, and no harm is done when this fails.
    pipe = tmp_path / "a.pdf"
    os.mkfifo(pipe)
    assert _refused(pipe).problem is WriteProblem.TAKEN
    assert pipe.is_fifo()


@pytest.mark.parametrize("name", ["报告\0.xjd", "报告\ud800.xjd"])
def test_a_name_that_no_file_can_have_is_said(tmp_path: Path, name: str) -> None:
    assert _refused(tmp_path / name).problem is WriteProblem.NAME


def test_a_file_that_is_marked_read_only_is_left(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # The superuser, who may run this, is let through by `os.access`.
    monkeypatch.setattr(os, "access", lambda place, _mode: Path(place) != path)
    error = _refused(path)
    assert error.problem is WriteProblem.FORBIDDEN
    assert "原有文件未受影响" in error.sentence
    assert path.read_bytes() == _OLD
