"""What the menus do with statistics tables, and what the status bar says of them."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QLabel, QWidget

from xjdesk.gui.editable import editable_document
from xjdesk.gui.forms.ui_main_window import Ui_MainWindow
from xjdesk.gui.settings import Settings
from xjdesk.gui.shell import Shell

_SHOWS_LAST_YEAR = "tables/last_year"
_ENTER_RIGHT = "tables/enter_right"


class TableActions(QObject):
    """Fills cells where the current one is, and sets how Enter works and what is shown.

    `sums` tells in the status bar what the selected numbers come to.
    """

    def __init__(
        self, shell: Shell, ui: Ui_MainWindow, settings: Settings, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._shell = shell
        self._ui = ui
        self._settings = settings
        ui.actionShowLastYear.setChecked(settings.flag(_SHOWS_LAST_YEAR, True))
        ui.actionShowLastYear.toggled.connect(self._on_toggled)
        ui.actionFillTotals.triggered.connect(self.fill_totals)
        ui.actionEnterRight.setChecked(settings.flag(_ENTER_RIGHT, False))
        ui.actionEnterRight.toggled.connect(self._on_enter_toggled)
        ui.actionFillDown.setShortcut(QKeySequence("Ctrl+D"))
        ui.actionFillDown.triggered.connect(self._fill_down)
        ui.actionCopyAbove.setShortcut(QKeySequence("Ctrl+'"))
        ui.actionCopyAbove.triggered.connect(self._copy_above)
        self.sums = QLabel(parent)
        self.sums.setObjectName("selection-sums")
        self.sums.setAccessibleName("选中各格的计数、求和、平均")
        self.sums.hide()

    def follow(self) -> None:
        """Show the tables of the document that was just opened as they were shown before."""
        workspace = self._shell.workspace
        if workspace is not None:
            workspace.show_last_year(self._ui.actionShowLastYear.isChecked())
            workspace.lead_enter_right(self._ui.actionEnterRight.isChecked())

    def open(self) -> None:
        """Follow the tables of the document that was just opened."""
        workspace = self._shell.workspace
        if workspace is not None:
            workspace.summed.connect(self._show_sums)
            workspace.currentChanged.connect(self._on_tab)
        self.follow()
        self._on_tab()

    def enable(self, has_document: bool) -> None:
        """Let the menus do what may be done with a document, or without one."""
        document = self._shell.document
        may_edit = document is not None and document.access.can_edit
        self._ui.actionFillTotals.setEnabled(has_document and may_edit)
        if not has_document:
            self._show_sums("")
            self._enable_filling(False)

    def fill_totals(self) -> None:
        """Write the computed totals in, in the table that is open."""
        workspace = self._shell.workspace
        if workspace is not None and editable_document(self._shell) is not None:
            self._shell.tell(workspace.page(workspace.currentIndex()).fill_totals())

    def _fill_down(self) -> None:
        workspace = self._shell.workspace
        if workspace is not None and editable_document(self._shell) is not None:
            workspace.page(workspace.currentIndex()).fill_down()

    def _copy_above(self) -> None:
        workspace = self._shell.workspace
        if workspace is not None and editable_document(self._shell) is not None:
            workspace.page(workspace.currentIndex()).copy_above()

    def _on_tab(self) -> None:
        workspace, document = self._shell.workspace, self._shell.document
        is_table = workspace is not None and workspace.is_table(workspace.currentIndex())
        self._enable_filling(is_table and document is not None and document.access.can_edit)

    def _enable_filling(self, may: bool) -> None:
        self._ui.actionFillDown.setEnabled(may)
        self._ui.actionCopyAbove.setEnabled(may)

    def _show_sums(self, words: str) -> None:
        self.sums.setText(words)
        self.sums.setVisible(bool(words))

    def _on_enter_toggled(self, right: bool) -> None:
        self._settings.keep(_ENTER_RIGHT, right)
        self.follow()

    def _on_toggled(self, shown: bool) -> None:
        self._settings.keep(_SHOWS_LAST_YEAR, shown)
        self.follow()
