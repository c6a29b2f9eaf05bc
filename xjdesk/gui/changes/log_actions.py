"""Opening the change log, and leading from it to what was changed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from xjdesk.gui.document import Document
from xjdesk.gui.list_window_opener import ListWindowOpener

if TYPE_CHECKING:
    from xjdesk.gui.changes.log_window import LogWindow


class ChangeLogActions(ListWindowOpener["LogWindow"]):
    """Opens the window 修改记录."""

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
