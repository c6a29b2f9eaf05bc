from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from xjdesk.checks.check_data import CheckData, LoadedCheckData
from xjdesk.core.errors import UserError
from xjdesk.core.form import Form
from xjdesk.core.word_list import WordList, plain_entry
from xjdesk.gui.document import Document
from xjdesk.gui.main_window import MainWindow
from xjdesk.gui.services import Services
from xjdesk.storage.project import Project

if TYPE_CHECKING:
    from tests.gui.conftest import FakeDialogs

_DATA = CheckData(words=WordList((plain_entry("固源市", "固原市"),)))


class Loading:
    """Gives the data, counts how often, and complains or fails when it is told to."""

    def __init__(self) -> None:
        self.times = 0
        self.complaints: tuple[str, ...] = ()
        self.error: UserError | None = None

    def load(self) -> LoadedCheckData:
        self.times += 1
        if self.error is not None:
            raise self.error
        return LoadedCheckData(_DATA, self.complaints)


@pytest.fixture
def loading() -> Loading:
    return Loading()


@pytest.fixture
def hidden_window(
    services: Services, dialogs: FakeDialogs, loading: Loading, qtbot: QtBot
) -> Iterator[MainWindow]:
    """A window that is not shown yet."""
    window = MainWindow(replace(services, check_data=loading.load), dialogs)
    yield window
    window.close()
    window.deleteLater()


@pytest.fixture
def unchecked(project: Project, form: Form, hidden_window: MainWindow) -> Document:
    return Document(project, form, None, None)


def _labels(window: MainWindow) -> list[str]:
    assert window.findings_panel is not None
    return [label.text() for label in window.findings_panel.findChildren(QLabel)]


def test_a_document_is_not_checked_before_the_window_is_seen(
    hidden_window: MainWindow, unchecked: Document, loading: Loading, qtbot: QtBot
) -> None:
    hidden_window.show_document(unchecked)
    assert loading.times == 0
    assert unchecked.index.findings == ()
    assert "正在审核……" in _labels(hidden_window)
    with qtbot.waitSignals([unchecked.findings_changed, hidden_window.checking.begun]):
        hidden_window.show()
    assert loading.times == 1
    assert unchecked.index.findings
    assert not unchecked.is_modified
    assert not hidden_window.blanks.meter.isHidden()
    assert "正在审核……" not in _labels(hidden_window)


def test_in_a_window_that_is_seen_it_is_checked_at_once(
    hidden_window: MainWindow, unchecked: Document, loading: Loading
) -> None:
    hidden_window.show()
    hidden_window.show_document(unchecked)
    assert unchecked.check_data == _DATA
    assert unchecked.index.findings


def test_a_document_is_checked_once_though_the_window_is_shown_again(
    hidden_window: MainWindow, unchecked: Document, loading: Loading, qtbot: QtBot
) -> None:
    hidden_window.show()
    hidden_window.show_document(unchecked)
    hidden_window.hide()
    hidden_window.show()
    hidden_window.checking.begin()
    assert loading.times == 1


def test_what_was_loaded_without_some_words_is_told(
    hidden_window: MainWindow, unchecked: Document, loading: Loading
) -> None:
    loading.complaints = ("第3行没有读懂。",)
    hidden_window.show()
    hidden_window.show_document(unchecked)
    assert hidden_window.ui.statusBar.currentMessage() == "第3行没有读懂。"


def test_checks_that_cannot_be_loaded_are_told_and_the_document_stays_open(
    hidden_window: MainWindow, unchecked: Document, loading: Loading, dialogs: FakeDialogs
) -> None:
    loading.error = UserError("用词表有误。")
    hidden_window.show()
    hidden_window.show_document(unchecked)
    assert [error.sentence for error in dialogs.errors] == ["用词表有误。"]
    assert hidden_window.document is unchecked


def test_the_fonts_are_used_for_this_document_and_those_opened_later(
    hidden_window: MainWindow, unchecked: Document, project: Project, form: Form
) -> None:
    hidden_window.show()
    hidden_window.show_document(unchecked)
    hidden_window.checking.use_fonts()
    later = Document(project, form, None, None)
    assert unchecked.check_data is not None
    assert unchecked.check_data.can_print is not None
    hidden_window.show_document(later)
    assert later.check_data is not None
    assert later.check_data.can_print is not None
    assert later.check_data.words == _DATA.words


def test_other_words_leave_the_fonts_as_they_were(
    hidden_window: MainWindow, unchecked: Document, loading: Loading
) -> None:
    hidden_window.show()
    hidden_window.show_document(unchecked)
    hidden_window.checking.use_fonts()
    hidden_window.checking.renew_words()
    assert loading.times == 2
    assert unchecked.check_data is not None
    assert unchecked.check_data.can_print is not None
