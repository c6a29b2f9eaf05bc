"""The icons, keys and toggles of the main window that its form cannot hold."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QMainWindow, QTabWidget

from xjdesk.gui.forms.ui_main_window import Ui_MainWindow
from xjdesk.gui.icons import Icons
from xjdesk.gui.look.action_icons import ActionIcons


def dress(window: QMainWindow, ui: Ui_MainWindow, icons: Icons) -> None:
    """Give the window and its actions their icons, further shortcuts, and toggles of the panels."""
    window.setWindowIcon(icons.icon("xjdesk"))
    action_icons = ActionIcons(icons, window)
    for action, name in (
        (ui.actionNew, "new"),
        (ui.actionOpen, "open"),
        (ui.actionSave, "save"),
        (ui.actionUndo, "undo"),
        (ui.actionRedo, "redo"),
        (ui.actionExportPdf, "pdf"),
        (ui.actionExportXlsx, "xlsx"),
        (ui.actionPrintPreview, "preview"),
        (ui.actionPrint, "print"),
        (ui.actionHelp, "help"),
        (ui.actionSample, "sample"),
        (ui.actionQuickStart, "quick-start"),
    ):
        action_icons.give(action, name)
    ui.actionRedo.setShortcuts([QKeySequence("Ctrl+Y"), QKeySequence("Ctrl+Shift+Z")])
    ui.actionSaveAs.setShortcuts([QKeySequence("F12"), QKeySequence("Ctrl+Shift+S")])
    ui.actionZoomIn.setShortcuts([QKeySequence("Ctrl++"), QKeySequence("Ctrl+=")])
    for dock, text in ((ui.findingsDock, "审核结果(&F)"), (ui.previewDock, "公文预览(&V)")):
        toggle = dock.toggleViewAction()
        toggle.setText(text)
        ui.menuView.addAction(toggle)
    window.setTabPosition(Qt.DockWidgetArea.RightDockWidgetArea, QTabWidget.TabPosition.North)
