"""Windows beside the main one that list what stands in a document."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from xjdesk.gui.document import Document, Edit

_SETTLE_MS = 300
"""How long typing has to rest before the list is made anew."""


class ListWindow(QWidget):
    """Lists something of one document, and follows its edits while it is seen; Esc closes it."""

    def __init__(self, title: str, size_em: QSize, document: Document, parent: QWidget) -> None:
        """`size_em` is its size in 字, as far as the screen has room."""
        super().__init__(parent, Qt.WindowType.Window)
        self.setWindowTitle(title)
        self.setAccessibleName(title)
        em = self.fontMetrics().horizontalAdvance("国")
        self.resize((size_em * em).boundedTo(parent.screen().availableSize()))
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(_SETTLE_MS)
        self._later.timeout.connect(self.refresh)
        document.changed.connect(self._on_changed)

    def refresh(self) -> None:
        """Make the list as things are now."""
        raise NotImplementedError

    def refresh_later(self) -> None:
        """The same, once nothing more has changed for a moment."""
        if self.isVisible():
            self._later.start()

    def first_focus(self) -> QWidget:
        """What the keys work on when it is shown."""
        raise NotImplementedError

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.refresh()
        self.first_focus().setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close()
        else:
            super().keyPressEvent(event)

    def _on_changed(self, edit: Edit) -> None:
        self.refresh_later()
