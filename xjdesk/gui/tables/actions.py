"""What the menus do with statistics tables."""

from __future__ import annotations

from PySide6.QtCore import QObject

from xjdesk.gui.editable import editable_document
from xjdesk.gui.forms.ui_main_window import Ui_MainWindow
from xjdesk.gui.settings import Settings
from xjdesk.gui.shell import Shell

_SHOWS_LAST_YEAR = "tables/last_year"


class TableActions(QObject):
    """Fills in totals where the current cell is, and shows last year's numbers or not."""

    def __init__(
        self, shell: Shell, ui: Ui_MainWindow, settings: Settings, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._shell = shell
        self._ui = ui
        self._settings = settings
        ui.actionShowLastYear.setChecked(settings.flag(_SHOWS_LAST_YEAR, True))
        ui.actionShowLastYear.toggled.connect(self._on_toggled)
        ui.actionFillTotals.triggered.connect(self.fill_totals)

    def follow(self) -> None:
        """Show the tables of the document that was just opened as they were shown before."""
        workspace = self._shell.workspace
        if workspace is not None:
            workspace.show_last_year(self._ui.actionShowLastYear.isChecked())

    def enable(self, has_document: bool) -> None:
        """Let the menus do what may be done with a document, or without one."""
        document = self._shell.document
        may_edit = document is not None and document.access.can_edit
        self._ui.actionFillTotals.setEnabled(has_document and may_edit)

    def fill_totals(self) -> None:
        """Write the computed totals in, in the table that is open."""
        workspace = self._shell.workspace
        if workspace is not None and editable_document(self._shell) is not None:
            self._shell.tell(workspace.page(workspace.currentIndex()).fill_totals())

    def _on_toggled(self, shown: bool) -> None:
        self._settings.keep(_SHOWS_LAST_YEAR, shown)
        self.follow()
