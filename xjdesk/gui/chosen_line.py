"""What was chosen, where nothing else can be chosen."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QLineEdit, QWidget

from xjdesk.gui.read_only import make_read_only


class ChosenLine(QLineEdit):
    """Stands for a list to choose from in a document that is only read.

    `chosen` tells what to show. A list that is switched off could be neither reached nor copied.
    """

    def __init__(self, chosen: Callable[[], str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._chosen = chosen
        make_read_only(self)
        self.refresh()

    def refresh(self) -> None:
        """Show what is chosen in the report."""
        if self.text() != self._chosen():
            self.setText(self._chosen())
