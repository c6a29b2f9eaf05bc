from __future__ import annotations

import errno
import os
import random
import sys
import threading
import time
from decimal import Decimal
from itertools import pairwise
from pathlib import Path

import pytest

from tests.reliability.faults import DENIED, DISK_FAILING, FAULTS, NEVER, Fault, Faults, each_call
from tests.storage.journals.journal_samples import (
    TYPED_AT,
    WHEN,
    WHO,
    append_each,
    bodies_of,
    journal_of,
    reports_after,
    small_project,
    typing,
)
from tests.storage.journals.journal_writers import a_writer
from xjdesk.core.address import CellAddress
from xjdesk.core.change import Change
from xjdesk.core.report import Paragraph
from xjdesk.storage.files.write_error import WriteError, WriteProblem
from xjdesk.storage.journals import journal as journal_module
from xjdesk.storage.journals.journal import Journal, JournalFolder
from xjdesk.storage.journals.recovery import read_journal

# What is appended.


def test_a_journal_is_one_file_in_a_folder_that_is_made_for_it(tmp_path: Path) -> None:
    folder = tmp_path / "程序" / "日志"
    journal = JournalFolder(folder).begin(small_project(), None, None)
    assert list(folder.iterdir()) == [journal.path]
    assert journal.path.suffix == ".journal"
    assert not journal.is_broken
    journal.discard()
    assert list(folder.iterdir()) == []


def test_the_system_has_a_step_as_soon_as_it_is_appended(tmp_path: Path) -> None:
    journal = JournalFolder(tmp_path).begin(small_project(), None, None)
    changes = typing(3)
    for n, report in enumerate(reports_after(changes)):
        assert read_journal(journal.path).project.report == report
        append_each(journal, changes[n : n + 1])
    journal.discard()


def test_what_stood_there_before_a_letter_is_not_written_again(tmp_path: Path) -> None:
    long = "政" * 500
    texts = [long + "府" * n for n in range(50)]
    changes = [Change(TYPED_AT, (Paragraph("正文。"),), (Paragraph(long),))]
    changes += [
        Change(TYPED_AT, (Paragraph(old),), (Paragraph(new),)) for old, new in pairwise(texts)
    ]
    path = journal_of(tmp_path, changes)
    assert max(map(len, bodies_of(path)[1:])) < 1.3 * len(texts[-1].encode())
    assert read_journal(path).project.report == reports_after(changes)[-1]


def test_a_short_write_is_gone_on_with(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real = os.write
    with monkeypatch.context() as patched:
        patched.setattr(os, "write", lambda handle, data: real(handle, bytes(data[:100])))
        path = journal_of(tmp_path, typing(5))
    found = read_journal(path)
    assert (found.project.report, found.is_whole) == (reports_after(typing(5))[-1], True)


def test_two_journals_of_one_document_do_not_mix(tmp_path: Path) -> None:
    folder = JournalFolder(tmp_path)
    one, other = (folder.begin(small_project(), None, None) for _ in range(2))
    changes = typing(4)
    for n in range(4):
        append_each(one, changes[n : n + 1])
        append_each(other, changes[n : n + 1] if n < 2 else [])
    reports = reports_after(changes)
    assert read_journal(one.path).project.report == reports[4]
    assert read_journal(other.path).project.report == reports[2]
    one.discard()
    assert read_journal(other.path).project.report == reports[2]
    other.discard()


# What fails.


def _work(folder: Path) -> tuple[Journal | None, int]:
    """Begin a journal and keep it as the program does; returns it with the steps it took."""
    taken = 0
    try:
        journal = JournalFolder(folder).begin(small_project(), None, None)
    except WriteError:
        return None, taken
    try:
        for n, change in enumerate(typing(4)):
            journal.append([change], WHEN, WHO)
            taken += 1
            if n % 2:
                journal.sync()
    except WriteError:
        assert journal.is_broken
    return journal, taken


@pytest.mark.parametrize("for_ever", [False, True])
@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: fault.name)
def test_whatever_call_fails_what_was_taken_comes_back(
    tmp_path: Path, fault: Fault, *, for_ever: bool
) -> None:
    reports = reports_after(typing(4))
    failing = refused = 0
    for failing, faults in enumerate(each_call(tmp_path, fault, for_ever=for_ever)):
        folder = tmp_path / str(failing)
        with faults:
            journal, taken = _work(folder)
        if journal is None:
            refused += 1
            left = list(folder.iterdir()) if folder.exists() else []
            # One fault leaves nothing; when nothing can be deleted either, no step is in it.
            assert left == [] or (for_ever and bodies_of(left[0])[1:] == [])
        else:
            assert taken == 4 or journal.is_broken
            # What was not acknowledged may come back nevertheless, whole.
            assert read_journal(journal.path).project.report in reports[taken : taken + 2]
            journal.discard()
            assert list(folder.iterdir()) == []
    assert refused >= 3
    assert failing > 11


