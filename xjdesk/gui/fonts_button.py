"""The button in the status bar that tells of substituted print fonts."""

from __future__ import annotations

from collections.abc import Collection

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QToolButton, QWidget

from xjdesk.core.errors import UserError
from xjdesk.gui.dialogs import Dialogs
from xjdesk.gui.errors import errors_told
from xjdesk.gui.page_setup import PageSetup
from xjdesk.gui.plain_tip import plain_tip
from xjdesk.gui.services import Services
from xjdesk.gui.shell import Shell
from xjdesk.typesetting.pages import Face

_LOOK_MS = 400


class FontsButton(QToolButton):
    """Shown where a print font is missing or substituted; a click tells all about it.

    Signals:
        found: The fonts have been looked for, and can be used.
    """

    found = Signal()

    def __init__(
        self,
        shell: Shell,
        services: Services,
        setup: PageSetup,
        dialogs: Dialogs,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._shell = shell
        self._services = services
        self._setup = setup
        self._dialogs = dialogs
        self._error: UserError | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._look)
        self.setObjectName("print-fonts")
        self.setAutoRaise(True)
        self.clicked.connect(self._tell)
        self.hide()

    def look_later(self) -> None:
        """Look for the fonts after the window is shown: it takes as long as showing it."""
        self._timer.start(_LOOK_MS)

    def _look(self) -> None:
        self._error, notices = None, ()
        try:
            notices = self._services.fonts().notices
        except UserError as error:
            self._error, notices = error, (error.sentence,)
        self.setText("打印字体缺失" if self._error else f"打印字体有替代（{len(notices)}）")
        self.setToolTip(plain_tip("\n".join(notices)))
        self.setVisible(bool(notices))
        if self._error is None:
            self.found.emit()

    def _tell(self) -> None:
        if self._error is not None:
            self._dialogs.show_error(self._error)
            return
        with errors_told(self._dialogs):
            from xjdesk.gui.fonts_dialog import FontsDialog
            from xjdesk.typesetting.fonts.font_report import font_report

            uses = font_report(self._services.fonts(), self._faces())
            for outdated in self.window().findChildren(FontsDialog):
                outdated.close()
            dialog = FontsDialog(uses, self.window())
            dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            dialog.show()

    def _faces(self) -> Collection[Face]:
        """Those of the open document, as it would be printed; without one, all."""
        document = self._shell.document
        if document is None:
            return tuple(Face)
        options = self._setup.options
        return self._services.typeset(document.report, document.form, options).faces
