"""The journal and the lock while a document is open."""

from __future__ import annotations

import errno
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from pytestqt.qtbot import QtBot

from xjdesk.core.change import Change
from xjdesk.core.document_fields import ISSUER, SIGNER
from xjdesk.gui.dialogs import Answer
from xjdesk.gui.document import Document
from xjdesk.gui.main_window import MainWindow
from xjdesk.storage.archive import MOST_BYTES
from xjdesk.storage.journals.recovery import Recoverable, read_journal
from xjdesk.storage.locks.lock_file import lock_path
from xjdesk.storage.locks.project_lock import LockedError, take_lock
from xjdesk.storage.project import Project
from xjdesk.storage.project_file import write_project

if TYPE_CHECKING:
    from tests.gui.conftest import FakeDialogs


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Where the journals are."""
    return tmp_path / "state" / "recovery"


def _journals(folder: Path) -> list[Path]:
    return list(folder.glob("*.journal"))


def _journal(folder: Path) -> Recoverable:
    (path,) = _journals(folder)
    return read_journal(path)


def _fill(document: Document, name: str) -> None:
    document.submit("填写", [Change(SIGNER, document.report.field(SIGNER), name)])


def _heard_of(path: Path) -> int:
    """When the lock of the project there was last written, in ns."""
    return lock_path(path).stat().st_mtime_ns


def test_an_unchanged_document_has_no_journal(
    window: MainWindow, document: Document, folder: Path
) -> None:
    assert _journals(folder) == []


def test_every_change_is_in_the_journal_at_once(
    window: MainWindow, document: Document, folder: Path
) -> None:
    for name in ("马", "马志", "马志宏"):
        _fill(document, name)
        assert _journal(folder).project.report == document.report
    document.undo()
    document.redo()
    document.submit("填写", [Change(ISSUER, document.report.field(ISSUER), "乙机关")])
    found = _journal(folder)
    assert found.project.report == document.report
    assert found.base.report == document.saved_project.report
    assert found.file is None


def test_saving_ends_the_journal_and_the_next_change_begins_another(
    window: MainWindow, document: Document, dialogs: FakeDialogs, folder: Path, tmp_path: Path
) -> None:
    dialogs.to_save = tmp_path / "a.xjd"
    _fill(document, "马")
    assert window.files.save()
    assert _journals(folder) == []
    _fill(document, "马志宏")
    found = _journal(folder)
    assert found.file == tmp_path / "a.xjd"
    assert document.file is not None
    assert found.digest == document.file.digest
    assert found.base.report.field(SIGNER) == "马"
    assert found.project.report.field(SIGNER) == "马志宏"


def test_taking_everything_back_ends_the_journal(
    window: MainWindow, document: Document, folder: Path
) -> None:
    _fill(document, "马")
    document.undo()
    assert _journals(folder) == []
    document.redo()
    assert _journal(folder).project.report == document.report


def test_giving_up_a_document_ends_the_journal(
    window: MainWindow,
    document: Document,
    dialogs: FakeDialogs,
    folder: Path,
    project: Project,
) -> None:
    dialogs.answer = Answer.DISCARD
    _fill(document, "马")
    window.show_document(Document(project, document.form, None))
    assert _journals(folder) == []
    assert window.document is not None
    _fill(window.document, "马")
    window.close()
    assert _journals(folder) == []


def test_a_journal_that_cannot_be_written_is_told_and_hinders_nobody(
    window: MainWindow, document: Document, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder.parent.mkdir()
    folder.touch()
    _fill(document, "马")
    assert "恢复记录没有写成" in window.ui.statusBar.currentMessage()
    window.tell("")
    _fill(document, "马志宏")
    assert window.ui.statusBar.currentMessage() == ""
    assert document.report.field(SIGNER) == "马志宏"


def test_after_a_failure_the_journal_begins_anew_with_all_that_is_unsaved(
    window: MainWindow, document: Document, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("xjdesk.gui.files.keeping._RETRY_MS", 0)
    _fill(document, "马")
    with monkeypatch.context() as full:

        def fail(*_: object) -> int:
            raise OSError(errno.ENOSPC, "full")

        full.setattr("os.write", fail)
        _fill(document, "马志")
    assert document.report.field(SIGNER) == "马志"
    _fill(document, "马志宏")
    assert _journal(folder).project.report == document.report


def test_syncing_hinders_neither_typing_nor_closing(
    window: MainWindow, document: Document, folder: Path, qtbot: QtBot
) -> None:
    _fill(document, "马")
    window.keeping.sync()
    _fill(document, "马志宏")
    window.keeping.sync()
    assert _journal(folder).project.report == document.report
    document.undo()
    document.undo()
    assert _journals(folder) == []


def test_whoever_lost_the_lock_is_told(
    empty_window: MainWindow, project: Project, tmp_path: Path, qtbot: QtBot
) -> None:
    path = tmp_path / "a.xjd"
    write_project(path, project)
    empty_window.files.open_path(path)
    document = empty_window.document
    assert document is not None
    assert document.file is not None
    assert document.file.lock is not None
    begun = _heard_of(path)
    empty_window.keeping.beat()
    qtbot.waitUntil(lambda: _heard_of(path) > begun)
    assert "接着编辑" not in empty_window.ui.statusBar.currentMessage()
    with pytest.raises(LockedError) as caught:
        take_lock(path)
    theirs = take_lock(path, over=caught.value.holder)
    empty_window.keeping.beat()
    qtbot.waitUntil(lambda: "接着编辑" in empty_window.ui.statusBar.currentMessage())
    theirs.release()


def _fail(*_: object) -> int:
    raise OSError(errno.ENOSPC, "full")


def test_what_a_broken_journal_holds_stays_until_a_new_one_is_written(
    window: MainWindow, document: Document, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("xjdesk.gui.files.keeping._RETRY_MS", 0)
    _fill(document, "马")
    with monkeypatch.context() as full:
        full.setattr("os.write", _fail)
        for name in ("马志", "马志宏"):
            _fill(document, name)
    assert _journal(folder).project.report.field(SIGNER) == "马"


def test_a_journal_that_could_not_be_written_is_tried_again_without_another_change(
    window: MainWindow, document: Document, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as full:
        full.setattr("os.write", _fail)
        _fill(document, "马")
    window.keeping.sync()
    assert _journals(folder) == []
    monkeypatch.setattr("xjdesk.gui.files.keeping._RETRY_MS", 0)
    window.keeping.sync()
    assert _journal(folder).project.report == document.report


def test_once_a_journal_is_written_the_next_one_begins_at_once(
    window: MainWindow,
    document: Document,
    dialogs: FakeDialogs,
    folder: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    with monkeypatch.context() as full:
        full.setattr("os.write", _fail)
        _fill(document, "马")
    with monkeypatch.context() as later:
        later.setattr("xjdesk.gui.files.keeping._RETRY_MS", 0)
        _fill(document, "马志")
    dialogs.to_save = tmp_path / "a.xjd"
    assert window.files.save()
    _fill(document, "马志宏")
    assert _journal(folder).project.report == document.report


def test_a_report_too_large_for_any_file_is_told_once_and_hinders_nobody(
    empty_window: MainWindow, project: Project, document: Document, folder: Path
) -> None:
    large = replace(project, originals={"来文.txt": bytes(MOST_BYTES)})
    empty_window.show_document(Document(large, document.form, None))
    assert empty_window.document is not None
    _fill(empty_window.document, "马")
    assert "恢复记录没有写成" in empty_window.ui.statusBar.currentMessage()
    assert _journals(folder) == []
