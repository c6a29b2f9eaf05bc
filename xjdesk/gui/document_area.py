"""The middle of the window while a document is open."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from xjdesk.gui.access import Access
from xjdesk.gui.icons import Icons
from xjdesk.gui.read_only_banner import ReadOnlyBanner
from xjdesk.gui.workspace import Workspace


class DocumentArea(QWidget):
    """The tabs of a document; above them, where it can only be read, why that is so."""

    def __init__(
        self, workspace: Workspace, access: Access, icons: Icons, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.banner: ReadOnlyBanner | None = None
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        if not access.can_edit:
            self.banner = ReadOnlyBanner(access.reason, icons.icon("read-only"), self)
            layout.addWidget(self.banner)
        layout.addWidget(workspace, 1)
