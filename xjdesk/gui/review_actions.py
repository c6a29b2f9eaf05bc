"""What the menu 审核 does."""

from __future__ import annotations

from PySide6.QtCore import QObject

from xjdesk.gui.forms.ui_main_window import Ui_MainWindow
from xjdesk.gui.shell import Shell


class ReviewActions(QObject):
    """The way through the findings, and what else is done while the report is checked."""

    def __init__(self, shell: Shell, ui: Ui_MainWindow, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._shell = shell
        self._actions = (
            ui.actionNextFinding,
            ui.actionPreviousFinding,
            ui.actionNextBlank,
            ui.actionFillBlanks,
            ui.actionInsertFigure,
            ui.actionReleaseFigure,
            ui.actionNumbers,
            ui.actionExportFindings,
        )
        ui.actionNextFinding.triggered.connect(self._show_next_finding)

    def enable(self, has_document: bool) -> None:
        """Let the menu do what it can with a document, or without one."""
        for action in self._actions:
            action.setEnabled(has_document)

    def _show_next_finding(self) -> None:
        self._shell.commit_pending()
        panel = self._shell.findings_panel
        if panel is not None:
            panel.show_next()
