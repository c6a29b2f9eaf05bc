from __future__ import annotations

import hashlib
import os
import uuid
from contextlib import nullcontext
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from xjdesk.storage.backups import backup_folder as backups_module
from xjdesk.storage.backups.backup_folder import Backup, BackupFolder, BackupReason
from xjdesk.storage.files.file_reading import ReadError
from xjdesk.storage.files.leftovers import temporary_name

_A, _B = "0f8fad5b-d9cb-469f-a165-70867728950e", "7c9e6679-7425-40de-944b-e07fc1f90ae7"
_SAVED, _REPLACED, _UNSAVED = BackupReason.SAVED, BackupReason.REPLACED, BackupReason.UNSAVED
_START = datetime(2017, 1, 5, 8, 15, 30, 250_999, tzinfo=UTC)


class _Clock:
    def __init__(self) -> None:
        self.time = _START

    def __call__(self) -> datetime:
        return self.time

    def go(self, **step: float) -> None:
        self.time += timedelta(**step)


@pytest.fixture
def clock() -> _Clock:
    return _Clock()


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return tmp_path / "备份 folder"


@pytest.fixture
def backups(root: Path, clock: _Clock) -> BackupFolder:
    return BackupFolder(root, clock)


def _held(backups: BackupFolder, document_id: str = _A) -> list[bytes]:
    return [backup.read() for backup in backups.of(document_id)]


def test_a_backup_is_listed_as_it_was_kept(backups: BackupFolder, root: Path) -> None:
    kept = backups.keep(_A, b"one", _UNSAVED)
    digest = hashlib.sha256(b"one").hexdigest()[:16]
    path = root / _A / f"20170105T081530.250Z-unsaved-{digest}.xjd"
    taken = _START.replace(microsecond=250_000)
    assert kept == Backup(path, _A, taken, _UNSAVED, digest, 3)
    assert BackupFolder(root).of(_A) == (kept,)
    assert kept.read() == b"one"


def test_without_any_there_are_none(backups: BackupFolder, root: Path) -> None:
    assert backups.of(_A) == ()
    assert backups.documents() == ()
    assert backups.document_at(root / "a.xjd") is None
    assert backups.file_of(_A) is None
    assert not root.exists()


def test_the_newest_of_a_document_and_of_all_documents_comes_first(
    backups: BackupFolder, clock: _Clock
) -> None:
    for document_id, data in ((_A, b"1"), (_B, b"2"), (_A, b"3"), ("文", b"4"), (_A, b"5")):
        backups.keep(document_id, data, _SAVED)
        clock.go(minutes=1)
    assert _held(backups) == [b"5", b"3", b"1"]
    assert backups.documents() == (_A, "文", _B)
    assert [backup.document_id for backup in backups.of("文")] == ["文"]


def test_documents_of_one_file_name_have_backups_of_their_own(backups: BackupFolder) -> None:
    backups.keep(_A, b"same", _SAVED)
    backups.keep(_B, b"same", _SAVED)
    assert _held(backups, _A) == _held(backups, _B) == [b"same"]


@pytest.mark.parametrize(
    "document_id", ["../../evil", "..", "", "C:\\evil", "CON", "a\0b", "\ud800", "长" * 9999]
)
def test_a_hostile_id_is_kept_inside_the_folder(
    backups: BackupFolder, root: Path, document_id: str
) -> None:
    kept = backups.keep(document_id, b"one", _SAVED)
    assert backups.of(document_id) == (kept,)
    assert kept.path.resolve().parent.parent == root.resolve()
    assert list(root.parent.iterdir()) == [root]


def test_the_same_bytes_are_kept_once_and_the_reason_stays(
    backups: BackupFolder, clock: _Clock
) -> None:
    first = backups.keep(_A, b"one", _SAVED)
    clock.go(hours=1)
    assert backups.keep(_A, b"one", _UNSAVED) == first
    assert backups.of(_A) == (first,)


def test_bytes_that_come_again_are_the_newest_again(backups: BackupFolder, clock: _Clock) -> None:
    for data in (b"one", b"two", b"one"):
        again = backups.keep(_A, data, _REPLACED)
        clock.go(hours=1)
    assert _held(backups) == [b"one", b"two"]
    assert backups.of(_A)[0] == again
    assert again.taken == backups.of(_A)[1].taken + timedelta(hours=1)


