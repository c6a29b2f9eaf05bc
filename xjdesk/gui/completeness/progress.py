"""How far a document is filled in, followed edit by edit."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from xjdesk.checks.completeness import Completeness, completed, completeness, next_blank
from xjdesk.checks.requirements import requirements
from xjdesk.core.address import Place
from xjdesk.gui.document import Document, Edit


class FillingProgress(QObject):
    """Which of the things that a document has to hold are filled in.

    Signals:
        changed: Something was filled in or emptied, or more or less is asked for.
    """

    changed = Signal()

    def __init__(self, document: Document, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self._required = requirements(document.form)
        self._state = completeness(self._required, document.report)
        document.changed.connect(self._on_changed)

    @property
    def whole(self) -> Completeness:
        """That of the whole report."""
        return self._state

    def by_tab(self, tab_of: Callable[[Place], int | None]) -> dict[int, Completeness]:
        """That of each tab on which something is asked for."""
        numbers: dict[int, list[int]] = {}
        for number, requirement in enumerate(self._required.all):
            tab = tab_of(requirement.place)
            if tab is not None:
                numbers.setdefault(tab, []).append(number)
        parts = {tab: self._state.part(found) for tab, found in numbers.items()}
        return {tab: part for tab, part in parts.items() if part.asked}

    def next_blank(self, after: Place | None) -> Place | None:
        """Where the first blank behind `after` is, in the order of the tabs and round again."""
        return next_blank(self._required, self._state, after)

    def _on_changed(self, edit: Edit) -> None:
        before = self._state
        self._state = completed(self._required, self._document.report, edit.changes, before)
        if self._state != before:
            self.changed.emit()
