"""Opening what is damaged, newer, or open elsewhere."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.storage.locks.lock_samples import ELSEWHERE, a_record, plant, session_in
from xjdesk.core.change import Change
from xjdesk.core.document_fields import SIGNER
from xjdesk.gui.document import Document
from xjdesk.gui.files.questions import LockedAnswer
from xjdesk.gui.main_window import MainWindow
from xjdesk.gui.services import Services
from xjdesk.storage.archive import pack, unpack
from xjdesk.storage.backups.backup_folder import BackupReason
from xjdesk.storage.locks.project_lock import (
    LockedError,
    LockUnavailableError,
    ProjectLock,
    take_lock,
)
from xjdesk.storage.project import Project
from xjdesk.storage.project_file import FORMAT, read_project, write_project

if TYPE_CHECKING:
    from tests.gui.conftest import FakeDialogs


def _opened(window: MainWindow, path: Path) -> Document:
    window.files.open_path(path)
    assert window.document is not None
    return window.document


def _of_a_newer_program(path: Path) -> None:
    archive = unpack(path.read_bytes(), path, FORMAT)
    path.write_bytes(pack(replace(archive, format=FORMAT + 1)))


def test_an_opened_file_is_locked_until_it_is_closed(empty_window: MainWindow, path: Path) -> None:
    _opened(empty_window, path)
    with pytest.raises(LockedError):
        take_lock(path)
    empty_window.close()
    take_lock(path).release()


def test_a_file_that_cannot_be_opened_is_not_locked(
    empty_window: MainWindow, dialogs: FakeDialogs, path: Path
) -> None:
    path.write_bytes(path.read_bytes()[:200])
    empty_window.files.open_path(path)
    assert empty_window.document is None
    assert "已损坏" in dialogs.errors[0].sentence
    assert list(path.parent.glob("*lock*")) == []


def test_opening_the_open_file_once_more_keeps_its_lock(
    empty_window: MainWindow, dialogs: FakeDialogs, path: Path
) -> None:
    first = _opened(empty_window, path)
    assert _opened(empty_window, path) is not first
    assert dialogs.locked_questions == []
    with pytest.raises(LockedError):
        take_lock(path)


def test_opening_another_file_frees_the_first(
    empty_window: MainWindow, path: Path, project: Project, tmp_path: Path
) -> None:
    _opened(empty_window, path)
    write_project(tmp_path / "b.xjd", project)
    _opened(empty_window, tmp_path / "b.xjd")
    take_lock(path).release()


def test_a_file_open_elsewhere_can_be_looked_at_only(
    empty_window: MainWindow, dialogs: FakeDialogs, path: Path, tmp_path: Path
) -> None:
    lock = take_lock(path)
    dialogs.locked_answer = LockedAnswer.READ_ONLY
    document = _opened(empty_window, path)
    ((sentence, may_take_over),) = dialogs.locked_questions
    assert "西吉.xjd" in sentence
    assert not may_take_over
    assert not document.access.can_edit
    assert document.access.can_hand_on
    assert "只读" in empty_window.windowTitle()
    assert not document.submit("填写", [Change(SIGNER, document.report.field(SIGNER), "甲")])
    # Saved under another name it is the user's own.
    dialogs.to_save = tmp_path / "我的.xjd"
    assert empty_window.files.save()
    own = empty_window.document
    assert own is not None
    assert own.path == tmp_path / "我的.xjd"
    assert own.access.can_edit
    lock.release()


def test_of_a_file_open_elsewhere_a_copy_can_be_opened(
    empty_window: MainWindow, dialogs: FakeDialogs, path: Path, project: Project
) -> None:
    lock = take_lock(path)
    dialogs.locked_answer = LockedAnswer.COPY
    document = _opened(empty_window, path)
    assert document.path is None
    assert document.is_modified
    assert document.report == project.report
    assert document.project().document_id != project.document_id
    lock.release()


def test_going_back_from_a_locked_file_leaves_the_open_document(
    window: MainWindow, document: Document, dialogs: FakeDialogs, path: Path
) -> None:
    lock = take_lock(path)
    window.files.open_path(path)
    assert window.document is document
    lock.release()


def test_where_no_lock_can_be_kept_the_file_is_opened_and_the_user_told(
    empty_window: MainWindow, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(path: Path) -> None:
        raise LockUnavailableError("不能锁定。")

    monkeypatch.setattr("xjdesk.gui.open_file.take_lock", refuse)
    document = _opened(empty_window, path)
    assert document.access.can_edit
    assert "不能写入" in empty_window.ui.statusBar.currentMessage()


def test_a_file_of_a_newer_program_can_be_looked_at_and_nothing_else(
    empty_window: MainWindow, dialogs: FakeDialogs, path: Path, project: Project, tmp_path: Path
) -> None:
    _of_a_newer_program(path)
    before = path.read_bytes()
    document = _opened(empty_window, path)
    assert document.report == project.report
    assert "更新版本" in document.access.reason
    assert not document.access.can_edit
    ui = empty_window.ui
    for action in (ui.actionSaveAs, ui.actionExportPdf, ui.actionExportXlsx, ui.actionPrint):
        assert not action.isEnabled()
    dialogs.to_save = tmp_path / "b.xjd"
    assert not empty_window.files.save()
    assert not empty_window.files.save_as()
    assert not (tmp_path / "b.xjd").exists()
    assert path.read_bytes() == before


def test_instead_of_a_damaged_file_the_newest_good_backup_is_offered(
    empty_window: MainWindow,
    dialogs: FakeDialogs,
    services: Services,
    path: Path,
    project: Project,
) -> None:
    _opened(empty_window, path)
    document = empty_window.document
    assert document is not None
    document.submit("填写", [Change(SIGNER, document.report.field(SIGNER), "马志宏")])
    assert empty_window.files.save()
    saved = document.report
    other = replace(project, document_id="another")
    empty_window.files.new()
    empty_window.show_document(Document(other, document.form, None))
    damaged = path.read_bytes()[:-300]
    path.write_bytes(damaged)

    empty_window.files.open_path(path)
    ((sentence, taken),) = dialogs.backup_questions
    assert "已损坏" in sentence
    assert taken.startswith("今天")
    shown = empty_window.document
    assert shown is not None
    assert shown.saved_project.document_id == "another"

    dialogs.opens_backup = True
    restored = _opened(empty_window, path)
    assert restored.report == saved
    assert restored.is_modified
    assert path.read_bytes() == damaged
    assert empty_window.files.save()
    assert dialogs.outside_questions == []
    assert read_project(path).report == saved
    kept = services.projects.backups.of(project.document_id)
    assert damaged in [b.read() for b in kept if b.reason is BackupReason.REPLACED]


def test_a_damaged_backup_is_passed_over(
    empty_window: MainWindow, dialogs: FakeDialogs, services: Services, path: Path
) -> None:
    document = _opened(empty_window, path)
    for name in ("甲", "乙"):
        document.submit("填写", [Change(SIGNER, document.report.field(SIGNER), name)])
        assert empty_window.files.save()
    newest = services.projects.backups.of(document.saved_project.document_id)[0]
    newest.path.write_bytes(newest.read()[:-300])
    path.write_bytes(path.read_bytes()[:-300])
    dialogs.opens_backup = True
    restored = _opened(empty_window, path)
    assert restored.report.field(SIGNER) == "甲"


def test_the_open_file_by_another_way_is_not_taken_for_open_elsewhere(
    empty_window: MainWindow, dialogs: FakeDialogs, path: Path, tmp_path: Path
) -> None:
    link = tmp_path / "快捷.xjd"
    link.symlink_to(path)
    _opened(empty_window, path)
    assert _opened(empty_window, link).path == link
    assert dialogs.locked_questions == []
    with pytest.raises(LockedError):
        take_lock(path)


def test_a_lock_that_somebody_took_over_is_no_longer_ours_when_opening_once_more(
    empty_window: MainWindow, dialogs: FakeDialogs, path: Path
) -> None:
    _opened(empty_window, path)
    theirs = _taken_over(path)
    empty_window.files.open_path(path)
    assert len(dialogs.locked_questions) == 1
    theirs.release()


def _taken_over(path: Path) -> ProjectLock:
    with pytest.raises(LockedError) as caught:
        take_lock(path)
    return take_lock(path, over=caught.value.holder)


def test_after_a_power_cut_the_backup_of_a_damaged_file_is_opened_in_its_place(
    empty_window: MainWindow, dialogs: FakeDialogs, path: Path, project: Project
) -> None:
    document = _opened(empty_window, path)
    document.submit("填写", [Change(SIGNER, document.report.field(SIGNER), "甲")])
    assert empty_window.files.save()
    other = replace(project, document_id="another")
    empty_window.show_document(Document(other, document.form, None))
    _left_lock(path)
    path.write_bytes(path.read_bytes()[:-300])
    dialogs.opens_backup = True
    restored = _opened(empty_window, path)
    assert restored.path == path
    assert restored.file is not None
    assert restored.file.lock is not None


def _left_lock(path: Path) -> None:
    """The lock of a program that was ended."""
    program = "import os, sys; from pathlib import Path\n"
    program += "from xjdesk.storage.locks.project_lock import take_lock\n"
    program += "take_lock(Path(sys.argv[1])); os._exit(0)"
    subprocess.run([sys.executable, "-c", program, str(path)], check=True)


@pytest.fixture
def silent(path: Path) -> Path:
    """A lock on the file, of a program elsewhere that has not been heard of for long."""
    return plant(path, a_record(ELSEWHERE), minutes=11)


def test_a_file_whose_holder_is_silent_can_be_taken_over(
    empty_window: MainWindow, dialogs: FakeDialogs, path: Path, silent: Path
) -> None:
    theirs = session_in(silent)
    dialogs.locked_answer = LockedAnswer.TAKE_OVER
    document = _opened(empty_window, path)
    assert document.access.can_edit
    assert session_in(silent) != theirs
    assert document.submit("填写", [Change(SIGNER, "", "马志宏")])
    assert empty_window.files.save()
    assert dialogs.outside_questions == []
    assert read_project(path).report.field(SIGNER) == "马志宏"


def test_what_the_holder_saved_while_the_question_stood_is_there(
    empty_window: MainWindow,
    dialogs: FakeDialogs,
    path: Path,
    silent: Path,
    project: Project,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    fields = {**project.report.fields, SIGNER: "别人"}

    def save_meanwhile(_sentence: str, *, may_take_over: bool) -> LockedAnswer:
        assert may_take_over
        write_project(path, replace(project, report=replace(project.report, fields=fields)))
        return LockedAnswer.TAKE_OVER

    monkeypatch.setattr(dialogs, "ask_locked", save_meanwhile)
    assert _opened(empty_window, path).report.field(SIGNER) == "别人"


def test_a_lock_is_not_kept_on_what_cannot_be_opened_any_more(
    empty_window: MainWindow,
    dialogs: FakeDialogs,
    path: Path,
    silent: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def delete_meanwhile(_sentence: str, *, may_take_over: bool) -> LockedAnswer:
        assert may_take_over
        path.unlink()
        return LockedAnswer.TAKE_OVER

    monkeypatch.setattr(dialogs, "ask_locked", delete_meanwhile)
    empty_window.files.open_path(path)
    assert empty_window.document is None
    assert len(dialogs.errors) == 1
    assert not silent.exists()
