"""Opening the list of all keys: Ctrl+/."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from xjdesk.gui.forms.ui_main_window import Ui_MainWindow
from xjdesk.gui.icons import Resource

if TYPE_CHECKING:
    # Loaded when it is wanted.
    from xjdesk.gui.commands.shortcut_sheet import ShortcutSheet


class ShortcutActions(QObject):
    """Makes the window when it is first wanted."""

    def __init__(self, window: QWidget, ui: Ui_MainWindow, resource: Resource) -> None:
        super().__init__(window)
        self._window, self._ui, self._resource = window, ui, resource
        self.sheet: ShortcutSheet | None = None
        ui.actionShortcuts.triggered.connect(self.show)

    def show(self) -> None:
        """Show the keys, in front of the window."""
        if self.sheet is None:
            from xjdesk.gui.commands.key_list import keys_of_menus, other_keys
            from xjdesk.gui.commands.menu_walk import menu_commands
            from xjdesk.gui.commands.shortcut_sheet import ShortcutSheet

            groups = [*keys_of_menus(menu_commands(self._ui.menuBar)), *other_keys(self._resource)]
            self.sheet = ShortcutSheet(groups, self._window)
        self.sheet.show()
        self.sheet.raise_()
        self.sheet.activateWindow()
