"""What the menu 审核 does."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from xjdesk.gui.access import EDITING
from xjdesk.gui.dialogs import Dialogs
from xjdesk.gui.figures.actions import FigureActions
from xjdesk.gui.findings.deed import FindingDeed
from xjdesk.gui.findings.panel import FindingsPanel
from xjdesk.gui.findings.ways_out import Answer
from xjdesk.gui.forms.ui_main_window import Ui_MainWindow
from xjdesk.gui.numbers.actions import NumbersActions
from xjdesk.gui.shell import Shell
from xjdesk.gui.workspace import Workspace


class ReviewActions(QObject):
    """The way through the findings, and what else is done while the report is checked."""

    def __init__(self, shell: Shell, ui: Ui_MainWindow, dialogs: Dialogs, parent: QWidget) -> None:
        super().__init__(parent)
        self._shell = shell
        self._dock = ui.findingsDock
        self.figures = FigureActions(shell, dialogs, self)
        self.numbers = NumbersActions(shell, self.figures.bind, parent)
        self._editing = (
            ui.actionFillBlanks,
            ui.actionInsertFigure,
            ui.actionReleaseFigure,
        )
        self._exporting = (ui.actionExportFindings,)
        self._looking = (
            ui.actionNextFinding,
            ui.actionPreviousFinding,
            ui.actionNextBlank,
            ui.actionNumbers,
        )
        ui.actionNextFinding.triggered.connect(self._show_next_finding)
        ui.actionPreviousFinding.triggered.connect(self._show_previous_finding)
        ui.actionNumbers.triggered.connect(self.numbers.show)
        ui.actionInsertFigure.triggered.connect(self.figures.bind)
        ui.actionReleaseFigure.triggered.connect(self.figures.release)

    def follow(self, panel: FindingsPanel, workspace: Workspace) -> None:
        """Lead in `workspace` to where `panel` leads, and show what is done there."""
        panel.chosen.connect(workspace.show_place)
        panel.acting.connect(self._shell.commit_pending)
        # Only a page that is there before sees what is changed, and puts its caret there.
        panel.carrying_out.connect(workspace.open_tab_of)
        panel.carried_out.connect(workspace.open_tab_of)
        panel.left.connect(workspace.enter)
        panel.told.connect(self._shell.tell)
        workspace.told.connect(self._shell.tell)
        workspace.figure_wanted.connect(self.figures.do)
        workspace.deed_wanted.connect(self._do)
        if self._shell.document is not None:
            self.figures.follow(self._shell.document)

    def enable(self, has_document: bool) -> None:
        """Let the menu do what may be done with a document, or without one."""
        document = self._shell.document
        access = document.access if document is not None else EDITING
        for actions, may in (
            (self._looking, True),
            (self._editing, access.can_edit),
            (self._exporting, access.can_hand_on),
        ):
            for action in actions:
                action.setEnabled(has_document and may)
        if not has_document:
            self.numbers.close()

    def _do(self, deed: FindingDeed) -> None:
        panel = self._shell.findings_panel
        if panel is None:
            return
        if deed.way in (None, Answer.EXPLAIN):
            # The list is looked at, or the explanation is written there.
            self._dock.show()
            self._dock.raise_()
        panel.do(deed)

    def _show_next_finding(self) -> None:
        self._shell.commit_pending()
        panel = self._shell.findings_panel
        if panel is not None:
            panel.show_next()

    def _show_previous_finding(self) -> None:
        self._shell.commit_pending()
        panel = self._shell.findings_panel
        if panel is not None:
            panel.show_previous()
