"""The files last used, in the list and in the menu, and what becomes of those that are gone."""

from __future__ import annotations

from pathlib import Path
from threading import Event, active_count

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from pytestqt.qtbot import QtBot

from xjdesk.gui.main_window import MainWindow
from xjdesk.gui.recent.recent_files import RecentFiles
from xjdesk.gui.recent.recent_list import RecentList
from xjdesk.gui.recent.start_page import StartPage
from xjdesk.gui.services import Services
from xjdesk.gui.settings import Settings


@pytest.fixture
def there(tmp_path: Path) -> Path:
    """A file that is there."""
    path = tmp_path / "有.xjd"
    path.write_bytes(b"x")
    return path


@pytest.fixture
def gone(tmp_path: Path) -> Path:
    """One that is not, in a folder that is not."""
    return tmp_path / "U盘" / "无.xjd"


@pytest.fixture
def settings(services: Services, there: Path, gone: Path) -> Settings:
    """Settings that remember both, the one that is gone latest."""
    for path in (there, gone):
        services.settings.add_recent_file(path)
    return services.settings


@pytest.fixture
def recent(settings: Settings) -> RecentFiles:
    return RecentFiles(settings)


def _is_known(recent: RecentFiles) -> bool:
    return any(file.is_missing for file in recent.files())


def test_files_that_are_gone_are_told_from_those_that_are_there(
    recent: RecentFiles, there: Path, gone: Path, qtbot: QtBot
) -> None:
    assert not _is_known(recent)
    recent.look()
    qtbot.waitUntil(lambda: _is_known(recent))
    first, second = recent.files()
    assert (first.path, first.is_missing, first.changed) == (gone, True, None)
    assert (second.path, second.is_missing) == (there, False)
    assert second.changed is not None


def test_nobody_waits_for_a_drive_that_does_not_answer(
    recent: RecentFiles, gone: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    answers = Event()

    def hang(_path: Path) -> None:
        answers.wait(20)
        raise OSError("the network path was not found")

    monkeypatch.setattr("os.stat", hang)
    threads = active_count()
    for _ in range(3):
        recent.look()
    assert active_count() == threads + 1
    assert [file.is_missing for file in recent.files()] == [False, False]
    answers.set()
    qtbot.waitUntil(lambda: all(file.is_missing for file in recent.files()))
    monkeypatch.undo()
    recent.look()
    qtbot.waitUntil(lambda: not recent.files()[1].is_missing)


def test_a_file_that_comes_back_is_marked_no_more(
    recent: RecentFiles, gone: Path, qtbot: QtBot
) -> None:
    recent.look()
    qtbot.waitUntil(lambda: _is_known(recent))
    gone.parent.mkdir()
    gone.write_bytes(b"x")
    recent.look()
    qtbot.waitUntil(lambda: not _is_known(recent))


def test_the_list_says_so_in_words_and_by_a_sign(recent: RecentFiles, qtbot: QtBot) -> None:
    shown = RecentList(recent)
    qtbot.addWidget(shown)
    recent.look()
    qtbot.waitUntil(lambda: "找不到" in shown.item(0).text())
    assert "修改" in shown.item(1).text()
    signs = [shown.item(row).icon().pixmap(16).toImage() for row in range(2)]
    assert signs[0] != signs[1]


def test_enter_opens_and_delete_takes_off_the_list(
    recent: RecentFiles, settings: Settings, there: Path, gone: Path, qtbot: QtBot
) -> None:
    shown = RecentList(recent)
    qtbot.addWidget(shown)
    shown.setCurrentRow(1)
    with qtbot.waitSignal(shown.chosen) as picked:
        qtbot.keyClick(shown, Qt.Key.Key_Return)
    assert picked.args == [there]
    shown.setCurrentRow(0)
    qtbot.keyClick(shown, Qt.Key.Key_Delete)
    assert settings.recent_files() == (there,)
    assert shown.count() == 1


def _entries(window: MainWindow) -> list[QAction]:
    window.ui.menuRecent.aboutToShow.emit()
    return [action for action in window.ui.menuRecent.actions() if not action.isSeparator()]


def test_the_menu_marks_them_too_and_can_be_cleared(
    settings: Settings, empty_window: MainWindow, qtbot: QtBot
) -> None:
    first, _second, clear = _entries(empty_window)
    qtbot.waitUntil(lambda: first.text().endswith("（找不到）"))
    empty_window.ui.menuRecent.triggered.emit(clear)
    assert settings.recent_files() == ()
    assert [action.isEnabled() for action in _entries(empty_window)] == [False]


def test_the_start_page_is_ready_for_the_keyboard(empty_window: MainWindow, qtbot: QtBot) -> None:
    page = empty_window.findChild(StartPage)
    assert isinstance(page, StartPage)
    empty_window.activateWindow()
    qtbot.waitUntil(page.buttons[0].hasFocus)
    assert page.buttons[0].defaultAction() is empty_window.ui.actionNew
    with qtbot.waitSignal(empty_window.ui.actionNew.triggered):
        qtbot.keyClick(page.buttons[0], Qt.Key.Key_Return)


def test_the_sample_is_a_copy_that_asks_for_nothing(empty_window: MainWindow) -> None:
    empty_window.ui.actionSample.trigger()
    document = empty_window.document
    assert document is not None
    assert document.report.values
    assert document.path is None
    assert not document.is_modified
    assert "副本" in empty_window.ui.statusBar.currentMessage()
