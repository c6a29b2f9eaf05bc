"""阅读版面: the printed pages, large, in the place of the editors."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from xjdesk.gui.forms.ui_main_window import Ui_MainWindow
from xjdesk.gui.preview.dock import PreviewDock
from xjdesk.gui.shell import Shell


class ReadingView(QObject):
    """Shows the panel of `preview` where the editors are, while its action is checked.

    Esc, and all that leads to a place in the document, brings the editors back: a click on a page
    as well.
    """

    def __init__(
        self, shell: Shell, preview: PreviewDock, ui: Ui_MainWindow, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._shell = shell
        self._preview = preview
        self._centre = ui.centre
        self._action = ui.actionReading
        self._editors: QWidget | None = None
        self._escape: QShortcut | None = None
        self._action.setEnabled(False)
        self._action.toggled.connect(self._on_toggled)

    def open(self) -> None:
        """Let the document that was just opened be read."""
        workspace = self._shell.workspace
        if workspace is not None:
            workspace.led.connect(self.leave)
        self._action.setEnabled(True)

    def close(self) -> None:
        """The document is about to be closed."""
        self.leave()
        self._action.setEnabled(False)

    def leave(self) -> None:
        """Show the editors again."""
        self._action.setChecked(False)

    def _on_toggled(self, reads: bool) -> None:
        if reads:
            self._enter()
        else:
            self._return()

    def _enter(self) -> None:
        self._shell.commit_pending()
        panel = self._preview.lend()
        if panel is None:
            self.leave()
            return
        self._editors = self._centre.currentWidget()
        self._centre.addWidget(panel)
        self._centre.setCurrentWidget(panel)
        self._escape = QShortcut(QKeySequence(Qt.Key.Key_Escape), panel)
        self._escape.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self._escape.activated.connect(self.leave)
        panel.view.setFocus()
        self._shell.tell("正在看打印出来的页面，按 Esc 回到编辑。")

    def _return(self) -> None:
        editors, self._editors = self._editors, None
        escape, self._escape = self._escape, None
        if editors is None:
            return
        if escape is not None:
            escape.setEnabled(False)
            escape.deleteLater()
        self._centre.setCurrentWidget(editors)
        self._preview.take_back()
        if self._shell.workspace is not None:
            self._shell.workspace.enter()
