"""Whether a dock is to be seen."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QDockWidget


class DockSight(QObject):
    """Looks whether a dock is to be seen, when that may have changed.

    Signals:
        looked: It was looked at; `is_seen` tells how it is.
    """

    looked = Signal()

    def __init__(self, dock: QDockWidget) -> None:
        super().__init__(dock)
        self._dock = dock
        # What Qt tells of a dock that goes behind another or floats is not yet true when it does.
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.timeout.connect(self.looked)
        dock.visibilityChanged.connect(self.look_later)

    @property
    def is_seen(self) -> bool:
        """Whether the dock is to be seen: not closed, and not behind another one."""
        return self._dock.isVisible() and not self._dock.visibleRegion().isEmpty()

    def look_later(self) -> None:
        """Look once what is being done is done."""
        self._later.start(0)
