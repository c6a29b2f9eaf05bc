"""Everything in the menus of a window, with where it stands and its keys as people say them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QMenuBar

_SIGNS = {
    "+": "加号",
    "=": "等号",
    "-": "减号",
    "/": "/",
    "'": "撇号",
    "Left": "←",
    "Right": "→",
    "Up": "↑",
    "Down": "↓",
    "Return": "回车",
    "Esc": "Esc",
    "Del": "Delete",
}
_MNEMONIC = re.compile(r"\(&.\)|&(?!&)")


@dataclass(frozen=True, slots=True)
class MenuCommand:
    """An entry of a menu: `path` are the menus it stands in, the topmost first."""

    action: QAction
    name: str
    path: tuple[str, ...]
    keys: tuple[str, ...]


def menu_commands(bar: QMenuBar, passed_over: tuple[QMenu, ...] = ()) -> list[MenuCommand]:
    """All entries of the menus, in their order, but for those menus that are filled when opened."""
    return [
        command
        for action in bar.actions()
        if isinstance(menu := action.menu(), QMenu)
        for command in _commands(menu, (), passed_over)
    ]


def plain_name(text: str) -> str:
    """The words of an entry without its access key and its dots."""
    return _MNEMONIC.sub("", text).replace("&&", "&").removesuffix("…")


def key_name(key: QKeySequence) -> str:
    """A key as people say it: Ctrl+加号, Alt+Shift+←."""
    written = key.toString(QKeySequence.SequenceFormat.PortableText)
    held, last = (written[:-1], "+") if written.endswith("+") else _split(written)
    return held + _SIGNS.get(last, last)


def _split(written: str) -> tuple[str, str]:
    held, plus, last = written.rpartition("+")
    return held + plus, last


def _commands(
    menu: QMenu, above: tuple[str, ...], passed_over: tuple[QMenu, ...]
) -> Iterator[MenuCommand]:
    path = (*above, plain_name(menu.title()))
    for action in menu.actions():
        inner = action.menu()
        if action.isSeparator() or inner in passed_over:
            continue
        if isinstance(inner, QMenu):
            yield from _commands(inner, path, passed_over)
        else:
            keys = tuple(map(key_name, action.shortcuts()))
            yield MenuCommand(action, plain_name(action.text()), path, keys)