@pytest.mark.parametrize("for_ever", [False, True])
@pytest.mark.parametrize("number", [1, 2, 3])
def test_discarding_never_fails(tmp_path: Path, number: int, *, for_ever: bool) -> None:
    with Faults([tmp_path], DENIED, NEVER, for_ever=for_ever) as faults:
        journal = JournalFolder(tmp_path).begin(small_project(), None, None)
        append_each(journal, typing(1))
        faults.fail_at(number)
        journal.discard()
        journal.discard()
        assert faults.failed or number == 3
        faults.fail_at(NEVER)
        append_each(journal, typing(1))
        journal.sync()
    if not for_ever:
        assert [p for p in tmp_path.iterdir() if p.stat().st_size] == []


# The full disk is a limit for the size of files, which only a process of POSIX can be given.
@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no RLIMIT_FSIZE")
def test_a_full_disk_breaks_the_journal_and_spares_what_is_in_it(tmp_path: Path) -> None:
    import resource

    journal = JournalFolder(tmp_path).begin(small_project(), None, None)
    append_each(journal, typing(2))
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    # Half of the next line can still be written.
    room = journal.path.stat().st_size + 50
    resource.setrlimit(resource.RLIMIT_FSIZE, (room, limits[1]))
    try:
        with pytest.raises(WriteError, match="恢复日志没有写成") as caught:
            journal.append(typing(3)[2:], WHEN, WHO)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)
    assert caught.value.problem is WriteProblem.FULL
    assert journal.is_broken
    # Told once; nothing is written after the gap.
    journal.append(typing(4)[3:], WHEN, WHO)
    journal.sync()
    assert journal.path.stat().st_size == room
    found = read_journal(journal.path)
    assert (found.project.report, found.is_whole) == (reports_after(typing(2))[-1], False)
    journal.discard()


def test_a_journal_too_long_to_be_read_is_not_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    journal = JournalFolder(tmp_path).begin(small_project(), None, None)
    append_each(journal, typing(1))
    monkeypatch.setattr(journal_module, "MOST_BYTES", journal.path.stat().st_size + 100)
    with pytest.raises(WriteError):
        journal.append(typing(2)[1:], WHEN, WHO)
    assert read_journal(journal.path).is_whole
    journal.discard()
    other = JournalFolder(tmp_path).begin(small_project(), None, None)
    monkeypatch.undo()
    monkeypatch.setattr(journal_module, "MOST_LINE_BYTES", 100)
    with pytest.raises(WriteError):
        append_each(other, typing(1))
    other.discard()


@pytest.mark.parametrize(
    "change",
    [
        Change(CellAddress("t", "s", "d"), None, Decimal("NaN")),
        Change(CellAddress("t.s", "d", "e"), None, Decimal(1)),
        Change(TYPED_AT, "正文", "别的"),
    ],
)
def test_a_change_that_could_not_be_read_again_breaks_the_journal(
    tmp_path: Path, change: Change
) -> None:
    journal = JournalFolder(tmp_path).begin(small_project(), None, None)
    append_each(journal, typing(1))
    with pytest.raises(WriteError):
        journal.append([change], WHEN, WHO)
    assert journal.is_broken
    append_each(journal, typing(2)[1:])
    assert read_journal(journal.path).project.report == reports_after(typing(1))[-1]
    journal.discard()


