from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.gui.conftest import FakeDialogs
from xjdesk.gui.commands.command_search import read_command_words
from xjdesk.gui.commands.menu_walk import menu_commands
from xjdesk.gui.field_editors import LineEditor
from xjdesk.gui.main_window import MainWindow
from xjdesk.gui.searching.popup import SearchPopup
from xjdesk.gui.services import Services
from xjdesk.resource_files import resource

Key = Qt.Key


def _popup(window: MainWindow, qtbot: QtBot) -> SearchPopup:
    window.ui.actionCommands.trigger()
    popup = window.commands.popup
    assert popup is not None
    qtbot.addWidget(popup)
    qtbot.waitUntil(popup.line.hasFocus)
    return popup


def test_a_command_found_is_done(window: MainWindow, dialogs: FakeDialogs, qtbot: QtBot) -> None:
    popup = _popup(window, qtbot)
    popup.line.setText("关于")
    qtbot.keyClick(popup.line, Key.Key_Return)
    qtbot.waitUntil(lambda: any("西吉填报" in note for note in dialogs.notes))


def test_it_works_on_what_had_the_focus_before(window: MainWindow, qtbot: QtBot) -> None:
    line = window.findChild(LineEditor, "field-letterhead-issuer")
    assert isinstance(line, LineEditor)
    line.setFocus()
    line.selectAll()
    popup = _popup(window, qtbot)
    popup.line.setText("复制")
    qtbot.keyClick(popup.line, Key.Key_Return)
    clipboard = QApplication.clipboard()
    qtbot.waitUntil(lambda: clipboard.text() == line.text())
    assert line.hasFocus()


def test_a_command_is_found_by_another_word_for_it(window: MainWindow, qtbot: QtBot) -> None:
    popup = _popup(window, qtbot)
    popup.line.setText("存盘")
    assert popup.shown_names()[0] == "保存"


def test_a_tab_is_found_and_opened(window: MainWindow, qtbot: QtBot) -> None:
    assert window.workspace is not None
    popup = _popup(window, qtbot)
    popup.line.setText("转到 统计表")
    qtbot.keyClick(popup.line, Key.Key_Return)
    assert window.workspace.page_title(window.workspace.currentIndex()) == "统计表"


def test_a_recent_file_is_found(
    window: MainWindow, services: Services, tmp_path: Path, qtbot: QtBot
) -> None:
    services.settings.add_recent_file(tmp_path / "西吉县2016.xjd")
    popup = _popup(window, qtbot)
    popup.line.setText("西吉县")
    assert popup.shown_names() == ["打开 西吉县2016.xjd"]


def test_what_needs_a_report_says_so_without_one(empty_window: MainWindow, qtbot: QtBot) -> None:
    popup = _popup(empty_window, qtbot)
    popup.line.setText("导出 PDF")
    qtbot.keyClick(popup.line, Key.Key_Return)
    assert popup.isVisible()


def test_the_other_words_are_for_actions_that_exist(window: MainWindow) -> None:
    names = {command.action.objectName() for command in menu_commands(window.ui.menuBar)}
    words = read_command_words(resource)
    assert set(words) <= names
    assert all(words.values())
