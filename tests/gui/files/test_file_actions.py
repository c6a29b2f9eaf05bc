"""New, open, save, and the question about unsaved changes."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from xjdesk.core.address import CellAddress
from xjdesk.core.change import Change
from xjdesk.core.document_fields import SIGNER
from xjdesk.core.form import Form
from xjdesk.gui.dialogs import Answer
from xjdesk.gui.document import Document
from xjdesk.gui.main_window import MainWindow
from xjdesk.gui.new_report.wanted import NewReport
from xjdesk.gui.open_file import OpenFile
from xjdesk.gui.services import Services
from xjdesk.gui.tables.page import TablePage
from xjdesk.resource_files import resource
from xjdesk.storage.project import Project
from xjdesk.storage.project_file import read_project, write_project

if TYPE_CHECKING:
    from tests.gui.conftest import FakeDialogs

MEETINGS = CellAddress("statistics", "meetings", "count")


def _modify(document: Document) -> None:
    document.submit("填写", [Change(SIGNER, document.report.field(SIGNER), "马志宏")])


def test_a_new_report_is_empty_and_unmodified(
    empty_window: MainWindow, dialogs: FakeDialogs, form: Form
) -> None:
    dialogs.new_report = NewReport(form, 2017)
    empty_window.ui.actionNew.trigger()
    document = empty_window.document
    assert document is not None
    assert document.report.year == 2017
    assert not document.report.values
    assert not document.is_modified


def test_going_back_from_new_leaves_the_document(
    window: MainWindow, document: Document, dialogs: FakeDialogs
) -> None:
    window.ui.actionNew.trigger()
    assert window.document is document


def test_save_reopen_equal(
    window: MainWindow, document: Document, dialogs: FakeDialogs, tmp_path: Path
) -> None:
    path = tmp_path / "西吉 2016.xjd"
    dialogs.to_save = path
    _modify(document)
    window.ui.actionSave.trigger()
    assert not document.is_modified
    report = document.report
    dialogs.to_open = path
    window.ui.actionOpen.trigger()
    assert window.document is not document
    assert window.document is not None
    assert window.document.report == report
    assert window.document.path == path


def test_the_first_save_proposes_issuer_and_year(
    window: MainWindow, document: Document, dialogs: FakeDialogs
) -> None:
    assert not window.files.save()
    assert dialogs.proposals[0].name == "西吉县人民政府2016年政府信息公开工作年度报告.xjd"
    assert document.path is None


def test_a_later_save_asks_nothing(
    window: MainWindow, document: Document, dialogs: FakeDialogs, tmp_path: Path
) -> None:
    document.mark_saved(OpenFile(tmp_path / "a.xjd"))
    _modify(document)
    assert window.files.save()
    assert dialogs.proposals == []
    assert read_project(tmp_path / "a.xjd").report == document.report


def test_saving_takes_what_stands_in_an_open_editor(
    window: MainWindow, document: Document, tmp_path: Path, qtbot: QtBot
) -> None:
    document.mark_saved(OpenFile(tmp_path / "a.xjd"))
    window.show_place(MEETINGS)
    assert window.workspace is not None
    page = window.workspace.page(window.workspace.currentIndex())
    assert isinstance(page, TablePage)
    view = page.view
    qtbot.keyClick(view, Qt.Key.Key_4)
    editor = view.indexWidget(view.currentIndex())
    assert isinstance(editor, QLineEdit)
    qtbot.keyClick(editor, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    assert read_project(tmp_path / "a.xjd").report.value(MEETINGS) == 4
    assert not document.is_modified


@pytest.mark.parametrize(
    ("answer", "closes", "saved"),
    [(Answer.SAVE, True, True), (Answer.DISCARD, True, False), (Answer.CANCEL, False, False)],
)
def test_closing_a_modified_document_asks(
    window: MainWindow,
    document: Document,
    dialogs: FakeDialogs,
    tmp_path: Path,
    answer: Answer,
    closes: bool,
    saved: bool,
) -> None:
    path = tmp_path / "a.xjd"
    document.mark_saved(OpenFile(path))
    _modify(document)
    dialogs.answer = answer
    assert window.close() == closes
    assert dialogs.asked == ["a.xjd"]
    assert path.exists() == saved
    assert window.isVisible() == (not closes)


def test_an_unmodified_document_is_closed_without_a_question(
    window: MainWindow, dialogs: FakeDialogs
) -> None:
    assert window.close()
    assert dialogs.asked == []


def test_a_save_that_is_given_up_keeps_the_window_open(
    window: MainWindow, document: Document, dialogs: FakeDialogs
) -> None:
    _modify(document)
    dialogs.answer = Answer.SAVE
    assert not window.close()
    assert window.document is document


def test_a_save_that_fails_is_told_and_keeps_the_document_modified(
    window: MainWindow, document: Document, dialogs: FakeDialogs, tmp_path: Path
) -> None:
    dialogs.to_save = tmp_path / "no such folder" / "a.xjd"
    _modify(document)
    assert not window.files.save()
    assert "没有写成" in dialogs.write_questions[0].error.sentence
    assert document.is_modified
    assert document.path is None


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04 broken", "不是项目".encode()])
def test_a_broken_file_is_told_in_one_sentence_and_the_window_stays(
    window: MainWindow, document: Document, dialogs: FakeDialogs, tmp_path: Path, content: bytes
) -> None:
    path = tmp_path / "坏.xjd"
    path.write_bytes(content)
    window.files.open_path(path)
    assert len(dialogs.errors) == 1
    assert "坏.xjd" in dialogs.errors[0].sentence
    assert window.document is document


def test_text_is_imported_as_a_modified_document(
    empty_window: MainWindow, dialogs: FakeDialogs, tmp_path: Path
) -> None:
    path = tmp_path / "报告.txt"
    path.write_bytes(resource("samples", "xiji-2016.txt").read_bytes())
    empty_window.files.open_path(path)
    document = empty_window.document
    assert document is not None
    assert document.report.value(MEETINGS) == 0
    assert document.path is None
    assert document.is_modified
    assert empty_window.isWindowModified()
    assert dialogs.asked == ["报告.txt"]
    assert "原文件没有改动" in empty_window.statusBar().currentMessage()


def test_recent_files_are_offered_and_a_lost_one_is_forgotten(
    empty_window: MainWindow,
    services: Services,
    dialogs: FakeDialogs,
    project: Project,
    tmp_path: Path,
) -> None:
    kept, lost = tmp_path / "在.xjd", tmp_path / "不在.xjd"
    for path in (kept, lost):
        write_project(path, project)
        empty_window.files.open_path(path)
    lost.unlink()
    menu = empty_window.ui.menuRecent
    menu.aboutToShow.emit()
    assert [action.data() for action in menu.actions()][:2] == [str(lost), str(kept)]
    menu.actions()[0].trigger()
    assert "找不到文件" in dialogs.errors[0].sentence
    assert services.settings.recent_files() == (kept,)


def test_opening_another_file_asks_about_unsaved_changes(
    window: MainWindow, document: Document, dialogs: FakeDialogs, project: Project, tmp_path: Path
) -> None:
    write_project(tmp_path / "b.xjd", project)
    dialogs.to_open = tmp_path / "b.xjd"
    _modify(document)
    window.ui.actionOpen.trigger()
    assert window.document is document
    dialogs.answer = Answer.DISCARD
    window.ui.actionOpen.trigger()
    assert window.document is not document
    assert window.document is not None
    assert not window.ui.actionUndo.isEnabled()


def test_the_folder_of_an_imported_text_is_where_saving_begins(
    empty_window: MainWindow, dialogs: FakeDialogs, tmp_path: Path
) -> None:
    text = tmp_path / "来文" / "报告.txt"
    text.parent.mkdir()
    text.write_bytes(resource("samples", "xiji-2016.txt").read_bytes())
    empty_window.files.open_path(text)
    empty_window.ui.actionSave.trigger()
    assert dialogs.proposals[-1].parent == text.parent


def test_a_deleted_recent_file_leaves_the_start_page_and_one_on_a_lost_disk_stays(
    empty_window: MainWindow, services: Services, tmp_path: Path
) -> None:
    deleted, unplugged = tmp_path / "a.xjd", tmp_path / "stick" / "b.xjd"
    services.settings.add_recent_file(unplugged)
    services.settings.add_recent_file(deleted)
    for path in (deleted, unplugged):
        empty_window.files.open_path(path)
    assert services.settings.recent_files() == (unplugged,)
