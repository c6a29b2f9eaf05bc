"""Opening a window that lists something, once for the open document."""

from __future__ import annotations

from abc import ABC, abstractmethod
from typing import TYPE_CHECKING, Generic, TypeVar

from PySide6.QtWidgets import QWidget

from xjdesk.gui.document import Document
from xjdesk.gui.shell import Shell

if TYPE_CHECKING:
    from xjdesk.gui.list_window import ListWindow

_W = TypeVar("_W", bound="ListWindow")


class ListWindowOpener(ABC, Generic[_W]):
    """Keeps the one window for the open document, which is made when it is wanted first."""

    def __init__(self, shell: Shell, parent: QWidget) -> None:
        self._shell = shell
        self._parent = parent
        self.window: _W | None = None

    def show(self) -> None:
        """Show it, in front, with what stands in the open editor as well."""
        self._shell.commit_pending()
        document = self._shell.document
        if document is None:
            return
        if self.window is None:
            self.window = self._made(document)
        if self.window is not None:
            self.window.show()
            self.window.raise_()
            self.window.activateWindow()

    def close(self) -> None:
        """Put it away: its document is closed."""
        window, self.window = self.window, None
        if window is not None:
            window.close()
            window.deleteLater()

    @abstractmethod
    def _made(self, document: Document) -> _W | None:
        """A window on the document; None when it cannot be shown yet, which was told."""