def test_a_damaged_backup_is_not_taken_for_the_same_bytes(
    backups: BackupFolder, clock: _Clock
) -> None:
    first = backups.keep(_A, b"one", _SAVED)
    first.path.write_bytes(b"0ne")
    second = backups.keep(_A, b"one", _SAVED)
    assert second.path != first.path
    assert _held(backups) == [b"one", b"0ne"]


def test_backups_of_one_millisecond_all_stay_in_their_order(backups: BackupFolder) -> None:
    for n in range(9):
        backups.keep(_A, b"%d" % n, _SAVED)
    assert _held(backups) == [b"%d" % n for n in reversed(range(9))]


def test_the_order_holds_when_the_clock_is_set_back(backups: BackupFolder, clock: _Clock) -> None:
    for n in range(9):
        backups.keep(_A, b"%d" % n, _SAVED)
        clock.go(hours=-2)
    assert _held(backups) == [b"%d" % n for n in reversed(range(9))]


def test_a_clock_that_ran_years_ahead_costs_nothing(backups: BackupFolder, clock: _Clock) -> None:
    clock.go(days=3000)
    for n in range(12):
        clock.go(minutes=1)
        backups.keep(_A, b"ahead %d" % n, _SAVED)
    clock.go(days=-3000)
    for n in range(12):
        clock.go(minutes=1)
        assert backups.keep(_A, b"%d" % n, _SAVED).path.exists()
    data = _held(backups)
    assert data[:10] == [b"ahead %d" % n for n in range(11, 1, -1)]
    assert data[10:] == [b"%d" % n for n in range(11, 1, -1)]
    listed = backups.of(_A)
    clock.go(minutes=1)
    for again in (b"11", b"ahead 5"):
        backups.keep(_A, again, _SAVED)
        assert backups.of(_A) == listed


