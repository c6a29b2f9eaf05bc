"""The tabs of the open document."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QIcon, QWheelEvent
from PySide6.QtWidgets import QTabWidget, QVBoxLayout, QWidget

from xjdesk.checks.finding import Finding
from xjdesk.core.address import (
    Address,
    FindingAddress,
    NoteAddress,
    ParagraphAddress,
    Place,
    SpanAddress,
)
from xjdesk.core.row_notes import noted_cell
from xjdesk.gui.captions import caption
from xjdesk.gui.document import Document, Edit
from xjdesk.gui.findings.badge import Badge, BadgeCounter
from xjdesk.gui.grey_ground import GreyGround
from xjdesk.gui.look.calm_ground import CalmGround
from xjdesk.gui.look.zoom import USUAL
from xjdesk.gui.narrow_tab_bar import NarrowTabBar
from xjdesk.gui.page import Page
from xjdesk.gui.pages import page_plans
from xjdesk.gui.severity_look import SeverityLook
from xjdesk.typesetting.pages import Origin


class Workspace(QTabWidget):
    """Shows a document; every tab bears the sign of its gravest open finding and their number.

    Signals:
        told: A sentence about what was just done on a page, for the status bar.
        place_changed: The Origin where the caret or the current cell of the open tab stand now.
        led: `show_place` led somewhere, perhaps to where the caret stood already.
        figure_wanted: The FigureDeed that was asked for on a page.
        deed_wanted: The FindingDeed that was asked for on a page.
        zoom_wanted: How many steps larger the text is to be; negative for smaller.
        paste_wanted: The PasteDeed that is to be done once the user agrees to it.
        note_wanted: The row of the current cell is to get a note, or another one.
        summed: What the numbers come to that are selected in the open tab, in words.
    """

    told = Signal(object)
    place_changed = Signal(object)
    led = Signal()
    figure_wanted = Signal(object)
    paste_wanted = Signal(object)
    deed_wanted = Signal(object)
    note_wanted = Signal()
    summed = Signal(object)
    zoom_wanted = Signal(object)

    def __init__(
        self, document: Document, look: SeverityLook, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._document = document
        self._look = look
        self._plans = page_plans(document, look)
        self._pages: dict[int, Page] = {}
        self._badges: dict[int, Badge] = {}
        self._filled: dict[int, str] = {}
        self._counted: tuple[Finding, ...] = ()
        self._counter = BadgeCounter(self)
        self._numbers: dict[Place, int | None] = {}
        self._is_leading = False
        self._shows_last_year = True
        self._enter_leads_right = False
        self._keeps_numbers = True
        self._zoom = USUAL
        self._calm = CalmGround(self) if document.access.can_edit else None
        self._grey = None if document.access.can_edit else GreyGround(self)
        self.setObjectName("workspace")
        self.setTabBar(NarrowTabBar(self))
        self.setDocumentMode(True)
        self.setUsesScrollButtons(True)
        for plan in self._plans:
            self.addTab(QWidget(self), caption(plan.title))
        self._show_badges()
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
            page.place_wanted.connect(self.show_place)
            page.figure_wanted.connect(self.figure_wanted)
            page.paste_wanted.connect(self.paste_wanted)
            page.deed_wanted.connect(self.deed_wanted)
            page.note_wanted.connect(self.note_wanted)
            page.summed.connect(partial(self._on_summed, number))
            layout = QVBoxLayout(host)
            layout.setContentsMargins(0, 0, 0, 0)
            layout.addWidget(page)
            # The page may take the focus here, and tells where its caret stands.
            host.setFocusProxy(page)
            page.show_last_year(self._shows_last_year)
            page.lead_enter_right(self._enter_leads_right)
            page.keep_numbers(self._keeps_numbers)
            if self._zoom != USUAL:
                page.zoom(self._zoom)
        return self._pages[number]

    def page_number(self, place: Place) -> int | None:
        """The tab that holds `place`, or None."""
        # Which page holds a place never changes while the document is open. All paragraphs of a
        # chapter are on one.
        if isinstance(place, SpanAddress | ParagraphAddress):
            place = ParagraphAddress(place.chapter, 0)
        if place not in self._numbers:
            holding = (number for number, plan in enumerate(self._plans) if plan.holds(place))
            self._numbers[place] = next(holding, None)
        return self._numbers[place]

    def page_title(self, number: int) -> str:
        """The name of a tab, without what it says about findings."""
        return self._plans[number].title

    def is_table(self, number: int) -> bool:
        """Whether the tab shows a statistics table."""
        return self._plans[number].is_table

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

    def enter(self) -> None:
        """Give the focus to the open page; from there Qt takes it along to every tab."""
        self.currentWidget().setFocus()

    def open_tab_of(self, address: Address) -> None:
        """Open the tab where `address` was just changed, with the change in view.

        The focus stays where it is. What is said about a finding stands in no tab, what is noted
        about a row at its first cell.
        """
        match address:
            case FindingAddress():
                return
            case NoteAddress():
                place = noted_cell(self._document.form, address)
            case _:
                place = address
        number = self.page_number(place)
        if number is not None:
            self.setCurrentIndex(number)
            self.page(number).reveal(place)

    def show_first_table(self) -> None:
        """Open the tab of the first statistics table, where there is one."""
        tables = (number for number, plan in enumerate(self._plans) if plan.is_table)
        self.setCurrentIndex(next(tables, self.currentIndex()))

    def show_last_year(self, shown: bool) -> None:
        """Show last year's numbers in the tables, or not."""
        self._shows_last_year = shown
        for page in self._pages.values():
            page.show_last_year(shown)

    def lead_enter_right(self, right: bool) -> None:
        """Let Enter lead to the right in the tables, or down."""
        self._enter_leads_right = right
        for page in self._pages.values():
            page.lead_enter_right(right)

    def keep_numbers(self, kept: bool) -> None:
        """Keep the numbers of sections in sequence while they are edited, or not."""
        self._keeps_numbers = kept
        for page in self._pages.values():
            page.keep_numbers(kept)

    def zoom(self, percent: int) -> None:
        """Show the text of the editors so large; 100 is the usual size."""
        self._zoom = percent
        for page in self._pages.values():
            page.zoom(percent)

    def lay_calm_ground(self, calm: bool) -> None:
        """Give the editors a ground that is easy on the eyes, or the usual one."""
        if self._calm is not None:
            self._calm.lay(calm)

    def wheelEvent(self, event: QWheelEvent) -> None:
        # Editors leave the wheel alone while Ctrl is held.
        turned = event.angleDelta().y()
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier and turned:
            self.zoom_wanted.emit(1 if turned > 0 else -1)
            event.accept()
        else:
            super().wheelEvent(event)

    def commit_pending(self) -> None:
        """Hand over to the document what stands in an open editor."""
        for page in self._pages.values():
            page.commit_pending()

    def show_filled(self, tips: Mapping[int, str]) -> None:
        """Let the tips of the tabs also say how far each is filled in."""
        before, self._filled = self._filled, dict(tips)
        for number in before.keys() | self._filled.keys():
            if before.get(number) != self._filled.get(number):
                self._show_tip(number)

    def _on_opened(self, number: int) -> None:
        self._on_place_changed(number, self.page(number).here())
        self.summed.emit(self.page(number).summed_words())

    def _on_place_changed(self, number: int, here: Origin | None) -> None:
        # Carets move in closed tabs as well, when an edit is taken back.
        if number == self.currentIndex() and not self._is_leading:
            self.place_changed.emit(here)

    def _on_summed(self, number: int, words: str) -> None:
        if number == self.currentIndex():
            self.summed.emit(words)

    def _on_changed(self, edit: Edit) -> None:
        for page in self._pages.values():
            page.refresh(edit)
        self._show_badges()

    def _on_findings_changed(self) -> None:
        self._on_changed(Edit(()))

    def _show_badges(self) -> None:
        if self._document.index.findings == self._counted:
            return
        self._counted = self._document.index.findings
        before, self._badges = self._badges, self._counter.badges(self._counted)
        for number in before.keys() | self._badges.keys():
            badge = self._badges.get(number)
            if badge != before.get(number):
                self._show_badge(number, badge)

    def _show_badge(self, number: int, badge: Badge | None) -> None:
        title = self.page_title(number)
        self.setTabIcon(number, self._look.icons[badge.gravest] if badge else QIcon())
        self.setTabText(number, caption(f"{title} {badge.total}" if badge else title))
        self._show_tip(number)

    def _show_tip(self, number: int) -> None:
        badge = self._badges.get(number)
        said = (badge.sentence if badge else "", self._filled.get(number, ""))
        self.setTabToolTip(number, "\n".join(filter(None, said)))
