"""What the findings about one place are, from edit to edit."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from xjdesk.checks.finding import Finding
from xjdesk.core.address import Place
from xjdesk.gui.document import Document, Edit


class PlaceWatch(QObject):
    """Watches the findings at `place`.

    Signals:
        changed: They are others now.
    """

    changed = Signal()

    def __init__(self, document: Document, place: Place, parent: QObject) -> None:
        super().__init__(parent)
        self._document = document
        self._place = place
        self._findings = document.index.at(place)
        document.changed.connect(self._on_changed)
        document.findings_changed.connect(self._look)

    @property
    def findings(self) -> tuple[Finding, ...]:
        """The open ones, gravest first."""
        return self._findings

    def _on_changed(self, edit: Edit) -> None:
        self._look()

    def _look(self) -> None:
        found = self._document.index.at(self._place)
        if found != self._findings:
            self._findings = found
            self.changed.emit()
