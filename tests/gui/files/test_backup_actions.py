"""Backups from the menu."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from xjdesk.core.change import Change
from xjdesk.core.document_fields import SIGNER
from xjdesk.gui.dialogs import Answer
from xjdesk.gui.document import Document
from xjdesk.gui.files.questions import BackupChoice, BackupDeed, BackupList
from xjdesk.gui.main_window import MainWindow
from xjdesk.gui.services import Services
from xjdesk.storage.archive import pack, unpack
from xjdesk.storage.backups.backup_folder import BackupReason
from xjdesk.storage.project import Project
from xjdesk.storage.project_file import FORMAT, read_project

if TYPE_CHECKING:
    from tests.gui.conftest import FakeDialogs

Choose = Callable[[BackupList], BackupChoice]


@pytest.fixture
def opened(empty_window: MainWindow, path: Path) -> Document:
    """A document that was saved twice: signed by 甲, then by 乙."""
    empty_window.files.open_path(path)
    document = empty_window.document
    assert document is not None
    for name in ("甲", "乙"):
        document.submit("填写", [Change(SIGNER, document.report.field(SIGNER), name)])
        assert empty_window.files.save()
    return document


def _choose(number: int, deed: BackupDeed, *, others: bool = False) -> Choose:
    def choose(backups: BackupList) -> BackupChoice:
        listed = backups.others if others else backups.mine
        return BackupChoice(listed[number].backup, deed)

    return choose


def test_the_list_tells_what_is_different(
    empty_window: MainWindow, opened: Document, dialogs: FakeDialogs
) -> None:
    empty_window.ui.actionBackups.trigger()
    (shown,) = dialogs.backup_lists
    assert shown.name == "西吉.xjd"
    assert shown.mine[0].difference == "没有不同"
    assert "1" in shown.mine[1].difference
    assert "2016年度" in shown.mine[0].title
    assert shown.others == ()


def test_going_back_to_a_backup_is_one_step_and_saves_nothing(
    empty_window: MainWindow, opened: Document, dialogs: FakeDialogs, path: Path
) -> None:
    dialogs.chooses = _choose(1, BackupDeed.RESTORE)
    empty_window.files.show_backups()
    assert empty_window.document is opened
    assert opened.report.field(SIGNER) == "甲"
    assert opened.is_modified
    assert read_project(path).report.field(SIGNER) == "乙"
    assert opened.log[-1].change.new == "甲"
    opened.undo()
    assert opened.report.field(SIGNER) == "乙"
    assert not opened.is_modified


def test_looking_into_a_backup_opens_a_copy(
    empty_window: MainWindow, opened: Document, dialogs: FakeDialogs, path: Path
) -> None:
    dialogs.chooses = _choose(1, BackupDeed.OPEN)
    empty_window.files.show_backups()
    copy = empty_window.document
    assert copy is not None
    assert copy is not opened
    assert copy.path is None
    assert not copy.is_modified
    assert copy.report.field(SIGNER) == "甲"
    assert copy.saved_project.document_id != opened.saved_project.document_id


def test_looking_into_a_backup_asks_about_unsaved_changes(
    empty_window: MainWindow, opened: Document, dialogs: FakeDialogs
) -> None:
    opened.submit("填写", [Change(SIGNER, "乙", "丙")])
    dialogs.chooses = _choose(1, BackupDeed.OPEN)
    dialogs.answer = Answer.CANCEL
    empty_window.files.show_backups()
    assert empty_window.document is opened


def test_without_a_document_a_backup_is_restored_into_its_file(
    empty_window: MainWindow,
    opened: Document,
    dialogs: FakeDialogs,
    path: Path,
    project: Project,
) -> None:
    other = Document(replace(project, document_id="another"), opened.form, None)
    empty_window.show_document(other)
    dialogs.chooses = _choose(1, BackupDeed.RESTORE, others=True)
    empty_window.files.show_backups()
    document = empty_window.document
    assert document is not None
    assert document.path == path
    assert document.report.field(SIGNER) == "甲"
    assert document.is_modified


def test_where_the_file_is_gone_a_backup_becomes_a_copy(
    empty_window: MainWindow, opened: Document, dialogs: FakeDialogs, path: Path, project: Project
) -> None:
    other = Document(replace(project, document_id="another"), opened.form, None)
    empty_window.show_document(other)
    path.unlink()
    dialogs.chooses = _choose(0, BackupDeed.RESTORE, others=True)
    empty_window.files.show_backups()
    document = empty_window.document
    assert document is not None
    assert document.path is None
    assert document.is_modified
    assert document.report.field(SIGNER) == "乙"


def test_a_backup_that_cannot_be_read_is_listed_as_that(
    empty_window: MainWindow, opened: Document, dialogs: FakeDialogs
) -> None:
    backups = empty_window.files.show_backups
    backups()
    broken = dialogs.backup_lists[0].mine[1].backup
    broken.path.write_bytes(broken.read()[:-300])
    dialogs.chooses = _choose(1, BackupDeed.RESTORE)
    backups()
    assert "已损坏" in dialogs.backup_lists[1].mine[1].title
    assert "已损坏" in dialogs.errors[0].sentence
    assert opened.report.field(SIGNER) == "乙"


def test_going_back_over_unsaved_changes_keeps_them(
    empty_window: MainWindow, opened: Document, dialogs: FakeDialogs, services: Services
) -> None:
    opened.submit("填写", [Change(SIGNER, "乙", "丙")])
    dialogs.chooses = _choose(1, BackupDeed.RESTORE)
    empty_window.files.show_backups()
    assert opened.report.field(SIGNER) == "甲"
    newest = services.projects.backups.of(opened.saved_project.document_id)[0]
    assert newest.reason is BackupReason.UNSAVED
    assert services.projects.opened_backup(newest).project.report.field(SIGNER) == "丙"


def test_a_backup_of_a_newer_program_is_neither_opened_nor_gone_back_to(
    empty_window: MainWindow, opened: Document, dialogs: FakeDialogs, services: Services
) -> None:
    backups = services.projects.backups
    document_id = opened.saved_project.document_id
    archive = unpack(backups.of(document_id)[0].read(), Path("a.xjd"), FORMAT)
    newer = pack(replace(archive, format=FORMAT + 1))
    backups.keep(document_id, newer, BackupReason.REPLACED)
    for deed in BackupDeed:
        dialogs.chooses = _choose(0, deed)
        empty_window.files.show_backups()
        assert empty_window.document is opened
        assert opened.report.field(SIGNER) == "乙"
        assert "更新版本" in dialogs.errors.pop().sentence
    listed = dialogs.backup_lists[0].mine[0]
    assert "更新版本" in listed.title
    assert not listed.is_usable


def test_going_back_from_the_question_about_unsaved_changes_ends_it(
    empty_window: MainWindow, opened: Document, dialogs: FakeDialogs, project: Project
) -> None:
    other = Document(replace(project, document_id="another"), opened.form, None)
    empty_window.show_document(other)
    other.submit("填写", [Change(SIGNER, other.report.field(SIGNER), "丙")])
    dialogs.chooses = _choose(1, BackupDeed.RESTORE, others=True)
    dialogs.answer = Answer.CANCEL
    empty_window.files.show_backups()
    assert len(dialogs.asked) == 1
    assert empty_window.document is other


def test_a_file_that_cannot_be_opened_is_told_and_the_document_stays(
    empty_window: MainWindow,
    opened: Document,
    dialogs: FakeDialogs,
    path: Path,
    project: Project,
) -> None:
    other = Document(replace(project, document_id="another"), opened.form, None)
    empty_window.show_document(other)
    path.write_bytes(b"no project")
    dialogs.chooses = _choose(1, BackupDeed.RESTORE, others=True)
    empty_window.files.show_backups()
    assert "不是西吉填报的项目文件" in dialogs.errors[0].sentence
    assert empty_window.document is other
