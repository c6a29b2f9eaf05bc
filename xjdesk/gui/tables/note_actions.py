"""Noting something about the row of a table in which the current cell stands."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from xjdesk.core.address import CellAddress, NoteAddress
from xjdesk.core.change import Change
from xjdesk.core.row_notes import noted_row_name
from xjdesk.gui.dialogs import Dialogs
from xjdesk.gui.editable import editable_document
from xjdesk.gui.forms.ui_main_window import Ui_MainWindow
from xjdesk.gui.shell import Shell


class NoteActions(QObject):
    """Asks for the note about the current row, and puts it into the report."""

    def __init__(self, shell: Shell, ui: Ui_MainWindow, dialogs: Dialogs, parent: QWidget) -> None:
        super().__init__(parent)
        self._shell, self._ui, self._dialogs = shell, ui, dialogs
        ui.actionRowNote.triggered.connect(self.ask)
        self._ui.actionRowNote.setEnabled(False)

    def open(self) -> None:
        """Follow the tabs of the document that was just opened."""
        workspace = self._shell.workspace
        if workspace is not None:
            workspace.currentChanged.connect(self._on_tab)
            workspace.note_wanted.connect(self.ask)
        self._on_tab()

    def close(self) -> None:
        """There is no document any more."""
        self._ui.actionRowNote.setEnabled(False)

    def ask(self) -> None:
        """Ask for the note about the row of the current cell, as it stands or anew."""
        from xjdesk.gui.tables.note_dialog import NoteQuestion

        document, note = editable_document(self._shell), self._current()
        if document is None:
            return
        if note is None:
            self._shell.tell("请先选中统计表中要写备注的一行。")
            return
        self._shell.commit_pending()
        old, row = document.report.note(note), noted_row_name(document.form, note)
        new = self._dialogs.ask_note(NoteQuestion(row, old))
        if new is not None:
            document.submit(f"备注“{row}”", [Change(note, old, new)])

    def _current(self) -> NoteAddress | None:
        workspace = self._shell.workspace
        here = None if workspace is None else workspace.here()
        cell = None if here is None else here.place
        return NoteAddress(cell.table, cell.row) if isinstance(cell, CellAddress) else None

    def _on_tab(self) -> None:
        workspace, document = self._shell.workspace, self._shell.document
        is_table = workspace is not None and workspace.is_table(workspace.currentIndex())
        may_edit = document is not None and document.access.can_edit
        self._ui.actionRowNote.setEnabled(is_table and may_edit)
