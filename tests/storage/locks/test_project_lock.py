from __future__ import annotations

import errno
import json
import logging
import os
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from tests.storage.locks.lock_samples import (
    age,
    refused,
    session_in,
)
from xjdesk import __version__
from xjdesk.storage.files.leftovers import temporary_name
from xjdesk.storage.locks.lock_file import lock_path
from xjdesk.storage.locks.lock_record import decode_record, encode_record
from xjdesk.storage.locks.project_lock import LockUnavailableError, take_lock
from xjdesk.storage.station import this_station


def test_a_lock_says_who_where_and_when_in_plain_json(project: Path) -> None:
    take_lock(project)
    lock = project.with_name("~$报告.xjd.lock")
    written = json.loads(lock.read_text("utf-8"))
    station = this_station()
    assert (written["user"], written["host"], written["pid"]) == (
        station.user,
        station.host,
        station.pid,
    )
    assert written["program"] == __version__
    for name in ("since", "beat"):
        moment = datetime.fromisoformat(written[name])
        assert abs(datetime.now(UTC) - moment) < timedelta(minutes=1)
    assert list(project.parent.iterdir()) == [lock]


def test_the_second_opener_is_told_who_has_it(project: Path) -> None:
    lock = take_lock(project)
    error = refused(project)
    assert error.holder.station == this_station()
    assert error.holder.session == session_in(lock_path(project))
    assert error.holder.is_here
    assert not error.holder.has_ended
    assert not error.holder.is_silent
    assert "报告.xjd" in error.sentence
    assert error.holder.session in error.detail
    lock.release()
    assert list(project.parent.iterdir()) == []
    take_lock(project)


def test_in_a_folder_closed_to_us_no_lock_is_to_be_had(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    really = os.open

    def refuse(path: Path, flags: int, mode: int = 0o777) -> int:
        if flags & os.O_CREAT:
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(path))
        return really(path, flags, mode)

    monkeypatch.setattr(os, "open", refuse)
    with pytest.raises(LockUnavailableError, match=r"“报告\.xjd”所在的位置不能写入"):
        take_lock(project)
    assert list(project.parent.iterdir()) == []


@pytest.mark.parametrize("name", ["没有这个文件夹/报告.xjd", "a\0b.xjd", "长" * 90 + "/报告.xjd"])
def test_where_no_lock_can_be_the_user_error_says_so(tmp_path: Path, name: str) -> None:
    with pytest.raises(LockUnavailableError) as caught:
        take_lock(tmp_path / name)
    assert caught.value.detail


def test_a_folder_in_the_place_of_the_lock_is_said(project: Path, no_waiting: None) -> None:
    lock_path(project).mkdir()
    with pytest.raises(LockUnavailableError):
        take_lock(project)


def test_a_beat_writes_the_time_and_nothing_else(project: Path) -> None:
    lock = take_lock(project)
    file = lock_path(project)
    record = decode_record(file.read_bytes())
    assert record is not None
    earlier = replace(record, beat=record.beat - timedelta(minutes=15))
    file.write_bytes(encode_record(earlier))
    age(file, 15)
    assert refused(project).holder.is_silent
    assert lock.beat()
    assert not refused(project).holder.is_silent
    now = decode_record(file.read_bytes())
    assert now is not None
    assert now.beat >= record.beat
    assert replace(now, beat=record.beat) == record


def test_a_beat_never_takes_the_file_away_nor_makes_it_another(project: Path) -> None:
    lock = take_lock(project)
    file = lock_path(project)
    before = file.stat()
    assert lock.beat()
    after = file.stat()
    assert (after.st_ino, after.st_size) == (before.st_ino, before.st_size)


def test_a_lock_that_a_cleaning_tool_deleted_is_put_back(project: Path) -> None:
    lock = take_lock(project)
    file = lock_path(project)
    session = session_in(file)
    file.unlink()
    assert lock.beat()
    assert session_in(file) == session


def test_a_lock_that_was_deleted_and_then_taken_by_another_is_lost(project: Path) -> None:
    lock = take_lock(project)
    lock_path(project).unlink()
    other = take_lock(project)
    assert not lock.beat()
    assert other.beat()


def test_a_place_that_is_gone_for_a_moment_is_no_takeover(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    stick = tmp_path / "U盘"
    stick.mkdir()
    lock = take_lock(stick / "报告.xjd")
    stick.rename(tmp_path / "gone")
    with caplog.at_level(logging.WARNING):
        assert lock.beat()
        assert lock.beat()
    assert len(caplog.records) == 1
    (tmp_path / "gone").rename(stick)
    assert lock.beat()
    refused(stick / "报告.xjd")


def test_a_lock_that_was_damaged_is_mended_unless_somebody_is_just_writing_it(
    project: Path, no_waiting: None
) -> None:
    lock = take_lock(project)
    file = lock_path(project)
    session = session_in(file)
    for content in (b"\0" * 200, b""):
        file.write_bytes(content)
        assert lock.beat()
        assert file.read_bytes() == content
    assert lock.beat()
    assert session_in(file) == session


def test_after_release_a_late_beat_does_not_bring_the_lock_back(project: Path) -> None:
    lock = take_lock(project)
    lock.release()
    assert lock.beat()
    lock.release()
    assert list(project.parent.iterdir()) == []


def test_on_a_full_disk_a_lock_is_released_all_the_same(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> bool:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    lock = take_lock(project)
    monkeypatch.setattr("xjdesk.storage.locks.lock_turn.create", full)
    lock.release()
    assert list(project.parent.iterdir()) == []


def test_release_fails_nowhere(tmp_path: Path, no_waiting: None) -> None:
    folder = tmp_path / "a"
    folder.mkdir()
    gone, replaced = take_lock(folder / "报告.xjd"), take_lock(tmp_path / "b.xjd")
    lock_path(folder / "报告.xjd").unlink()
    folder.rmdir()
    gone.release()
    lock_path(tmp_path / "b.xjd").unlink()
    lock_path(tmp_path / "b.xjd").mkdir()
    replaced.release()
    assert lock_path(tmp_path / "b.xjd").is_dir()


def test_temporary_files_are_not_mistaken_for_locks(project: Path) -> None:
    project.with_name(temporary_name()).write_bytes(b"")
    assert take_lock(project).beat()
