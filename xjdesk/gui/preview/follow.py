"""Keeps pages and editors at the same place, both ways."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject

from xjdesk.gui.document import Document, Edit
from xjdesk.gui.preview.page_view import PageView
from xjdesk.gui.preview.page_view_stack import PagePoint
from xjdesk.gui.preview.refresh import PreviewRefresh
from xjdesk.gui.workspace import Workspace
from xjdesk.typesetting.fonts.font_set import FontSet
from xjdesk.typesetting.page_map import find, place_at
from xjdesk.typesetting.pages import Origin, PageSet


class PreviewFollow(QObject):
    """Shows on the pages where the caret stands, and puts it where a page is clicked.

    The pages are scrolled only by what the user does in the editors, and only when the place is
    not in view.
    """

    def __init__(
        self,
        document: Document,
        workspace: Workspace,
        view: PageView,
        refresh: PreviewRefresh,
        fonts: Callable[[], FontSet],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._view = view
        self._refresh = refresh
        self._fonts = fonts
        self._pages: PageSet | None = None
        self._here: Origin | None = None
        self._is_awake = False
        self._is_to_reveal = False
        document.changed.connect(self._on_changed)
        workspace.place_changed.connect(self._on_place_changed)
        workspace.led.connect(self._reveal)
        view.pressed.connect(self._on_pressed)

    def show_on(self, pages: PageSet) -> None:
        """Follow on these pages from now on: they are in the view already."""
        self._pages = pages
        self._show_place()

    def let_go(self) -> None:
        """Follow no longer: the pages are gone."""
        self._pages = None

    def wake(self) -> None:
        """Bring the place into view, now or as soon as there are pages, and from now on."""
        self._is_awake = True
        self._reveal()

    def rest(self) -> None:
        """Follow nothing until woken."""
        self._is_awake = False

    def _on_changed(self, edit: Edit) -> None:
        self._is_to_reveal = True

    def _on_place_changed(self, here: Origin | None) -> None:
        # It is also told when the focus comes back from a menu, a dialog or another program.
        if here != self._here:
            self._reveal()

    def _on_pressed(self, point: PagePoint) -> None:
        if self._pages is None:
            return
        page = self._pages.pages[point.page_number - 1]
        origin = place_at(page, point.x_mm, point.y_mm, self._fonts())
        if origin is not None:
            self._workspace.show_place(origin.place, origin.start)

    def _reveal(self) -> None:
        self._is_to_reveal = True
        self._show_place()

    def _show_place(self) -> None:
        # On outdated pages it would stand elsewhere, and what is shown would jump there and back.
        if self._pages is None or self._refresh.is_due or not self._is_awake:
            return
        here = self._here = self._workspace.here()
        spot = find(self._pages, here, self._fonts()) if here else None
        self._view.show_mark(spot)
        if spot is not None and self._is_to_reveal:
            self._view.reveal(spot)
        self._is_to_reveal = False
