"""Saving where something could be lost."""

from __future__ import annotations

import errno
import os
import shutil
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from xjdesk.core.address import CellAddress
from xjdesk.core.change import Change
from xjdesk.core.document_fields import SIGNER
from xjdesk.gui.dialogs import Answer
from xjdesk.gui.document import Document
from xjdesk.gui.files.questions import OutsideAnswer, WriteAnswer
from xjdesk.gui.main_window import MainWindow
from xjdesk.gui.services import Services
from xjdesk.storage.backups.backup_folder import BackupReason
from xjdesk.storage.locks.project_lock import LockedError, take_lock
from xjdesk.storage.project import Project
from xjdesk.storage.project_file import read_project, write_project

if TYPE_CHECKING:
    from tests.gui.conftest import FakeDialogs

MEETINGS = CellAddress("statistics", "meetings", "count")
Fill = Callable[[str], None]


@pytest.fixture
def opened(empty_window: MainWindow, path: Path) -> Document:
    """The founding document, opened from its file."""
    empty_window.files.open_path(path)
    assert empty_window.document is not None
    return empty_window.document


def _fill(document: Document, name: str) -> None:
    document.submit("填写", [Change(SIGNER, document.report.field(SIGNER), name)])


def _saved_by_someone_else(path: Path) -> Project:
    project = read_project(path)
    report = project.report
    values = {**report.values, MEETINGS: Decimal(99)}
    theirs = Project(
        type(report)(report.form_id, report.year, report.fields, report.chapters, values),
        project.form_source,
        project.document_id,
    )
    write_project(path, theirs)
    return theirs


def test_what_somebody_else_saved_is_not_overwritten_without_a_question(
    empty_window: MainWindow, opened: Document, dialogs: FakeDialogs, path: Path
) -> None:
    theirs = _saved_by_someone_else(path)
    _fill(opened, "马志宏")
    assert not empty_window.files.save()
    assert dialogs.outside_questions == [path]
    assert opened.is_modified
    assert read_project(path) == theirs


def test_keeping_mine_leaves_theirs_among_the_backups(
    empty_window: MainWindow,
    opened: Document,
    dialogs: FakeDialogs,
    path: Path,
    services: Services,
) -> None:
    _saved_by_someone_else(path)
    theirs = path.read_bytes()
    _fill(opened, "马志宏")
    dialogs.outside_answer = OutsideAnswer.MINE
    assert empty_window.files.save()
    assert read_project(path).report.field(SIGNER) == "马志宏"
    backups = services.projects.backups.of(read_project(path).document_id)
    assert theirs in [b.read() for b in backups if b.reason is BackupReason.REPLACED]
    _fill(opened, "马")
    assert empty_window.files.save()
    assert len(dialogs.outside_questions) == 1


def test_keeping_theirs_leaves_mine_among_the_backups(
    empty_window: MainWindow,
    opened: Document,
    dialogs: FakeDialogs,
    path: Path,
    services: Services,
) -> None:
    theirs = _saved_by_someone_else(path)
    _fill(opened, "马志宏")
    dialogs.outside_answer = OutsideAnswer.THEIRS
    assert empty_window.files.save()
    assert empty_window.document is not None
    assert empty_window.document.report == theirs.report
    assert not empty_window.document.is_modified
    backups = services.projects.backups.of(theirs.document_id)
    unsaved = [b for b in backups if b.reason is BackupReason.UNSAVED]
    mine = services.projects.opened(unsaved[0].read(), path).project
    assert mine.report.field(SIGNER) == "马志宏"
    # The lock went over to the document that was opened again.
    with pytest.raises(LockedError):
        take_lock(path)


def test_both_can_be_kept(
    empty_window: MainWindow, opened: Document, dialogs: FakeDialogs, path: Path
) -> None:
    theirs = _saved_by_someone_else(path)
    _fill(opened, "马志宏")
    dialogs.outside_answer = OutsideAnswer.BESIDE
    assert empty_window.files.save()
    beside = path.with_name("西吉（我的修改）.xjd")
    assert opened.path == beside
    assert read_project(path) == theirs
    mine = read_project(beside)
    assert mine.report.field(SIGNER) == "马志宏"
    assert mine.document_id != theirs.document_id


def test_a_second_save_and_saving_a_file_that_was_deleted_ask_nothing(
    empty_window: MainWindow, opened: Document, dialogs: FakeDialogs, path: Path
) -> None:
    for name in ("马", "马志", "马志宏"):
        _fill(opened, name)
        assert empty_window.files.save()
    path.unlink()
    _fill(opened, "马")
    assert empty_window.files.save()
    assert dialogs.outside_questions == []
    assert read_project(path).report.field(SIGNER) == "马"


def test_a_copy_saved_elsewhere_is_a_document_of_its_own(
    empty_window: MainWindow, opened: Document, dialogs: FakeDialogs, path: Path, tmp_path: Path
) -> None:
    dialogs.to_save = tmp_path / "2017.xjd"
    assert empty_window.files.save_as()
    assert read_project(path).document_id != read_project(tmp_path / "2017.xjd").document_id
    # The old file is free again, the new one is ours.
    take_lock(path).release()
    with pytest.raises(LockedError):
        take_lock(tmp_path / "2017.xjd")


