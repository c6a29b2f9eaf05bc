"""Opening the change log, and leading from it to what was changed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from xjdesk.gui.document import Document
from xjdesk.gui.shell import Shell

if TYPE_CHECKING:
    from xjdesk.gui.changes.log_window import LogWindow


class ChangeLogActions(QObject):
    """Keeps the one window for the open document."""

    def __init__(self, shell: Shell, parent: QWidget) -> None:
        super().__init__(parent)
        self._shell = shell
        self._parent = parent
        self.window: LogWindow | None = None

    def show(self) -> None:
        """Show what was changed in the open document."""
        self._shell.commit_pending()
        document = self._shell.document
        if document is None:
            return
        if self.window is None:
            self.window = self._made(document)
        self.window.show()
        self.window.raise_()
        self.window.activateWindow()

    def close(self) -> None:
        """Put the window away: its document is closed."""
        window, self.window = self.window, None
        if window is not None:
            window.close()
            window.deleteLater()

    def _made(self, document: Document) -> LogWindow:
        # Loaded when it is wanted.
        from xjdesk.gui.changes.log_window import LogWindow

        window = LogWindow(document, self._parent)
        window.chosen.connect(self._shell.show_place)
        workspace = self._shell.workspace
        if workspace is not None:
            workspace.place_changed.connect(window.follow)
            window.follow(workspace.here())
        return window