def test_an_interrupted_step_breaks_the_journal(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    journal = JournalFolder(tmp_path).begin(small_project(), None, None)
    changes = typing(2)

    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        patched.setattr(os, "write", interrupted)
        with pytest.raises(KeyboardInterrupt):
            append_each(journal, changes[:1])
        with pytest.raises(KeyboardInterrupt):
            JournalFolder(tmp_path).begin(small_project(), None, None)
    assert journal.is_broken
    append_each(journal, changes[1:])
    assert read_journal(journal.path).project.report == small_project().report
    assert list(tmp_path.iterdir()) == [journal.path]
    journal.discard()


# The disk, on another thread.


def test_what_is_new_is_synced_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    synced: list[int] = []
    monkeypatch.setattr(os, "fsync", synced.append)
    journal = JournalFolder(tmp_path).begin(small_project(), None, None)
    at_first = len(synced)
    # The file, and the folder with its name.
    assert at_first == (2 if os.name == "posix" else 1)
    journal.sync()
    assert len(synced) == at_first
    append_each(journal, typing(2))
    assert len(synced) == at_first
    journal.sync()
    journal.sync()
    assert len(synced) == at_first + 1
    journal.discard()


class _SlowDisk:
    """A disk that syncs when it is let, and a system that deletes no file in use."""

    def __init__(self, patch: pytest.MonkeyPatch) -> None:
        self.begun, self.may_end = threading.Event(), threading.Event()
        self._in_use: set[int] = set()
        self._dup, self._close, self._unlink = os.dup, os.close, os.unlink
        patch.setattr(os, "fsync", self._synced)
        patch.setattr(os, "dup", self._duplicated)
        patch.setattr(os, "close", self._closed)
        patch.setattr(os, "unlink", self._deleted)

    def _synced(self, handle: int) -> None:
        self.begun.set()
        assert self.may_end.wait(30)

    def _duplicated(self, handle: int) -> int:
        other = self._dup(handle)
        self._in_use.add(other)
        return other

    def _closed(self, handle: int) -> None:
        self._in_use.discard(handle)
        self._close(handle)

    def _deleted(self, path: Path) -> None:
        if self._in_use:
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))
        self._unlink(path)


def test_nobody_waits_for_a_slow_disk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    journal = JournalFolder(tmp_path).begin(small_project(), None, None)
    changes = typing(3)
    append_each(journal, changes[:1])
    disk = _SlowDisk(monkeypatch)
    syncing = threading.Thread(target=journal.sync)
    syncing.start()
    assert disk.begun.wait(30)
    append_each(journal, changes[1:])
    assert read_journal(journal.path).project.report == reports_after(changes)[-1]
    journal.discard()
    # It could not be deleted yet, and must not come back.
    assert [path.stat().st_size for path in tmp_path.iterdir()] == [0]
    disk.may_end.set()
    syncing.join()
    assert list(tmp_path.iterdir()) == []
    assert not journal.is_broken


def test_a_disk_that_fails_does_not_matter_once_all_is_discarded(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    journal = JournalFolder(tmp_path).begin(small_project(), None, None)
    append_each(journal, typing(1))

    def failing(_: int) -> None:
        journal.discard()
        raise OSError(errno.EIO, os.strerror(errno.EIO))

    monkeypatch.setattr(os, "fsync", failing)
    journal.sync()
    assert list(tmp_path.iterdir()) == []


def test_a_disk_that_fails_later_is_said_where_it_is_synced(
    tmp_path: Path,
) -> None:
    with Faults([tmp_path], DISK_FAILING, NEVER, for_ever=False) as faults:
        journal = JournalFolder(tmp_path).begin(small_project(), None, None)
        append_each(journal, typing(1))
        faults.fail_at(2)
        with pytest.raises(WriteError):
            journal.sync()
    assert faults.failed == ["fsync"]
    assert journal.is_broken
    journal.discard()


# A program that is ended.


def test_every_step_told_of_before_a_kill_comes_back(tmp_path: Path) -> None:
    chance = random.Random(5)
    told = 0
    for n in range(50):
        with a_writer(tmp_path / str(n)) as writer:
            time.sleep(chance.random() * 0.02)
            appended = writer.kill()
        # The line that was just being written may be torn.
        *lines, rest = writer.journal.read_bytes().split(b"\n")
        steps = len(lines) - 1
        assert steps - 1 <= appended <= steps
        found = read_journal(writer.journal)
        report = found.base.report
        for change in typing(steps)[-1:]:
            report = reports_after([Change(TYPED_AT, (Paragraph("正文。"),), change.new)])[-1]
        assert (found.project.report, found.is_whole) == (report, not rest)
        told += appended
    assert told > 50
