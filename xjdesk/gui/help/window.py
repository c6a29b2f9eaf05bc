"""The window that shows the quick start."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QTextBrowser, QVBoxLayout, QWidget

from xjdesk.gui.icons import Resource

_WIDTH_PX, _HEIGHT_PX = 680, 640


class HelpWindow(QWidget):
    """Shows resources/help/quick-start.md beside the main window."""

    def __init__(self, resource: Resource, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self.setWindowTitle("快速入门")
        self.resize(_WIDTH_PX, _HEIGHT_PX)
        self.text = QTextBrowser(self)
        self.text.setAccessibleName("快速入门")
        self.text.document().setDocumentMargin(16)
        self.text.setMarkdown(resource("help", "quick-start.md").read_text(encoding="utf-8"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.text)
