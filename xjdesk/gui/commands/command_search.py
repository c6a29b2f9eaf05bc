"""Finding a command, a tab or a recent file by typing: Ctrl+Shift+P."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMainWindow

from xjdesk.gui.commands.menu_walk import MenuCommand, menu_commands
from xjdesk.gui.commands.when_active import WhenActive
from xjdesk.gui.document import Document
from xjdesk.gui.files.file_actions import FileActions
from xjdesk.gui.forms.ui_main_window import Ui_MainWindow
from xjdesk.gui.icons import Resource
from xjdesk.gui.searching.choices import SearchChoice
from xjdesk.gui.settings import Settings
from xjdesk.gui.shell import Shell

if TYPE_CHECKING:
    # Loaded when it is wanted.
    from xjdesk.gui.searching.popup import SearchPopup

_HINT = "输入命令、标签页或最近文件名称中的几个字"
_NO_DOCUMENT, _NOT_NOW = "没有打开的报告", "现在没有可做的"


@dataclass(frozen=True, slots=True)
class _Tab:
    """A tab that can be opened."""

    number: int


class CommandSearch(QObject):
    """Offers all that can be done or opened, and does what is chosen where the focus was before."""

    def __init__(
        self,
        window: QMainWindow,
        shell: Shell,
        ui: Ui_MainWindow,
        files: FileActions,
        settings: Settings,
        resource: Resource,
    ) -> None:
        super().__init__(window)
        self._window, self._shell, self._ui = window, shell, ui
        self._files, self._settings, self._resource = files, settings, resource
        self._words: Mapping[str, str] | None = None
        self._when_active = WhenActive(window)
        self.popup: SearchPopup | None = None
        ui.actionCommands.triggered.connect(self.show)

    def show(self) -> None:
        """Show the window to search in."""
        if self.popup is None:
            from xjdesk.gui.searching.popup import SearchPopup

            self.popup = SearchPopup("搜索命令", _HINT, self._window)
            self.popup.setObjectName("command-search")
            self.popup.chosen.connect(self._on_chosen)
        self.popup.offer([*self._commands(), *self._tabs(), *self._recent_files()])

    def _commands(self) -> list[SearchChoice]:
        if self._words is None:
            self._words = read_command_words(self._resource)
        passed_over = (self._ui.menuRecent,)
        return [
            _command_choice(command, self._shell.document, self._words)
            for command in menu_commands(self._ui.menuBar, passed_over)
            if command.action is not self._ui.actionCommands
        ]

    def _tabs(self) -> list[SearchChoice]:
        workspace = self._shell.workspace
        numbers = range(workspace.count() if workspace is not None else 0)
        return [
            SearchChoice(f"转到 {workspace.page_title(number)}", _Tab(number), "标签页")
            for number in numbers
            if workspace is not None
        ]

    def _recent_files(self) -> list[SearchChoice]:
        return [
            SearchChoice(f"打开 {path.name}", path, "最近文件", also=str(path.parent))
            for path in self._settings.recent_files()
        ]

    def _on_chosen(self, choice: SearchChoice) -> None:
        match choice.meant:
            case QAction() as action:
                # What it works on is what has the focus once the window has it again.
                self._when_active.do(action.trigger)
            case _Tab(number):
                workspace = self._shell.workspace
                if workspace is not None:
                    workspace.setCurrentIndex(number)
            case Path() as path:
                self._files.open_path(path)
            case _:
                pass


def read_command_words(resource: Resource) -> Mapping[str, str]:
    """Other words by which people look for a command, by the name of its action."""
    text = resource("phrases", "command-words.toml").read_text(encoding="utf-8")
    return {name: " ".join(words) for name, words in tomllib.loads(text).items()}


def _command_choice(
    command: MenuCommand, document: Document | None, words: Mapping[str, str]
) -> SearchChoice:
    refusal = ""
    if not command.action.isEnabled():
        refusal = _NOT_NOW if document is not None else _NO_DOCUMENT
        if document is not None and not document.access.can_edit:
            refusal = document.access.reason.rstrip("。")
    return SearchChoice(
        name=command.name,
        meant=command.action,
        detail=" › ".join(command.path),
        key="，".join(command.keys[:1]),
        also=words.get(command.action.objectName(), ""),
        refusal=refusal,
    )
