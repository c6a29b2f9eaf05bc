"""What the menu 帮助 does."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from xjdesk import __version__
from xjdesk.gui.dialogs import Dialogs
from xjdesk.gui.forms.ui_main_window import Ui_MainWindow
from xjdesk.gui.program_name import PROGRAM
from xjdesk.gui.services import Services

if TYPE_CHECKING:
    # Loaded when help is first wanted.
    from xjdesk.gui.help.window import HelpWindow


class HelpActions(QObject):
    """Opens the help beside the window, the folder of logs, and what the program is."""

    def __init__(
        self,
        window: QWidget,
        ui: Ui_MainWindow,
        services: Services,
        dialogs: Dialogs,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._window = window
        self._services = services
        self._dialogs = dialogs
        self._help: HelpWindow | None = None
        ui.actionHelp.triggered.connect(self.show_help)
        ui.actionOpenLogFolder.triggered.connect(self._open_log_folder)
        ui.actionAbout.triggered.connect(self._show_about)

    def show_help(self) -> None:
        """Show the help, in front of the window."""
        if self._help is None:
            from xjdesk.gui.help.window import HelpWindow

            self._help = HelpWindow(self._services.resource, self._window)
        self._help.show()
        self._help.raise_()
        self._help.activateWindow()

    def _open_log_folder(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._services.log_folder)))

    def _show_about(self) -> None:
        self._dialogs.show_about(
            f"{PROGRAM} {__version__}\n\n编写、审核、打印和报送政府信息公开工作年度报告。\n"
            "本程序不联网，所有数据只在本机。\n\n木兰宽松许可证，第2版"
        )
