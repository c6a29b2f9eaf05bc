"""Making the text of the editors, or the pages of the preview, larger and smaller."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication, QToolButton, QWidget

from xjdesk.gui.forms.ui_main_window import Ui_MainWindow
from xjdesk.gui.look.zoom import USUAL, nearest, stepped
from xjdesk.gui.preview.dock import PreviewDock
from xjdesk.gui.settings import Settings
from xjdesk.gui.shell import Shell

_ZOOM = "editors/zoom"


class ZoomActions(QObject):
    """Acts on the preview while that has the focus, else on the editors.

    `sign` tells in the status bar how large the text is while that is not the usual size; a click
    makes it usual again.
    """

    def __init__(
        self,
        shell: Shell,
        preview: PreviewDock,
        ui: Ui_MainWindow,
        settings: Settings,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._shell, self._preview, self._ui, self._settings = shell, preview, ui, settings
        kept = settings.text(_ZOOM)
        self._percent = nearest(int(kept)) if kept.isdecimal() else USUAL
        self.sign = QToolButton(parent)
        self.sign.setObjectName("zoom-sign")
        self.sign.setAutoRaise(True)
        self.sign.setToolTip("编辑区文字的大小，单击恢复正常（Ctrl+0）")
        self.sign.clicked.connect(self.reset)
        ui.actionZoomIn.triggered.connect(self.enlarge)
        ui.actionZoomOut.triggered.connect(self.lessen)
        ui.actionZoomUsual.triggered.connect(self.reset)
        self._show()

    @property
    def percent(self) -> int:
        """How large the text of the editors is."""
        return self._percent

    def open(self) -> None:
        """Show the editors of the document that was just opened as large as the last ones."""
        workspace = self._shell.workspace
        if workspace is not None:
            workspace.zoom_wanted.connect(self.step)
            workspace.zoom(self._percent)

    def enlarge(self) -> None:
        """One step larger."""
        self._turn(1)

    def lessen(self) -> None:
        """One step smaller."""
        self._turn(-1)

    def reset(self) -> None:
        """The usual size of the editors."""
        self._zoom(USUAL)

    def step(self, steps: int) -> None:
        """So many steps larger or smaller, in the editors."""
        self._zoom(stepped(self._percent, steps))

    def _turn(self, steps: int) -> None:
        panel, focus = self._preview.panel, QApplication.focusWidget()
        if panel is not None and focus is not None and panel.isAncestorOf(focus):
            panel.view.step_zoom(steps)
        else:
            self.step(steps)

    def _zoom(self, percent: int) -> None:
        self._percent = percent
        self._settings.keep(_ZOOM, str(percent))
        workspace = self._shell.workspace
        if workspace is not None:
            workspace.zoom(percent)
        self._show()

    def _show(self) -> None:
        self.sign.setText(f"{self._percent}%")
        self.sign.setAccessibleName(f"编辑区文字大小 {self._percent}%")
        self.sign.setVisible(self._percent != USUAL)
        self._ui.actionZoomUsual.setEnabled(self._percent != USUAL)