def test_a_document_whose_place_is_gone_stays_the_same_document(
    empty_window: MainWindow, dialogs: FakeDialogs, tmp_path: Path, project: Project
) -> None:
    stick = tmp_path / "U盘"
    stick.mkdir()
    write_project(stick / "a.xjd", project)
    empty_window.files.open_path(stick / "a.xjd")
    document = empty_window.document
    assert document is not None
    _fill(document, "马志宏")
    for file in stick.iterdir():
        file.unlink()
    stick.rmdir()
    dialogs.write_answers = [WriteAnswer.ELSEWHERE]
    dialogs.to_save = tmp_path / "b.xjd"
    assert empty_window.files.save()
    assert "断开" in dialogs.write_questions[0].error.sentence
    saved = read_project(tmp_path / "b.xjd")
    assert saved.document_id == project.document_id
    assert saved.report.field(SIGNER) == "马志宏"
    assert not document.is_modified


def test_a_file_that_somebody_is_editing_is_not_saved_over(
    window: MainWindow, document: Document, dialogs: FakeDialogs, path: Path
) -> None:
    before = path.read_bytes()
    lock = take_lock(path)
    dialogs.to_save = path
    _fill(document, "马志宏")
    assert not window.files.save_as()
    assert "正在别处打开编辑" in dialogs.errors[0].sentence
    assert path.read_bytes() == before
    assert document.is_modified
    lock.release()
    assert window.files.save_as()


def test_what_is_given_up_can_be_found_among_the_backups(
    empty_window: MainWindow, opened: Document, dialogs: FakeDialogs, services: Services
) -> None:
    document_id = opened.saved_project.document_id
    _fill(opened, "马志宏")
    dialogs.answer = Answer.DISCARD
    assert empty_window.close()
    (backup,) = services.projects.backups.of(document_id)
    assert backup.reason is BackupReason.UNSAVED
    kept = services.projects.opened(backup.read(), backup.path).project
    assert kept.report.field(SIGNER) == "马志宏"


def test_the_log_of_changes_is_saved_and_goes_on(
    empty_window: MainWindow, opened: Document, path: Path
) -> None:
    _fill(opened, "马志宏")
    assert empty_window.files.save()
    (first,) = read_project(path).changes
    assert (first.who, first.change.address, first.change.new) == ("张三", SIGNER, "马志宏")
    _fill(opened, "马")
    assert empty_window.files.save()
    assert [entry.change.new for entry in read_project(path).changes] == ["马志宏", "马"]


def test_saving_as_the_own_file_asks_about_the_changes_of_somebody_else(
    empty_window: MainWindow, opened: Document, dialogs: FakeDialogs, path: Path
) -> None:
    theirs = _saved_by_someone_else(path)
    _fill(opened, "马志宏")
    dialogs.to_save = path
    assert not empty_window.files.save_as()
    assert dialogs.outside_questions == [path]
    assert read_project(path) == theirs


def test_so_does_coming_back_to_it_from_a_place_that_failed(
    empty_window: MainWindow,
    opened: Document,
    dialogs: FakeDialogs,
    path: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    theirs = _saved_by_someone_else(path)
    _fill(opened, "马志宏")
    places = iter([tmp_path / "gone" / "a.xjd", path])
    monkeypatch.setattr(dialogs, "choose_save", lambda *_: next(places))
    dialogs.write_answers = [WriteAnswer.ELSEWHERE]
    assert not empty_window.files.save_as()
    assert dialogs.outside_questions == [path]
    assert read_project(path) == theirs


def test_a_file_that_somebody_has_taken_over_is_not_saved_over(
    empty_window: MainWindow, opened: Document, dialogs: FakeDialogs, path: Path
) -> None:
    before = path.read_bytes()
    with pytest.raises(LockedError) as caught:
        take_lock(path)
    theirs = take_lock(path, over=caught.value.holder)
    _fill(opened, "马志宏")
    assert not empty_window.files.save()
    assert "正在别处打开编辑" in dialogs.errors[0].sentence
    assert path.read_bytes() == before
    theirs.release()
    assert empty_window.files.save()
    with pytest.raises(LockedError):
        take_lock(path)


def test_theirs_is_not_overwritten_where_it_cannot_be_kept(
    empty_window: MainWindow, opened: Document, dialogs: FakeDialogs, path: Path, tmp_path: Path
) -> None:
    theirs = _saved_by_someone_else(path)
    _fill(opened, "马志宏")
    backups = tmp_path / "state" / "backups"
    shutil.rmtree(backups, ignore_errors=True)
    backups.touch()
    dialogs.outside_answer = OutsideAnswer.MINE
    assert not empty_window.files.save()
    assert "没有覆盖" in dialogs.errors[0].sentence
    assert read_project(path) == theirs
    assert opened.is_modified


def test_a_drive_that_vanishes_leads_elsewhere(
    empty_window: MainWindow,
    opened: Document,
    dialogs: FakeDialogs,
    path: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    _fill(opened, "马志宏")
    dialogs.to_save = tmp_path / "b.xjd"
    stat = os.stat

    def vanish(asked: str | Path, **options: bool) -> os.stat_result:
        # "The specified network name is no longer available", which is no missing file.
        if asked == path or str(asked) == str(path):
            raise OSError(errno.EIO, "gone", str(path))
        return stat(asked, **options)

    monkeypatch.setattr(os, "stat", vanish)
    assert empty_window.files.save_as()
    assert read_project(tmp_path / "b.xjd").report.field(SIGNER) == "马志宏"
