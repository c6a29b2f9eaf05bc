"""What is left in memory of documents that are closed."""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, QTimer

from xjdesk.gui.document import Document


class ClosedDocuments(QObject):
    """Takes back the memory of a document, and of all that showed it, as soon as they are gone.

    They refer to each other in circles, which Python finds only when it looks for them. Left to
    itself it would let a dozen documents pass before it does, and might do it on the thread that
    sets pages, in the middle of typing.
    """

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._take_back)

    def end(self, document: Document) -> None:
        """Delete the document, after the widgets that are to be deleted already."""
        document.destroyed.connect(self._take_back_soon)
        document.deleteLater()

    def _take_back_soon(self) -> None:
        # Not now: what is being destroyed is still in the middle of it.
        self._timer.start()

    def _take_back(self) -> None:
        gc.collect()
