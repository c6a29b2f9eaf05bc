from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from xjdesk.storage.files import leftovers
from xjdesk.storage.files.leftovers import NAME_LENGTH, sweep, temporary_name
from xjdesk.storage.station import this_station

_HOUR = 3600
_WRITER = """
import os, sys, time
from pathlib import Path
from xjdesk.storage.files import leftovers
from xjdesk.storage.files.leftovers import temporary_name
path = Path(sys.argv[1]) / temporary_name()
path.write_bytes(b"half a file")
print(path.name, flush=True)
time.sleep(60)
"""


def _writer(folder: Path) -> tuple[subprocess.Popen[str], Path]:
    """Another program that is writing in the folder, and its temporary file."""
    command = [sys.executable, "-c", _WRITER, str(folder)]
    writer = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    assert writer.stdout is not None
    return writer, folder / writer.stdout.readline().strip()


def _end(writer: subprocess.Popen[str]) -> None:
    writer.kill()
    writer.communicate()


def _age(path: Path, hours: float) -> None:
    moment = time.time() - hours * _HOUR
    os.utime(path, (moment, moment))


def test_what_a_killed_program_left_is_swept_and_not_before(tmp_path: Path) -> None:
    writer, left = _writer(tmp_path)
    try:
        assert left.is_file()
        assert sweep(tmp_path) == 0
        assert left.is_file()
    finally:
        _end(writer)
    assert sweep(tmp_path) == 1
    assert list(tmp_path.iterdir()) == []


def test_what_this_program_is_writing_stays(tmp_path: Path) -> None:
    mine = tmp_path / temporary_name()
    mine.write_bytes(b"")
    _age(mine, 5)
    assert sweep(tmp_path) == 0
    assert mine.exists()


def test_what_another_computer_is_writing_stays_for_a_day(tmp_path: Path) -> None:
    mine, number = temporary_name(), str(os.getpid())
    theirs = tmp_path / mine.replace(mine[8:16], f"{int(mine[8:16], 16) ^ 1:08x}")
    # A program of that number has ended here, if it ever was.
    theirs = theirs.with_name(theirs.name.replace(number, "4194305"))
    theirs.write_bytes(b"")
    _age(theirs, 23)
    assert sweep(tmp_path) == 0
    _age(theirs, 25)
    assert sweep(tmp_path) == 1
    assert not theirs.exists()


def test_a_number_that_was_given_to_a_later_program_is_not_taken_for_the_writer(
    tmp_path: Path,
) -> None:
    writer, left = _writer(tmp_path)
    try:
        # Left before that program began.
        _age(left, 1)
        assert sweep(tmp_path) == 1
    finally:
        _end(writer)


@pytest.mark.parametrize(
    "name",
    [
        "报告.xjd",
        "报告.tmp",
        ".~lock.报告.xlsx#",
        "~$报告.docx",
        ".xjdesk.tmp",
        ".xjdesk-00000000-1.tmp",
        ".xjdesk-00000000-1-000000.tmp.xjd",
        "我的.xjdesk-00000000-1-000000.tmp",
        ".xjdesk-0000000G-1-000000.tmp",
        ".xjdesk-00000000-１-000000.tmp",
        ".XJDESK-00000000-1-000000.TMP",
    ],
)
def test_no_file_of_the_user_is_touched(tmp_path: Path, name: str) -> None:
    file = tmp_path / name
    file.write_bytes(b"")
    _age(file, 1000)
    assert sweep(tmp_path) == 0
    assert file.exists()


def test_a_folder_and_a_link_of_such_a_name_are_not_touched(tmp_path: Path) -> None:
    folder = tmp_path / ".xjdesk-00000000-1-000000.tmp"
    folder.mkdir()
    file = folder / "a"
    file.write_bytes(b"")
    _age(folder, 1000)
    if os.name == "posix":
        link = tmp_path / ".xjdesk-00000000-1-000001.tmp"
        link.symlink_to(file)
        os.utime(link, (0, 0), follow_symlinks=False)
    before = sorted(tmp_path.iterdir())
    assert sweep(tmp_path) == 0
    assert sorted(tmp_path.iterdir()) == before


@pytest.mark.parametrize("moment", [1e11, 1e12, 1e18, -1e18, float("inf")])
def test_a_time_that_no_calendar_has_does_no_harm(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, moment: float
) -> None:
    left = tmp_path / temporary_name().replace(str(os.getpid()), "4194305")
    left.write_bytes(b"")
    # No file system here can hold it.
    has_ended = leftovers._has_ended
    monkeypatch.setattr(leftovers, "_has_ended", lambda pid, _: has_ended(pid, moment))
    assert sweep(tmp_path) == (moment == 1e11)


def test_where_nothing_can_be_swept_nothing_is_said(tmp_path: Path) -> None:
    assert sweep(tmp_path / "none") == 0
    file = tmp_path / "file"
    file.write_bytes(b"")
    assert sweep(file) == 0


def test_names_are_short_and_never_the_same() -> None:
    names = {temporary_name() for _ in range(50)}
    assert len(names) == 50
    assert max(map(len, names)) <= NAME_LENGTH
    assert all(str(this_station().pid) in name for name in names)
