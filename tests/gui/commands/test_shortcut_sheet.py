from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtWidgets import QPushButton, QTreeWidget
from pytestqt.qtbot import QtBot

from xjdesk.gui.commands.key_list import as_text, keys_holding, keys_of_menus, other_keys
from xjdesk.gui.commands.menu_walk import key_name, menu_commands
from xjdesk.gui.commands.shortcut_sheet import ShortcutSheet
from xjdesk.gui.main_window import MainWindow
from xjdesk.resource_files import resource


@pytest.fixture
def sheet(window: MainWindow, qtbot: QtBot) -> ShortcutSheet:
    window.ui.actionShortcuts.trigger()
    sheet = window.shortcuts.sheet
    assert sheet is not None
    qtbot.addWidget(sheet)
    return sheet


def _shown(tree: QTreeWidget) -> list[tuple[str, str]]:
    heads = (tree.topLevelItem(row) for row in range(tree.topLevelItemCount()))
    return [
        (head.child(row).text(0), head.child(row).text(1))
        for head in heads
        for row in range(head.childCount())
    ]


def test_every_action_with_a_key_is_listed(window: MainWindow) -> None:
    groups = keys_of_menus(menu_commands(window.ui.menuBar))
    listed = {key for group in groups for entry in group.entries for key in entry.keys.split("，")}
    keys = {
        key_name(key)
        for action in window.findChildren(QAction)
        if action.objectName()
        for key in action.shortcuts()
    }
    assert keys <= listed


def test_the_sheet_shows_keys_of_menus_and_of_the_grid(sheet: ShortcutSheet) -> None:
    shown = _shown(sheet.list)
    assert ("Ctrl+S", "保存") in shown
    assert ("F2", "修改格中原有内容，再按一次改回直接键入") in shown


def test_words_narrow_the_list(sheet: ShortcutSheet, qtbot: QtBot) -> None:
    sheet.line.setText("ctrl+d")
    assert _shown(sheet.list) == [("Ctrl+D", "向下填充")]


def test_escape_closes_it(sheet: ShortcutSheet, qtbot: QtBot) -> None:
    qtbot.keyClick(sheet.line, Qt.Key.Key_Escape)
    assert not sheet.isVisible()


def test_all_keys_are_copied_as_text(sheet: ShortcutSheet, qtbot: QtBot) -> None:
    (copy,) = (b for b in sheet.findChildren(QPushButton) if b.text().startswith("复制"))
    copy.click()
    assert "Ctrl+S\t保存" in QGuiApplication.clipboard().text().splitlines()


def test_the_keys_that_no_menu_shows_are_all_told() -> None:
    groups = other_keys(resource)
    assert all(entry.keys and entry.does for group in groups for entry in group.entries)
    assert keys_holding("", groups) == groups
    assert all(entry.does in as_text(groups) for group in groups for entry in group.entries)
