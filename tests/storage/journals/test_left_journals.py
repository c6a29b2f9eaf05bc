from __future__ import annotations

import os
import time
from pathlib import Path

import pytest

from tests.storage.journals.journal_samples import (
    append_each,
    journal_of,
    lines_of,
    small_project,
    typing,
)
from tests.storage.journals.journal_writers import a_writer
from xjdesk.storage.files.leftovers import temporary_name
from xjdesk.storage.journals import journal as journal_module
from xjdesk.storage.journals import journal_records, left_journals
from xjdesk.storage.journals.journal import JournalFolder
from xjdesk.storage.journals.recovery import JournalError, read_journal
from xjdesk.storage.station import Station, this_station

_NO_PID = 2**22 + 1
_DAY_S = 24 * 3600


def _ended_program(monkeypatch: pytest.MonkeyPatch, host: str | None = None) -> None:
    """Journals begun from now on are of a program that runs no more."""
    station = Station("李四", this_station().host if host is None else host, _NO_PID)
    monkeypatch.setattr(journal_module, "this_station", lambda: station)


def _left(folder: Path, monkeypatch: pytest.MonkeyPatch, host: str | None = None) -> Path:
    """A journal that a program left behind."""
    with monkeypatch.context() as patched:
        _ended_program(patched, host)
        return journal_of(folder, typing(2))


def _made_before(path: Path, seconds: float) -> None:
    then = time.time() - seconds
    os.utime(path, (then, then))


def test_only_journals_of_programs_that_ended_are_offered(tmp_path: Path) -> None:
    own = JournalFolder(tmp_path)
    journal = own.begin(small_project(), None, None)
    append_each(journal, typing(1))
    # However long nothing is done.
    _made_before(journal.path, 2 * _DAY_S)
    with a_writer(tmp_path) as writer:
        assert own.left_behind() == ()
        assert JournalFolder(tmp_path).left_behind() == ()
        writer.kill()
        assert own.left_behind() == (writer.journal,)
        assert JournalFolder(tmp_path).left_behind() == (writer.journal,)
    journal.discard()


def test_nobody_is_offered_what_he_has_just_begun(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # As it is when the clock was set back after the start of the program.
    monkeypatch.setattr(left_journals, "has_ended", lambda *_: True)
    folder = JournalFolder(tmp_path)
    journal = folder.begin(small_project(), None, None)
    assert folder.left_behind() == ()
    assert JournalFolder(tmp_path).left_behind() == (journal.path,)
    journal.discard()


def test_the_journal_last_written_comes_first(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    paths = [_left(tmp_path, monkeypatch) for _ in range(4)]
    for path, age in zip(paths, (300, 20, 5000, 100), strict=True):
        _made_before(path, age)
    (tmp_path / "别的.txt").write_text("x", encoding="utf-8")
    (tmp_path / "a.journal").mkdir()
    expected = (paths[1], paths[3], paths[0], paths[2])
    assert JournalFolder(tmp_path).left_behind() == expected


def test_without_a_folder_nothing_is_left(tmp_path: Path) -> None:
    assert JournalFolder(tmp_path / "none").left_behind() == ()
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("host", ["别的电脑", ""])
def test_a_journal_of_another_or_no_known_computer_is_left_after_a_day(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, host: str
) -> None:
    path = _left(tmp_path, monkeypatch, host)
    if not host:
        nameless = Station("", "", os.getpid())
        monkeypatch.setattr(left_journals, "this_station", lambda: nameless)
    for age, expected in ((0, ()), (_DAY_S - 60, ()), (_DAY_S + 60, (path,))):
        _made_before(path, age)
        assert JournalFolder(tmp_path).left_behind() == expected


def test_a_damaged_header_may_be_one_that_is_being_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = _left(tmp_path, monkeypatch)
    path.write_bytes(path.read_bytes()[:100])
    assert JournalFolder(tmp_path).left_behind() == ()
    _made_before(path, 61)
    assert JournalFolder(tmp_path).left_behind() == (path,)
    with pytest.raises(JournalError):
        read_journal(path)


def test_an_empty_journal_is_not_offered_and_goes_after_a_minute(tmp_path: Path) -> None:
    path = tmp_path / "a.journal"
    path.touch()
    assert JournalFolder(tmp_path).left_behind() == ()
    assert path.exists()
    _made_before(path, 61)
    assert JournalFolder(tmp_path).left_behind() == ()
    assert not path.exists()


@pytest.mark.parametrize("newer", ["VERSION", "FORMAT"])
def test_a_journal_of_a_newer_program_waits_for_that(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, newer: str
) -> None:
    with monkeypatch.context() as patched:
        patched.setattr(journal_module, newer, getattr(journal_records, newer) + 1)
        path = _left(tmp_path, patched)
    _made_before(path, 100 * _DAY_S)
    assert JournalFolder(tmp_path).left_behind() == ()
    with pytest.raises(JournalError, match="更新版本"):
        read_journal(path)


def test_what_else_was_left_is_swept_away(tmp_path: Path) -> None:
    aside = tmp_path / "unreadable"
    aside.mkdir()
    names = (aside / "old.journal", aside / "new.journal", tmp_path / "kept.txt")
    temporary = tmp_path / temporary_name()
    for path in (*names, temporary):
        path.write_bytes(lines_of([b"{}"]))
    _made_before(names[0], 31 * _DAY_S)
    _made_before(names[1], 29 * _DAY_S)
    _made_before(temporary, 100 * _DAY_S)
    assert JournalFolder(tmp_path).left_behind() == ()
    assert [path.exists() for path in (*names, temporary)] == [False, True, True, False]
