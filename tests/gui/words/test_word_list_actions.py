from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from pytestqt.qtbot import QtBot

from xjdesk.checks.check_data import CheckData, LoadedCheckData
from xjdesk.core.word_list import WordList, plain_entry
from xjdesk.gui.document import Document
from xjdesk.gui.main_window import MainWindow
from xjdesk.gui.services import Services
from xjdesk.storage.user_words import WordPair

if TYPE_CHECKING:
    from tests.gui.conftest import FakeDialogs

_PAIRS = (WordPair("固源市", "固原市"), WordPair("回答", "答复"))


@pytest.fixture
def wordy_window(services: Services, dialogs: FakeDialogs, qtbot: QtBot) -> Iterator[MainWindow]:
    """A window that checks for the user's words."""

    def load() -> LoadedCheckData:
        pairs = services.user_words.read().pairs
        words = WordList(tuple(plain_entry(pair.wrong, pair.right) for pair in pairs))
        return LoadedCheckData(CheckData(words=words))

    window = MainWindow(replace(services, check_data=load), dialogs)
    window.show()
    yield window
    window.close()
    window.deleteLater()


def test_words_are_kept_without_a_document(
    wordy_window: MainWindow, services: Services, dialogs: FakeDialogs
) -> None:
    dialogs.words = [_PAIRS]
    assert wordy_window.ui.actionWordList.isEnabled()
    wordy_window.ui.actionWordList.trigger()
    assert services.user_words.read().pairs == _PAIRS
    assert "共 2 个词" in wordy_window.ui.statusBar.currentMessage()
    wordy_window.ui.actionWordList.trigger()
    assert [words.pairs for words in dialogs.word_lists] == [(), _PAIRS]


def test_the_open_document_is_checked_with_them_at_once(
    wordy_window: MainWindow, document: Document, dialogs: FakeDialogs, qtbot: QtBot
) -> None:
    wordy_window.show_document(document)
    dialogs.words = [(WordPair("政府信息公开", "政务公开"),)]
    wordy_window.ui.actionWordList.trigger()
    data = document.check_data
    assert data is not None
    assert data.words is not None
    assert [entry.instead for entry in data.words.entries] == ["政务公开"]
    assert not document.is_modified


def test_going_back_keeps_the_words_as_they_were(
    wordy_window: MainWindow, services: Services, dialogs: FakeDialogs
) -> None:
    services.user_words.path.write_text("甲 乙", encoding="utf-8")
    wordy_window.ui.actionWordList.trigger()
    assert services.user_words.path.read_text(encoding="utf-8") == "甲 乙"


def test_a_file_that_cannot_be_read_is_told_and_not_written_over(
    wordy_window: MainWindow, services: Services, dialogs: FakeDialogs
) -> None:
    services.user_words.path.write_bytes(b"\x00\xff")
    dialogs.words = [_PAIRS]
    wordy_window.ui.actionWordList.trigger()
    assert ["不是文本文件" in error.sentence for error in dialogs.errors] == [True]
    assert services.user_words.path.read_bytes() == b"\x00\xff"


def test_words_that_cannot_be_written_are_shown_once_more(
    wordy_window: MainWindow,
    services: Services,
    dialogs: FakeDialogs,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def fail(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", fail)
    dialogs.words = [_PAIRS]
    wordy_window.ui.actionWordList.trigger()
    assert len(dialogs.errors) == 1
    assert [words.pairs for words in dialogs.word_lists] == [(), _PAIRS]
    assert not services.user_words.path.exists()
