"""When the pages of the preview are set anew."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QElapsedTimer, QObject, QTimer, Signal

from xjdesk.core.form import Form
from xjdesk.core.report import Report
from xjdesk.gui.background import Background
from xjdesk.gui.document import Document, Edit
from xjdesk.gui.page_setup import PageSetup
from xjdesk.typesetting.page_options import PageOptions
from xjdesk.typesetting.pages import PageSet

Typeset = Callable[[Report, Form, PageOptions], PageSet]

_UNFORESEEN = (
    "排版时遇到意外，预览无法显示；请先保存文件，再次出现时请点“帮助”菜单中的“打开日志文件夹”，"
    "把日志交给维护人员。"
)
_QUIET_MS = 40
"""How long nothing is typed before pages are set."""
_LONGEST_MS = 200
"""How long they may lag behind somebody who never pauses."""


class PreviewRefresh(QObject):
    """Has the document set in the background after every change, as long as somebody looks.

    `typeset` is called on another thread, but never twice at once.

    Signals:
        typeset: A PageSet; while somebody types, not yet that of the newest document.
        failed: The UserError for which there is none.
    """

    typeset = Signal(object)
    failed = Signal(object)

    def __init__(
        self,
        document: Document,
        typeset: Typeset,
        setup: PageSetup,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._document = document
        self._typeset = typeset
        self._setup = setup
        self._is_awake = False
        self._asked: tuple[object, PageOptions] | None = None
        self._background = Background(_UNFORESEEN, self)
        self._background.done.connect(self.typeset)
        self._background.failed.connect(self.failed)
        self._quiet = QTimer(self)
        self._quiet.setSingleShot(True)
        self._quiet.timeout.connect(self._ask)
        self._lag = QElapsedTimer()
        document.changed.connect(self._on_changed)
        setup.changed.connect(self._on_setup_changed)

    @property
    def is_due(self) -> bool:
        """Whether the pages told last are, or may be, outdated."""
        return self._quiet.isActive() or self._background.is_busy

    def wake(self) -> None:
        """Somebody looks: set pages now where they are outdated, and from here on."""
        self._is_awake = True
        if self._asked != self._wanted():
            self._ask()

    def rest(self) -> None:
        """Nobody looks: set nothing until woken."""
        self._is_awake = False
        self._quiet.stop()

    def close(self) -> None:
        """Set nothing any more, and wait for what was begun."""
        self.rest()
        self._background.close()

    def _wanted(self) -> tuple[object, PageOptions]:
        return self._document.report, self._setup.options

    def _on_changed(self, edit: Edit) -> None:
        if not self._is_awake:
            return
        if not self._quiet.isActive():
            self._lag.start()
        self._quiet.start(max(min(_QUIET_MS, _LONGEST_MS - self._lag.elapsed()), 0))

    def _on_setup_changed(self) -> None:
        if self._is_awake:
            self._ask()

    def _ask(self) -> None:
        self._quiet.stop()
        self._asked = self._wanted()
        report, form, options = self._document.report, self._document.form, self._setup.options
        self._background.ask(lambda: self._typeset(report, form, options))
