"""The place of the preview in the window."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QMainWindow

from xjdesk.gui.dock_sight import DockSight
from xjdesk.gui.document import Document
from xjdesk.gui.forms.ui_main_window import Ui_MainWindow
from xjdesk.gui.icons import Icons
from xjdesk.gui.page_setup import PageSetup
from xjdesk.gui.plain_label import PlainLabel
from xjdesk.gui.preview.settings import PreviewPlace, PreviewSettings
from xjdesk.gui.services import Services
from xjdesk.gui.workspace import Workspace

if TYPE_CHECKING:
    # Loaded only when it is to be seen for the first time.
    from xjdesk.gui.preview.panel import PreviewPanel


class PreviewDock(QObject):
    """Shows the preview of the open document, at first behind the findings.

    The action 公文预览 is checked while it is to be seen, and brings it to the front and back.
    """

    def __init__(
        self, window: QMainWindow, ui: Ui_MainWindow, services: Services, setup: PageSetup
    ) -> None:
        super().__init__(window)
        self._window = window
        self._dock, self._other = ui.previewDock, ui.findingsDock
        self._area = ui.previewArea
        self._action = ui.actionPrintPreview
        self._services = services
        self._setup = setup
        self._icons = Icons(services.resource)
        self._settings = PreviewSettings(services.settings)
        self._document: Document | None = None
        self._workspace: Workspace | None = None
        self._panel: PreviewPanel | None = None
        self._is_lent = False
        self._note: PlainLabel | None = None
        window.tabifyDockWidget(self._other, self._dock)
        self._sight = DockSight(self._dock)
        self._sight.looked.connect(self._on_look)
        self._dock.topLevelChanged.connect(self._on_floating)
        self._action.triggered.connect(self._on_action)

    @property
    def panel(self) -> PreviewPanel | None:
        """The panel; None until somebody looks at it."""
        return self._panel

    @property
    def is_seen(self) -> bool:
        """Whether the dock is to be seen: not closed, and not behind another one."""
        return self._sight.is_seen

    def page_number(self) -> int | None:
        """The page in view; None while none is."""
        if self._panel is None or not (self.is_seen or self._is_lent):
            return None
        return self._panel.view.page_number or None

    def open(self, document: Document, workspace: Workspace) -> None:
        """Show this document, where the preview was last left."""
        self._document, self._workspace = document, workspace
        place = self._settings.place()
        self._dock.setVisible(place is not PreviewPlace.CLOSED)
        front = self._dock if place is PreviewPlace.FRONT else self._other
        # A dock that was hidden has no tab to be raised before the window is laid out with it.
        layout = self._window.layout()
        assert layout is not None, "every main window has one"
        layout.activate()
        front.raise_()
        self._sight.look_later()

    def close(self) -> None:
        """Show no document any more, and let nothing go on in the background."""
        if self._document is not None:
            self._settings.keep_place(self._place())
        self._document = self._workspace = None
        panel, self._panel = self._panel, None
        if panel is not None:
            panel.close_down()
            self._area.removeWidget(panel)
            panel.hide()
            panel.deleteLater()

    def lend(self) -> PreviewPanel | None:
        """The panel, awake, to be shown elsewhere until `take_back`; None without a document."""
        if self._panel is None:
            self._make_panel()
        if self._panel is not None:
            self._is_lent = True
            self._show_note()
            self._panel.wake()
        return self._panel

    def take_back(self) -> None:
        """Show the panel in the dock again."""
        self._is_lent = False
        if self._panel is not None:
            self._area.addWidget(self._panel)
            self._area.setCurrentWidget(self._panel)
        self._sight.look_later()

    def _show_note(self) -> None:
        """Say in the dock where its pages are."""
        if self._note is None:
            self._note = PlainLabel(self._area, "页面正显示在阅读版面中，按 Esc 回到编辑。")
            self._note.setAlignment(Qt.AlignmentFlag.AlignCenter)
            self._note.setWordWrap(True)
            self._area.addWidget(self._note)
        self._area.setCurrentWidget(self._note)

    def _place(self) -> PreviewPlace:
        if self._dock.isHidden():
            return PreviewPlace.CLOSED
        return PreviewPlace.FRONT if self.is_seen else PreviewPlace.BEHIND

    def _on_action(self) -> None:
        if not self.is_seen:
            self._dock.show()
            self._dock.raise_()
        elif self._other in self._window.tabifiedDockWidgets(self._dock):
            self._other.raise_()
        else:
            self._dock.hide()
        self._sight.look_later()

    def _on_floating(self, floats: bool) -> None:
        if not floats:
            # Qt puts it back behind the panel that took its place.
            self._dock.raise_()
        self._sight.look_later()

    def _on_look(self) -> None:
        is_seen = self.is_seen
        self._action.setChecked(is_seen)
        if is_seen and self._panel is None:
            self._make_panel()
        if self._panel is not None:
            if is_seen or self._is_lent:
                self._panel.wake()
            else:
                self._panel.rest()

    def _make_panel(self) -> None:
        if self._document is None or self._workspace is None:
            return
        from xjdesk.gui.preview.panel import PreviewPanel

        self._panel = PreviewPanel(
            self._document, self._workspace, self._services, self._setup, self._icons, self._area
        )
        self._area.addWidget(self._panel)
        self._area.setCurrentWidget(self._panel)
