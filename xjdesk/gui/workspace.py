"""The tabs of the open document."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QTabWidget, QVBoxLayout, QWidget

from xjdesk.core.address import Address, FindingAddress, Place
from xjdesk.core.severity import Severity
from xjdesk.gui.document import Document, Edit
from xjdesk.gui.page import Page
from xjdesk.gui.pages import page_plans
from xjdesk.gui.severity_look import SeverityLook
from xjdesk.typesetting.pages import Origin


class Workspace(QTabWidget):
    """Shows a document; every tab bears the sign of its gravest finding.

    Signals:
        told: A sentence about what was just done on a page, for the status bar.
        place_changed: The Origin where the caret or the current cell of the open tab stand now.
        led: `show_place` led somewhere, perhaps to where the caret stood already.
    """

    told = Signal(object)
    place_changed = Signal(object)
    led = Signal()

    def __init__(
        self, document: Document, look: SeverityLook, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._document = document
        self._look = look
        self._plans = page_plans(document, look)
        self._pages: dict[int, Page] = {}
        self._shown: dict[int, Severity] = {}
        self._numbers: dict[Place, int | None] = {}
        self._is_leading = False
        self.setObjectName("workspace")
        self.setDocumentMode(True)
        self.setUsesScrollButtons(True)
        for plan in self._plans:
            self.addTab(QWidget(self), plan.title)
        self._show_signs()
        self.page(self.currentIndex())
        self.currentChanged.connect(self._on_opened)
        document.changed.connect(self._on_changed)
        document.findings_changed.connect(self._on_findings_changed)

    def page(self, number: int) -> Page:
        """The page of a tab, built now if nobody looked at it before."""
        if number not in self._pages:
            host = self.widget(number)
            page = self._pages[number] = self._plans[number].build(host)
            page.told.connect(self.told)
            page.place_changed.connect(partial(self._on_place_changed, number))
            layout = QVBoxLayout(host)
            layout.setContentsMargins(0, 0, 0, 0)
            layout.addWidget(page)
            # The page may take the focus here, and tells where its caret stands.
            host.setFocusProxy(page)
        return self._pages[number]

    def page_number(self, place: Place) -> int | None:
        """The tab that holds `place`, or None."""
        # Which page holds a place never changes while the document is open.
        if place not in self._numbers:
            holding = (number for number, plan in enumerate(self._plans) if plan.holds(place))
            self._numbers[place] = next(holding, None)
        return self._numbers[place]

    def show_place(self, place: Place, offset: int | None = None) -> None:
        """Open the tab that holds `place` and lead to it; a place without a tab is passed over.

        With an `offset` the caret is put before that character, and nothing is selected.
        """
        number = self.page_number(place)
        if number is None:
            return
        # Where the caret was left in a tab is only passed on the way.
        self._is_leading = True
        try:
            self.setCurrentIndex(number)
            self.page(number).show_place(place, offset)
        finally:
            self._is_leading = False
        # What was clicked may float in a window of its own, where typing would be lost.
        self.activateWindow()
        self.led.emit()
        self.place_changed.emit(self.here())

    def here(self) -> Origin | None:
        """Where the caret or the current cell of the open tab stand."""
        return self.page(self.currentIndex()).here()

    def open_tab_of(self, address: Address) -> None:
        """Open the tab that shows what stands at `address`, leaving the selection there as it is.

        What is said about a finding stands in no tab.
        """
        number = None if isinstance(address, FindingAddress) else self.page_number(address)
        if number is not None:
            self.setCurrentIndex(number)

    def show_first_table(self) -> None:
        """Open the tab of the first statistics table, where there is one."""
        tables = (number for number, plan in enumerate(self._plans) if plan.is_table)
        self.setCurrentIndex(next(tables, self.currentIndex()))

    def commit_pending(self) -> None:
        """Hand over to the document what stands in an open editor."""
        for page in self._pages.values():
            page.commit_pending()

    def _on_opened(self, number: int) -> None:
        self._on_place_changed(number, self.page(number).here())

    def _on_place_changed(self, number: int, here: Origin | None) -> None:
        # Carets move in closed tabs as well, when an edit is taken back.
        if number == self.currentIndex() and not self._is_leading:
            self.place_changed.emit(here)

    def _on_changed(self, edit: Edit) -> None:
        for page in self._pages.values():
            page.refresh(edit)
        self._show_signs()

    def _on_findings_changed(self) -> None:
        self._on_changed(Edit(()))

    def _show_signs(self) -> None:
        gravest = self._severities()
        for number in range(self.count()):
            severity = gravest.get(number)
            if severity is not self._shown.get(number):
                icon = QIcon() if severity is None else self._look.icons[severity]
                self.setTabIcon(number, icon)
        self._shown = gravest

    def _severities(self) -> dict[int, Severity]:
        """The gravest severity of the findings on each page that has any."""
        found: dict[int, Severity] = {}
        for finding in reversed(self._document.index.findings):
            for place in finding.where:
                number = self.page_number(place)
                if number is not None:
                    found[number] = finding.severity
        return found
