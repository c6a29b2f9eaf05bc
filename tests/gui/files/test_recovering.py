"""After a crash: what comes back, where, and what does not."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

import pytest

from xjdesk.core.address import CellAddress
from xjdesk.core.change import Change
from xjdesk.core.document_fields import ISSUER, SIGNER
from xjdesk.gui.document import Document
from xjdesk.gui.files.questions import LockedAnswer, RecoveryAnswer, RecoveryQuestion
from xjdesk.gui.main_window import MainWindow
from xjdesk.gui.services import Services
from xjdesk.storage.backups.backup_folder import BackupReason
from xjdesk.storage.files.write_error import WriteError, WriteProblem
from xjdesk.storage.journals.recovery import read_journal
from xjdesk.storage.locks.project_lock import take_lock
from xjdesk.storage.project import Project
from xjdesk.storage.project_file import read_project, write_project

if TYPE_CHECKING:
    from tests.gui.conftest import FakeDialogs

Crash = Callable[[Path | None, str], None]

_CRASH = """
import json, os, sys
from datetime import UTC, datetime
from pathlib import Path
from xjdesk.core.change import Change
from xjdesk.core.document_fields import SIGNER
from xjdesk.storage.journals.journal import JournalFolder
from xjdesk.storage.project_file import read_project
from xjdesk.storage.project_store import digest_of
folder, source, file, name = json.loads(sys.argv[1])
base = read_project(Path(source))
digest = digest_of(Path(file).read_bytes()) if file else None
journal = JournalFolder(Path(folder)).begin(base, Path(file) if file else None, digest)
step = Change(SIGNER, base.report.field(SIGNER), name)
journal.append([step], datetime.now(UTC), "李四")
os._exit(1)
"""


@pytest.fixture
def crash(tmp_path: Path, path: Path) -> Crash:
    """A program that is ended after it gave the report, in a file or in none, a signer."""

    def run(file: Path | None, name: str) -> None:
        arguments = (tmp_path / "state" / "recovery", path, file, name)
        told = json.dumps([str(a) if isinstance(a, Path) else a for a in arguments])
        ended = subprocess.run([sys.executable, "-c", _CRASH, told], check=False)
        assert ended.returncode == 1

    return run


def _signed(project: Project, name: str) -> Project:
    fields = {**project.report.fields, SIGNER: name}
    return replace(project, report=replace(project.report, fields=fields))


def _journals(tmp_path: Path) -> list[str]:
    folder = tmp_path / "state" / "recovery"
    return [file.name for file in folder.glob("*.journal")]


def test_what_was_not_saved_is_offered_for_its_file_and_comes_back_as_one_step(
    empty_window: MainWindow, dialogs: FakeDialogs, path: Path, crash: Crash, project: Project
) -> None:
    crash(path, "马志宏")
    dialogs.recovery_answer = RecoveryAnswer.RECOVER
    empty_window.files.open_path(path)
    (question,) = dialogs.recovery_questions
    assert question.name == "西吉.xjd"
    assert question.when.startswith("今天")
    assert question.remark == ""
    assert any("马志宏" in line for line in question.changes)
    document = empty_window.document
    assert document is not None
    assert document.path == path
    assert document.is_modified
    assert document.report.field(SIGNER) == "马志宏"
    assert document.log[-1].who == "李四"
    document.undo()
    assert document.report == project.report
    assert read_project(path).report == project.report


def test_recovered_changes_are_kept_again_until_they_are_saved(
    empty_window: MainWindow, dialogs: FakeDialogs, path: Path, crash: Crash, tmp_path: Path
) -> None:
    crash(path, "马志宏")
    (left,) = _journals(tmp_path)
    dialogs.recovery_answer = RecoveryAnswer.RECOVER
    empty_window.files.open_path(path)
    (kept,) = _journals(tmp_path)
    assert kept != left
    assert empty_window.files.save()
    assert _journals(tmp_path) == []
    assert read_project(path).report.field(SIGNER) == "马志宏"


def test_at_the_start_page_every_journal_is_offered(
    empty_window: MainWindow, dialogs: FakeDialogs, path: Path, crash: Crash
) -> None:
    crash(path, "马志宏")
    dialogs.recovery_answer = RecoveryAnswer.RECOVER
    empty_window.files.offer_recovery()
    document = empty_window.document
    assert document is not None
    assert document.path == path
    assert document.report.field(SIGNER) == "马志宏"


def test_another_document_is_never_offered_them(
    empty_window: MainWindow,
    dialogs: FakeDialogs,
    path: Path,
    crash: Crash,
    project: Project,
    tmp_path: Path,
) -> None:
    crash(path, "马志宏")
    other = tmp_path / "b.xjd"
    write_project(other, replace(project, document_id="another"))
    empty_window.files.open_path(other)
    assert dialogs.recovery_questions == []
    assert len(_journals(tmp_path)) == 1


def test_a_file_changed_since_is_left_alone_and_the_changes_come_back_as_a_copy(
    empty_window: MainWindow,
    dialogs: FakeDialogs,
    path: Path,
    crash: Crash,
    project: Project,
    tmp_path: Path,
) -> None:
    crash(path, "马志宏")
    write_project(path, _signed(project, "别人"))
    dialogs.recovery_answer = RecoveryAnswer.RECOVER
    empty_window.files.open_path(path)
    assert "后来又被改过" in dialogs.recovery_questions[0].remark
    document = empty_window.document
    assert document is not None
    assert document.path is None
    assert document.is_modified
    assert document.report.field(SIGNER) == "马志宏"
    assert document.saved_project.document_id != project.document_id
    assert read_project(path).report.field(SIGNER) == "别人"


def test_a_document_that_was_never_saved_comes_back(
    empty_window: MainWindow, dialogs: FakeDialogs, crash: Crash
) -> None:
    crash(None, "马志宏")
    dialogs.recovery_answer = RecoveryAnswer.RECOVER
    empty_window.files.offer_recovery()
    document = empty_window.document
    assert document is not None
    assert document.path is None
    assert document.is_modified
    assert document.report.field(SIGNER) == "马志宏"
    assert "未保存" in dialogs.recovery_questions[0].name
    assert dialogs.recovery_questions[0].remark == ""


def test_what_is_declined_is_among_the_backups_and_not_offered_again(
    empty_window: MainWindow,
    dialogs: FakeDialogs,
    path: Path,
    crash: Crash,
    services: Services,
    project: Project,
) -> None:
    crash(path, "马志宏")
    dialogs.recovery_answer = RecoveryAnswer.DECLINE
    empty_window.files.open_path(path)
    empty_window.files.open_path(path)
    assert len(dialogs.recovery_questions) == 1
    (backup,) = services.projects.backups.of(project.document_id)
    assert backup.reason is BackupReason.UNSAVED
    kept = services.projects.opened(backup.read(), path).project
    assert kept.report.field(SIGNER) == "马志宏"


def test_later_asks_again(
    empty_window: MainWindow, dialogs: FakeDialogs, path: Path, crash: Crash
) -> None:
    crash(path, "马志宏")
    empty_window.files.offer_recovery()
    empty_window.files.open_path(path)
    assert len(dialogs.recovery_questions) == 2
    assert empty_window.document is not None
    assert not empty_window.document.is_modified


def test_a_copy_can_be_saved_instead(
    empty_window: MainWindow,
    dialogs: FakeDialogs,
    path: Path,
    crash: Crash,
    project: Project,
    tmp_path: Path,
) -> None:
    crash(path, "马志宏")
    dialogs.recovery_answer = RecoveryAnswer.SAVE_COPY
    empty_window.files.open_path(path)
    # Gone back from the name: it is asked about again.
    assert len(_journals(tmp_path)) == 1
    dialogs.to_save = tmp_path / "恢复.xjd"
    empty_window.files.open_path(path)
    assert dialogs.proposals[-1].name == "西吉（恢复）.xjd"
    copy = read_project(tmp_path / "恢复.xjd")
    assert copy.report.field(SIGNER) == "马志宏"
    assert copy.document_id != project.document_id
    assert _journals(tmp_path) == []
    assert empty_window.document is not None
    assert empty_window.document.report == project.report


def test_a_journal_that_was_saved_after_all_asks_nothing(
    empty_window: MainWindow,
    dialogs: FakeDialogs,
    path: Path,
    crash: Crash,
    project: Project,
    tmp_path: Path,
) -> None:
    crash(path, "马志宏")
    write_project(path, _signed(project, "马志宏"))
    empty_window.files.open_path(path)
    assert dialogs.recovery_questions == []
    assert _journals(tmp_path) == []


def test_a_journal_of_no_use_is_set_aside_without_a_word(
    empty_window: MainWindow, dialogs: FakeDialogs, path: Path, crash: Crash, tmp_path: Path
) -> None:
    crash(path, "马志宏")
    (name,) = _journals(tmp_path)
    journal = tmp_path / "state" / "recovery" / name
    journal.write_bytes(b"\0" * 4000)
    os.utime(journal, (0, 0))
    empty_window.files.open_path(path)
    assert dialogs.recovery_questions == []
    assert dialogs.errors == []
    assert _journals(tmp_path) == []


def test_a_torn_end_is_told(
    empty_window: MainWindow, dialogs: FakeDialogs, path: Path, crash: Crash, tmp_path: Path
) -> None:
    crash(path, "马志宏")
    (name,) = _journals(tmp_path)
    with (tmp_path / "state" / "recovery" / name).open("ab") as journal:
        journal.write(b"0123abcd {half a li")
    empty_window.files.open_path(path)
    assert "末尾不完整" in dialogs.recovery_questions[0].remark


def test_a_document_that_is_read_only_asks_nothing(
    empty_window: MainWindow, dialogs: FakeDialogs, path: Path, crash: Crash, document: Document
) -> None:
    crash(path, "马志宏")
    document.access = replace(document.access, can_edit=False)
    empty_window.show_document(document)
    empty_window.files.offer_recovery()
    assert dialogs.recovery_questions == []


def test_recovering_without_any_difference_left_does_nothing_strange(
    empty_window: MainWindow, dialogs: FakeDialogs, path: Path, crash: Crash, project: Project
) -> None:
    crash(path, project.report.field(SIGNER))
    dialogs.recovery_answer = RecoveryAnswer.RECOVER
    empty_window.files.open_path(path)
    assert empty_window.document is not None
    assert not empty_window.document.is_modified


def test_what_was_typed_is_never_lost_between_crash_and_recovery(
    empty_window: MainWindow, dialogs: FakeDialogs, path: Path, crash: Crash, tmp_path: Path
) -> None:
    """The journal goes only when another holds the same, or the file does."""
    crash(path, "马志宏")
    dialogs.recovery_answer = RecoveryAnswer.RECOVER
    empty_window.files.open_path(path)
    document = empty_window.document
    assert document is not None
    document.submit("填写", [Change(SIGNER, "马志宏", "马")])
    (name,) = _journals(tmp_path)
    found = read_journal(tmp_path / "state" / "recovery" / name)
    assert found.project.report == document.report


def test_what_came_back_as_a_copy_is_one_step_and_in_a_journal_again(
    empty_window: MainWindow, dialogs: FakeDialogs, crash: Crash, project: Project, tmp_path: Path
) -> None:
    crash(None, "马志宏")
    (left,) = _journals(tmp_path)
    dialogs.recovery_answer = RecoveryAnswer.RECOVER
    empty_window.files.offer_recovery()
    document = empty_window.document
    assert document is not None
    (name,) = _journals(tmp_path)
    assert name != left
    found = read_journal(tmp_path / "state" / "recovery" / name)
    assert found.project.report == document.report
    assert found.base.document_id == document.saved_project.document_id
    assert document.log[-1].who == "李四"
    document.undo()
    assert document.report == project.report
    assert document.is_modified


@pytest.mark.parametrize("is_saved_before", [True, False])
def test_a_journal_stays_where_what_came_back_cannot_be_kept(
    empty_window: MainWindow,
    dialogs: FakeDialogs,
    path: Path,
    crash: Crash,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    is_saved_before: bool,
) -> None:
    crash(path if is_saved_before else None, "马志宏")
    left = _journals(tmp_path)
    dialogs.recovery_answer = RecoveryAnswer.RECOVER

    def fail(*_: object) -> NoReturn:
        raise WriteError("磁盘已满。", "", WriteProblem.FULL)

    monkeypatch.setattr("xjdesk.storage.journals.journal.JournalFolder.begin", fail)
    monkeypatch.setattr("xjdesk.storage.backups.backup_folder.BackupFolder.keep", fail)
    empty_window.files.offer_recovery()
    assert empty_window.document is not None
    assert empty_window.document.report.field(SIGNER) == "马志宏"
    assert _journals(tmp_path) == left


def test_of_two_journals_of_one_document_none_takes_the_place_of_the_other(
    empty_window: MainWindow, dialogs: FakeDialogs, path: Path, crash: Crash, project: Project
) -> None:
    crash(path, "甲")
    write_project(path, _signed(project, "别人"))
    crash(path, "乙")
    dialogs.recovery_answer = RecoveryAnswer.RECOVER
    empty_window.files.open_path(path)
    document = empty_window.document
    assert document is not None
    assert document.path == path
    assert document.report.field(SIGNER) == "乙"
    assert len(dialogs.recovery_questions) == 1


def test_a_copy_of_the_file_is_not_offered_what_was_not_saved_of_the_file(
    empty_window: MainWindow, dialogs: FakeDialogs, path: Path, crash: Crash, tmp_path: Path
) -> None:
    crash(path, "马志宏")
    copied = path.with_name("西吉 - 副本.xjd")
    shutil.copyfile(path, copied)
    empty_window.files.open_path(copied)
    assert dialogs.recovery_questions == []
    assert len(_journals(tmp_path)) == 1


def test_in_a_file_that_was_renamed_since_it_comes_back(
    empty_window: MainWindow, dialogs: FakeDialogs, path: Path, crash: Crash
) -> None:
    crash(path, "马志宏")
    renamed = path.rename(path.with_name("西吉 定稿.xjd"))
    dialogs.recovery_answer = RecoveryAnswer.RECOVER
    empty_window.files.open_path(renamed)
    assert str(path) in dialogs.recovery_questions[0].remark
    document = empty_window.document
    assert document is not None
    assert document.path == renamed
    assert document.report.field(SIGNER) == "马志宏"


def test_what_somebody_saves_while_the_question_stands_is_not_taken_back(
    empty_window: MainWindow, dialogs: FakeDialogs, path: Path, crash: Crash, project: Project
) -> None:
    crash(path, "马志宏")

    def ask(question: RecoveryQuestion) -> RecoveryAnswer:
        fields = {**project.report.fields, ISSUER: "别的机关"}
        write_project(path, replace(project, report=replace(project.report, fields=fields)))
        return RecoveryAnswer.RECOVER

    dialogs.ask_recovery = ask
    empty_window.files.offer_recovery()
    document = empty_window.document
    assert document is not None
    assert document.path is None
    assert document.report.field(SIGNER) == "马志宏"


def test_going_back_from_a_locked_file_leaves_the_journal(
    empty_window: MainWindow, dialogs: FakeDialogs, path: Path, crash: Crash, tmp_path: Path
) -> None:
    crash(path, "马志宏")
    lock = take_lock(path)
    dialogs.recovery_answer = RecoveryAnswer.RECOVER
    dialogs.locked_answer = LockedAnswer.CANCEL
    empty_window.files.offer_recovery()
    assert empty_window.document is None
    assert len(_journals(tmp_path)) == 1
    lock.release()


def test_a_copy_is_not_saved_over_a_file_that_is_being_edited(
    empty_window: MainWindow,
    dialogs: FakeDialogs,
    path: Path,
    crash: Crash,
    project: Project,
    tmp_path: Path,
) -> None:
    crash(path, "马志宏")
    dialogs.recovery_answer = RecoveryAnswer.SAVE_COPY
    dialogs.to_save = path
    empty_window.files.open_path(path)
    assert "正在别处打开编辑" in dialogs.errors[0].sentence
    assert read_project(path) == project
    assert len(_journals(tmp_path)) == 1


def test_a_number_written_otherwise_is_something_to_come_back(
    empty_window: MainWindow, dialogs: FakeDialogs, path: Path, crash: Crash, project: Project
) -> None:
    cell = CellAddress("statistics", "meetings", "count")
    number = replace(project.report, values={**project.report.values, cell: Decimal(5)})
    write_project(path, replace(project, report=number))
    crash(path, "马志宏")
    written = {**number.values, cell: Decimal("5.00")}
    fields = {**number.fields, SIGNER: "马志宏"}
    write_project(path, replace(project, report=replace(number, values=written, fields=fields)))
    empty_window.files.open_path(path)
    assert len(dialogs.recovery_questions) == 1