def test_what_was_just_kept_does_not_go_whatever_its_time(
    backups: BackupFolder, clock: _Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    clock.go(days=3000)
    for n in range(5):
        backups.keep(_A, b"ahead %d" % n, _SAVED)
    clock.go(days=-3000)
    monkeypatch.setattr(backups_module, "MOST_DOCUMENT_BYTES", 0)
    backups.keep(_A, b"ahead 0", _SAVED)
    assert _held(backups) == [b"ahead 4", b"ahead 3", b"ahead 2", b"ahead 0"]


def test_a_year_of_work_is_thinned_out(backups: BackupFolder, clock: _Clock) -> None:
    for n in range(400):
        clock.go(days=1)
        backups.keep(_A, b"%d" % n, _SAVED)
    kept = backups.of(_A)
    # Two of the months end within the last 30 days.
    assert len(kept) == 30 + 12 - 2
    assert _held(backups)[:30] == [b"%d" % n for n in range(399, 369, -1)]
    assert [f"{backup.taken:%m-%d}" for backup in kept[-3:]] == ["05-31", "04-30", "03-31"]


@pytest.mark.parametrize("reason", [_UNSAVED, _REPLACED])
def test_what_stands_in_no_file_stays_a_month(
    backups: BackupFolder, clock: _Clock, reason: BackupReason
) -> None:
    only = backups.keep(_A, b"only", reason)
    for n in range(60):
        clock.go(hours=6)
        # Three more on its day, so that nothing but its reason keeps the first.
        backups.keep(_A, b"%d" % n, _SAVED)
    assert only in backups.of(_A)
    clock.go(days=30)
    for n in range(60, 80):
        clock.go(days=1)
        backups.keep(_A, b"%d" % n, _SAVED)
    assert only not in backups.of(_A)


def test_too_many_bytes_make_the_oldest_go(
    backups: BackupFolder, clock: _Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(backups_module, "MOST_DOCUMENT_BYTES", 50)
    monkeypatch.setattr(backups_module, "MOST_BYTES", 70)
    for n in range(8):
        clock.go(minutes=1)
        backups.keep(_A, b"%010d" % n, _SAVED)
    assert _held(backups) == [b"%010d" % n for n in (7, 6, 5, 4, 3)]
    for n in range(8):
        clock.go(minutes=1)
        backups.keep(_B, b"%010d" % n, _SAVED)
    assert _held(backups) == [b"%010d" % n for n in (7, 6, 5)]
    assert _held(backups, _B) == [b"%010d" % n for n in (7, 6, 5, 4)]
    backups.keep("third", b"x" * 200, _SAVED)
    assert [len(_held(backups, document)) for document in (_A, _B, "third")] == [3, 3, 1]


def test_other_files_are_neither_listed_nor_deleted(
    backups: BackupFolder, root: Path, clock: _Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(backups_module, "MOST_DOCUMENT_BYTES", 0)
    monkeypatch.setattr(backups_module, "MOST_BYTES", 0)
    backups.keep(_A, b"one", _SAVED)
    folder = root / _A
    names = [
        "a.xjd",
        "20171305T081530.250Z-saved-0123456789abcdef.xjd",
        "20170105T081530.250Z-other-0123456789abcdef.xjd",
        "20170105T081530.250Z-saved-0123456789ABCDEF.xjd",
        "20170105T081530.250Z-saved-0123456789abcdef.xjd.tmp",
        "２0170105T081530.250Z-saved-0123456789abcdef.xjd",
    ]
    for name in names:
        (folder / name).write_bytes(b"foreign")
    (folder / "20170105T081530.250Z-saved-0123456789abcdef.xjd").mkdir()
    elsewhere = [root / "副本" / path.name for path in (root / _A).glob("*Z-saved-*.xjd")]
    elsewhere += [path.with_name(f"201{n}{path.name[4:]}") for n in "345" for path in elsewhere]
    elsewhere[0].parent.mkdir()
    for path in elsewhere:
        path.write_bytes(b"foreign")
    (root / str(uuid.uuid4())).write_bytes(b"no folder")
    (root / str(uuid.uuid4())).mkdir()
    for n in range(5):
        clock.go(days=400)
        backups.keep(_A, b"%d" % n, _SAVED)
    assert _held(backups) == [b"4", b"3", b"2"]
    assert backups.documents() == (_A,)
    assert all(path.exists() for path in elsewhere)
    assert all((folder / name).exists() for name in names)


@pytest.mark.skipif(os.name != "posix", reason="Windows lets few users make links")
def test_a_link_is_no_backup(backups: BackupFolder, root: Path) -> None:
    kept = backups.keep(_A, b"one", _SAVED)
    link = kept.path.with_name("20170105T081530.000Z-saved-0123456789abcdef.xjd")
    link.symlink_to(kept.path)
    assert backups.of(_A) == (kept,)


class _GoneEntry:
    """A file that was deleted since its folder was listed."""

    name = "20170105T081530.250Z-saved-0123456789abcdef.xjd"

    def is_file(self, *, follow_symlinks: bool) -> bool:
        raise FileNotFoundError(self.name)


def test_a_file_that_vanishes_meanwhile_hides_no_other(
    backups: BackupFolder, root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept = backups.keep(_A, b"one", _SAVED)
    with os.scandir(root / _A) as entries:
        listed = [_GoneEntry(), *entries]
    monkeypatch.setattr("os.scandir", lambda _: nullcontext(listed))
    assert backups.of(_A) == (kept,)


def test_what_was_left_half_written_is_swept(backups: BackupFolder, root: Path) -> None:
    backups.keep(_A, b"one", _SAVED)
    left = root / _A / temporary_name()
    left.write_bytes(b"half")
    os.utime(left, (0, 0))
    assert _held(backups) == [b"one"]
    backups.keep(_A, b"two", _SAVED)
    assert not left.exists()


def test_a_backup_that_is_gone_or_grown_is_said(backups: BackupFolder) -> None:
    kept = backups.keep(_A, b"one", _SAVED)
    kept.path.write_bytes(b"something longer")
    with pytest.raises(ReadError):
        kept.read()
    kept.path.unlink()
    with pytest.raises(ReadError):
        kept.read()


def test_a_file_tells_its_document_and_a_document_its_file(
    backups: BackupFolder, root: Path, tmp_path: Path
) -> None:
    path = tmp_path / "报告.xjd"
    backups.note_file(path, _A)
    backups.keep(_A, b"one", _SAVED)
    later = BackupFolder(root)
    assert later.document_at(path) == _A
    assert later.file_of(_A) == path
    assert later.documents() == (_A,)
