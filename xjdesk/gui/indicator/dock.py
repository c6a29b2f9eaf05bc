"""The place of what is told about indicators in the window."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QDockWidget, QMainWindow

from xjdesk.core.address import Place
from xjdesk.gui.dock_sight import DockSight
from xjdesk.gui.document import Document
from xjdesk.gui.forms.ui_main_window import Ui_MainWindow
from xjdesk.gui.settings import Settings
from xjdesk.gui.workspace import Workspace
from xjdesk.typesetting.pages import Origin

if TYPE_CHECKING:
    # Loaded only when it is to be seen for the first time.
    from xjdesk.gui.indicator.panel import IndicatorPanel

_SHOWN = "indicator/shown"
_LEAST_LINES = 8
_SHARE = 0.45
"""What it takes of the height of the window where Qt gave it less than the least."""


class IndicatorDock(QObject):
    """Tells about the current cell, below the findings until the user puts it elsewhere.

    The action 指标说明 is checked while it is to be seen.
    """

    def __init__(self, window: QMainWindow, ui: Ui_MainWindow, settings: Settings) -> None:
        super().__init__(window)
        self._window = window
        self._action, self._settings = ui.actionIndicator, settings
        self._document: Document | None = None
        self._workspace: Workspace | None = None
        self._panel: IndicatorPanel | None = None
        self.dock = QDockWidget("指标说明", window)
        self.dock.setObjectName("indicatorDock")
        window.addDockWidget(Qt.DockWidgetArea.RightDockWidgetArea, self.dock)
        self.dock.hide()
        self._sight = DockSight(self.dock)
        self._sight.looked.connect(self._on_look)
        self._action.triggered.connect(self._on_action)
        self._action.setEnabled(False)

    @property
    def panel(self) -> IndicatorPanel | None:
        """The panel; None until somebody looks at it."""
        return self._panel

    def open(self, document: Document, workspace: Workspace) -> None:
        """Tell about this document, if that was last wanted."""
        self._document, self._workspace = document, workspace
        self._action.setEnabled(True)
        self.dock.setVisible(self._settings.flag(_SHOWN, False))
        self._sight.look_later()

    def close(self) -> None:
        """Tell about no document any more."""
        if self._document is not None:
            self._settings.keep(_SHOWN, not self.dock.isHidden())
        self._document = self._workspace = None
        self._action.setEnabled(False)
        self.dock.hide()
        panel, self._panel = self._panel, None
        if panel is not None:
            panel.rest()
            panel.hide()
            panel.deleteLater()

    def _on_action(self) -> None:
        if self._sight.is_seen:
            self.dock.hide()
        else:
            self.dock.show()
            self.dock.raise_()
        self._sight.look_later()

    def _on_look(self) -> None:
        is_seen = self._sight.is_seen
        self._action.setChecked(is_seen)
        if is_seen and self._panel is None:
            self._make_panel()
        if self._panel is not None:
            if is_seen:
                self._panel.wake()
            else:
                self._panel.rest()

    def _make_panel(self) -> None:
        if self._document is None or self._workspace is None:
            return
        from xjdesk.gui.indicator.panel import IndicatorPanel

        self._panel = IndicatorPanel(self._document, self.dock)
        self.dock.setWidget(self._panel)
        self._make_room()
        self._panel.place_wanted.connect(self._on_place_wanted)
        self._panel.left.connect(self._on_left)
        self._workspace.place_changed.connect(self._on_place_changed)
        self._on_place_changed(self._workspace.here())

    def _make_room(self) -> None:
        # What the user chose before was more.
        if self.dock.height() < _LEAST_LINES * self.dock.fontMetrics().lineSpacing():
            height = round(_SHARE * self._window.height())
            self._window.resizeDocks([self.dock], [height], Qt.Orientation.Vertical)

    def _on_place_changed(self, here: Origin | None) -> None:
        if self._panel is not None:
            self._panel.follow(None if here is None else here.place)

    def _on_place_wanted(self, place: Place) -> None:
        if self._workspace is not None:
            self._workspace.show_place(place)

    def _on_left(self) -> None:
        if self._workspace is not None:
            self._workspace.activateWindow()
            self._workspace.enter()
