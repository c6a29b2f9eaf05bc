"""What the actions of menu and tool bar need of the window."""

from __future__ import annotations

from typing import Protocol

from xjdesk.core.address import Place
from xjdesk.gui.document import Document
from xjdesk.gui.findings.panel import FindingsPanel
from xjdesk.gui.workspace import Workspace


class Shell(Protocol):
    """The window as its actions see it."""

    @property
    def document(self) -> Document | None:
        """The open document."""
        ...

    @property
    def workspace(self) -> Workspace | None:
        """The tabs of the open document."""
        ...

    @property
    def findings_panel(self) -> FindingsPanel | None:
        """The list of findings of the open document."""
        ...

    def show_document(self, document: Document) -> None:
        """Make `document` the open one; the one before is closed without a question."""
        ...

    def show_place(self, place: Place) -> None:
        """Lead to a place in the document."""
        ...

    def commit_pending(self) -> None:
        """Hand over to the document what stands in an open editor."""
        ...

    def show_recent(self) -> None:
        """Show the recent files as they are now, where they are shown."""
        ...

    def tell(self, sentence: str) -> None:
        """Say something in the status bar for a while."""
        ...
