"""The panel 公文预览: the pages of the open document beside its editors."""

from __future__ import annotations

from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from xjdesk.core.errors import UserError
from xjdesk.gui.document import Document
from xjdesk.gui.icons import Icons
from xjdesk.gui.page_painter import PagePainter
from xjdesk.gui.page_setup import PageSetup
from xjdesk.gui.plain_label import PlainLabel
from xjdesk.gui.preview.follow import PreviewFollow
from xjdesk.gui.preview.page_bar import PageBar
from xjdesk.gui.preview.page_view import PageView
from xjdesk.gui.preview.refresh import PreviewRefresh
from xjdesk.gui.preview.settings import PreviewSettings
from xjdesk.gui.preview.setup_bar import SetupBar
from xjdesk.gui.preview.typesetter import PreviewTypesetter
from xjdesk.gui.services import Services
from xjdesk.gui.workspace import Workspace
from xjdesk.typesetting.missing import missing_notices
from xjdesk.typesetting.pages import PageSet

_BEGINNING = "正在排版……"


class PreviewPanel(QWidget):
    """Pages, the bars that work them, and what is to be said about them.

    It rests until it is woken, and must be closed down before it is dropped.
    """

    def __init__(
        self,
        document: Document,
        workspace: Workspace,
        services: Services,
        setup: PageSetup,
        icons: Icons,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._services = services
        self._painter: PagePainter | None = None
        self.view = PageView(self)
        settings = PreviewSettings(services.settings)
        self.page_bar = PageBar(self.view, icons, settings, self)
        self.setup_bar = SetupBar(self.view, setup, settings, self)
        self.notes = PlainLabel(self)
        self.notes.setObjectName("page-notes")
        self.notes.setWordWrap(True)
        self.notes.setMargin(6)
        self.notes.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        self.notes.hide()
        typesetter = PreviewTypesetter(services.fonts)
        self.refresh = PreviewRefresh(document, typesetter.typeset, setup, self)
        self._follow = PreviewFollow(
            document, workspace, self.view, self.refresh, services.fonts, self
        )
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        for widget, stretch in (
            (self.page_bar, 0),
            (self.setup_bar, 0),
            (self.view, 1),
            (self.notes, 0),
        ):
            layout.addWidget(widget, stretch)
        self.refresh.typeset.connect(self._show_pages)
        self.refresh.failed.connect(self._show_failure)
        self.view.failed.connect(self._show_failure)
        self.view.show_message(_BEGINNING)

    def wake(self) -> None:
        """It is to be seen: set the pages where they are outdated, and from now on."""
        self.refresh.wake()
        self._follow.wake()

    def rest(self) -> None:
        """It is not to be seen: do nothing until woken."""
        self.refresh.rest()
        self._follow.rest()

    def close_down(self) -> None:
        """End what goes on in the background."""
        self.rest()
        self.refresh.close()

    def _show_pages(self, pages: PageSet) -> None:
        if self._painter is None:
            self._painter = PagePainter(self._services.fonts())
        self.view.show_pages(pages, self._painter)
        self._follow.show_on(pages)
        self._show_notes((*pages.adjustments, *missing_notices(pages)))

    def _show_failure(self, error: UserError) -> None:
        self._follow.let_go()
        self.view.show_message(error.sentence)
        self._show_notes(())

    def _show_notes(self, sentences: tuple[str, ...]) -> None:
        self.notes.setText("\n".join(sentences))
        self.notes.setVisible(bool(sentences))
