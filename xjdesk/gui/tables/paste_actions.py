"""Asking before a range is pasted that does not fit the table throughout."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from xjdesk.gui.dialogs import Dialogs
from xjdesk.gui.shell import Shell

if TYPE_CHECKING:
    # Loaded with the first table that is looked at.
    from xjdesk.gui.tables.paste_plan import PastePlan
    from xjdesk.gui.tables.view import TableView


@dataclass(frozen=True, slots=True)
class PasteDeed:
    """A range that is to be pasted into the table of `view`."""

    view: TableView
    plan: PastePlan


class PasteActions(QObject):
    """Shows what would become of each field, and pastes when the user agrees."""

    def __init__(self, shell: Shell, dialogs: Dialogs, parent: QWidget) -> None:
        super().__init__(parent)
        self._shell, self._dialogs = shell, dialogs

    def open(self) -> None:
        """Follow the tables of the document that was just opened."""
        workspace = self._shell.workspace
        if workspace is not None:
            workspace.paste_wanted.connect(self._ask)

    def _ask(self, deed: PasteDeed) -> None:
        from xjdesk.gui.tables.paste_question import paste_question

        if self._dialogs.ask_paste(paste_question(deed.view.table_model, deed.plan)):
            deed.view.carry_out(deed.plan)
