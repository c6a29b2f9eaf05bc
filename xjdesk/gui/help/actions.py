"""What the menu 帮助 does."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication, QWidget

from xjdesk import __version__
from xjdesk.gui.dialogs import Dialogs
from xjdesk.gui.forms.ui_main_window import Ui_MainWindow
from xjdesk.gui.program_name import PROGRAM
from xjdesk.gui.services import Services
from xjdesk.gui.shell import Shell

if TYPE_CHECKING:
    # Loaded when help is first wanted.
    from xjdesk.gui.help.manual import Topic
    from xjdesk.gui.help.window import HelpWindow


class HelpActions(QObject):
    """Opens the manual beside the window, the folder of logs, and what the program is."""

    def __init__(
        self,
        window: QWidget,
        shell: Shell,
        ui: Ui_MainWindow,
        services: Services,
        dialogs: Dialogs,
    ) -> None:
        super().__init__(window)
        self._window, self._shell, self._ui = window, shell, ui
        self._services = services
        self._dialogs = dialogs
        self.window: HelpWindow | None = None
        ui.actionHelp.triggered.connect(self.show_help)
        ui.actionQuickStart.triggered.connect(self.show_quick_start)
        ui.actionOpenLogFolder.triggered.connect(self._open_log_folder)
        ui.actionAbout.triggered.connect(self._show_about)

    def show_help(self) -> None:
        """Show the page about what the user is working in."""
        from xjdesk.gui.help.topic import topic_of

        focus = QApplication.focusWidget()
        self._show(topic_of(self._shell, self._ui.previewDock, focus))

    def show_quick_start(self) -> None:
        """Show the first steps."""
        from xjdesk.gui.help.manual import Topic

        self._show(Topic.START)

    def close(self) -> None:
        """Put the manual away with the window."""
        if self.window is not None:
            self.window.close()

    def _show(self, topic: Topic) -> None:
        if self.window is None:
            self.window = self._made()
        self.window.open(self.window.manual.about(topic))

    def _made(self) -> HelpWindow:
        from xjdesk.gui.commands.key_list import keys_of_menus, other_keys
        from xjdesk.gui.commands.menu_walk import menu_commands
        from xjdesk.gui.help.manual import read_manual
        from xjdesk.gui.help.window import HelpWindow

        services, passed_over = self._services, (self._ui.menuRecent,)
        of_menus = keys_of_menus(menu_commands(self._ui.menuBar, passed_over))
        manual = read_manual(services.resource, [*of_menus, *other_keys(services.resource)])
        return HelpWindow(manual, services.resource, services.settings, self._window)

    def _open_log_folder(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._services.log_folder)))

    def _show_about(self) -> None:
        self._dialogs.show_about(
            f"{PROGRAM} {__version__}\n\n编写、审核、打印和报送政府信息公开工作年度报告。\n"
            "本程序不联网，所有数据只在本机。\n\n木兰宽松许可证，第2版"
        )
