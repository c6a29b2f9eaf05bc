from __future__ import annotations

import re
from collections import Counter

import pytest
from PySide6.QtCore import SIGNAL, QObject
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu

from xjdesk.gui.commands.menu_walk import key_name, menu_commands, plain_name
from xjdesk.gui.main_window import MainWindow


@pytest.mark.parametrize(
    ("key", "name"),
    [
        ("Ctrl+S", "Ctrl+S"),
        ("Ctrl++", "Ctrl+加号"),
        ("Ctrl+-", "Ctrl+减号"),
        ("Alt+Shift+Left", "Alt+Shift+←"),
        ("F12", "F12"),
        ("Ctrl+'", "Ctrl+撇号"),
    ],
)
def test_keys_are_named_as_people_say_them(key: str, name: str) -> None:
    assert key_name(QKeySequence(key)) == name


@pytest.mark.parametrize(
    ("text", "name"), [("保存(&S)", "保存"), ("打开(&O)…", "打开"), ("A && B", "A & B")]
)
def test_a_name_is_without_access_key_and_dots(text: str, name: str) -> None:
    assert plain_name(text) == name


def test_every_entry_of_the_menus_is_found_with_its_path(window: MainWindow) -> None:
    found = {command.name: command for command in menu_commands(window.ui.menuBar)}
    assert found["保存"].path == ("文件",)
    assert found["保存"].keys == ("Ctrl+S",)
    actions = {command.action for command in found.values()}
    named = [window.ui.actionFillTotals, window.ui.actionCommands, window.ui.actionAbout]
    assert actions.issuperset(named)


def test_no_two_actions_share_a_key(window: MainWindow) -> None:
    keys = Counter(
        key.toString()
        for action in set(window.findChildren(QAction))
        for key in action.shortcuts()
        if not key.isEmpty()
    )
    assert [key for key, count in keys.items() if count > 1] == []


def test_no_two_entries_of_a_menu_share_an_access_key(window: MainWindow) -> None:
    menus = [("menu bar", window.ui.menuBar.actions())]
    menus += [(menu.title(), menu.actions()) for menu in window.ui.menuBar.findChildren(QMenu)]
    shared = {}
    for title, actions in menus:
        letters = Counter(
            found[1].upper()
            for action in actions
            if action.isVisible() and (found := re.search(r"&([^&])", action.text()))
        )
        doubled = [letter for letter, count in letters.items() if count > 1]
        if doubled:
            shared[title] = doubled
    assert shared == {}


def test_every_entry_has_an_access_key(window: MainWindow) -> None:
    own = (window.ui.menuRecent,)
    without = [
        command.name
        for command in menu_commands(window.ui.menuBar, own)
        if not re.search(r"&[^&]", command.action.text())
    ]
    assert without == []


def test_every_entry_does_something(window: MainWindow) -> None:
    """An entry that nobody listens to, alone or in its group, would be a promise not kept."""
    idle = QAction("无人理会(&0)", window)
    window.ui.menuFile.addAction(idle)
    unheard = [
        command.action
        for command in menu_commands(window.ui.menuBar, (window.ui.menuRecent,))
        if not _is_heard(command.action)
    ]
    assert unheard == [idle]


def _is_heard(action: QAction) -> bool:
    group = action.actionGroup()
    if group is not None:
        return _receivers(group, "triggered(QAction*)") > 0
    # The menu itself listens to its actions.
    return _receivers(action, "triggered(bool)") > 1 or _receivers(action, "toggled(bool)") > 0


def _receivers(sender: QObject, signal: str) -> int:
    # PySide6 takes what SIGNAL makes, and tells type checkers otherwise.
    found: int = getattr(sender, "receivers")(SIGNAL(signal))  # noqa: B009
    return found
