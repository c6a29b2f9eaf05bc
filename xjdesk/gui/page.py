"""What every tab of the window is."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from xjdesk.core.address import Address, Place, SpanAddress
from xjdesk.gui.document import Document, Edit
from xjdesk.typesetting.pages import Origin

if TYPE_CHECKING:
    # Loaded with the first chapter that is looked at.
    from xjdesk.gui.sections.editing import SectionEditing


class FigureDeed(Enum):
    """What is to be done where the caret stands in the narrative.

    BIND: bind the number there to a cell, or put in that of a cell. RELEASE: make it plain text.
    """

    BIND = "bind"
    RELEASE = "release"


class Page(QWidget):
    """A tab that shows and edits one part of the document.

    It holds no report data: it reads `document` and hands edits to `document.submit`.

    Signals:
        told: A sentence about what was just done, for the status bar.
        place_changed: The Origin where caret or current cell stand now, or None. Also told while
            another tab is open.
        place_wanted: The Place that the user asked to be led to.
        figure_wanted: The FigureDeed that the user asked for.
        paste_wanted: The PasteDeed that is to be done once the user agrees to it.
        deed_wanted: The FindingDeed that the user asked for.
        note_wanted: The row of the current cell is to get a note, or another one.
        summed: What the numbers come to that are selected now, in words; empty without any.
    """

    told = Signal(object)
    place_changed = Signal(object)
    place_wanted = Signal(object)
    figure_wanted = Signal(object)
    paste_wanted = Signal(object)
    deed_wanted = Signal(object)
    note_wanted = Signal()
    summed = Signal(object)

    has_sections = False
    """Whether it shows running text, which can have sections."""

    def __init__(self, document: Document, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.document = document
        self.setAccessibleName(title)

    def refresh(self, edit: Edit) -> None:
        """Show what `edit` changed, and the findings as they are now."""
        raise NotImplementedError

    def show_place(self, place: Place, offset: int | None = None) -> None:
        """Bring `place` into view, select it and give it the focus.

        With an `offset` the caret is put before that character, and nothing is selected.
        """
        raise NotImplementedError

    def reveal(self, address: Address) -> None:
        """Bring what was just changed at `address` into view; the focus stays where it is."""
        raise NotImplementedError

    def here(self) -> Origin | None:
        """Where caret or current cell stand, whether the page is in view or not."""
        raise NotImplementedError

    def text_selection(self) -> SpanAddress | None:
        """The words selected in a paragraph, none where only its caret stands; None elsewhere."""
        return None

    def section_editing(self) -> SectionEditing | None:
        """What edits the sections where the caret stands; None where it is in no running text."""
        return None

    def keep_numbers(self, kept: bool) -> None:
        """Keep the numbers of sections in sequence while they are edited, or not."""

    def fill_totals(self) -> str:
        """Write computed totals into what is selected, or the whole table; tells what was done."""
        return "请先打开统计表，再填入合计。"

    def summed_words(self) -> str:
        """What the numbers come to that are selected now; empty without any."""
        return ""

    def fill_down(self) -> None:
        """Give the selected cells of a table what stands in the topmost of them."""

    def copy_above(self) -> None:
        """Give the current cell of a table what stands above it."""

    def lead_enter_right(self, right: bool) -> None:
        """Let Enter lead to the right in a table, or down."""

    def zoom(self, percent: int) -> None:
        """Show the text of the editors so large; 100 is the usual size."""

    def show_last_year(self, shown: bool) -> None:
        """Show the numbers of last year's report beside those of this year, or not."""

    def commit_pending(self) -> None:
        """Hand over what stands in an open editor and is not yet in the document."""


@dataclass(frozen=True, slots=True)
class PagePlan:
    """A tab before it is opened: pages are built when they are first looked at.

    `holds` says whether a place is on the page, `build` makes the page in the widget it is given.
    """

    title: str
    holds: Callable[[Place], bool]
    build: Callable[[QWidget], Page]
    is_table: bool = False
