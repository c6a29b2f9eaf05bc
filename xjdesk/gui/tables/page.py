"""The tab of a statistics table."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QVBoxLayout, QWidget

from xjdesk.core.address import Address, CellAddress, Place, SpanAddress
from xjdesk.core.document_fields import ISSUER
from xjdesk.core.sums import sums_of
from xjdesk.core.table import Table
from xjdesk.core.table_scope import printed_scope
from xjdesk.gui.caret_watch import CaretWatch
from xjdesk.gui.document import Document, Edit
from xjdesk.gui.look.scaled_letters import ScaledLetters
from xjdesk.gui.page import Page
from xjdesk.gui.plain_label import PlainLabel
from xjdesk.gui.severity_look import SeverityLook
from xjdesk.gui.tables.chapter_head import ChapterHead
from xjdesk.gui.tables.model import TableModel
from xjdesk.gui.tables.paste_actions import PasteDeed
from xjdesk.gui.tables.paste_plan import PastePlan
from xjdesk.gui.tables.selection_sums import sums_words
from xjdesk.gui.tables.sides import Side
from xjdesk.gui.tables.total_filling import fill_totals
from xjdesk.gui.tables.view import TableView
from xjdesk.typesetting.pages import Origin

_TITLE_TIMES = 1.2


class TablePage(Page):
    """The printed title of the table and its grid.

    `head_of` is the chapter whose heading and text stand over the table; empty for a table in the
    annex and for the second and later tables of a chapter.
    """

    def __init__(
        self,
        document: Document,
        table: Table,
        head_of: str,
        look: SeverityLook,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(document, table.tab, parent)
        self._table = table
        self.model = TableModel(document, table, look, self)
        self.view = TableView(self.model, self)
        self.view.setObjectName(f"grid-{table.id}")
        self._title = PlainLabel(self)
        self._title.setAlignment(Qt.AlignmentFlag.AlignCenter)
        ScaledLetters(self._title, _TITLE_TIMES)
        self._legend = PlainLabel(self)
        self._legend.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self.head = ChapterHead(document, head_of, look, self) if head_of else None
        self._is_in_head = False
        self.view.told.connect(self.told)
        self.view.selected.connect(self._on_selected)
        self.view.fill_wanted.connect(self._on_fill_wanted)
        self.view.note_wanted.connect(self.note_wanted)
        self.view.paste_planned.connect(self._on_paste_planned)
        self.view.deed_wanted.connect(self.deed_wanted)
        self.setFocusProxy(self.view)
        layout = QVBoxLayout(self)
        if self.head is not None:
            layout.addWidget(self.head)
        layout.addWidget(self._title)
        layout.addWidget(self.view, 1)
        layout.addWidget(self._legend)
        self._show_title()
        self._show_legend()
        self._connect()

    def refresh(self, edit: Edit) -> None:
        self.model.refresh(edit)
        self._on_selected()
        self._show_title()
        if self.head is not None:
            self.head.refresh(edit)

    def show_place(self, place: Place, offset: int | None = None) -> None:
        if isinstance(place, CellAddress):
            self.view.lead_to(self.model.index_of(place))
        elif self.head is not None:
            self.head.show_place(place, offset)

    def reveal(self, address: Address) -> None:
        if isinstance(address, CellAddress):
            self.view.reveal(self.model.index_of(address))
        elif self.head is not None:
            self.head.reveal(address)

    def here(self) -> Origin | None:
        if self._is_in_head and self.head is not None:
            return self.head.here()
        at = self.view.currentIndex()
        if not at.isValid():
            return None
        grid = self.model.grid
        # Of a label, the first cell of its row.
        values = grid.value_columns
        column = min(max(at.column(), values.start), values.stop - 1)
        cell = grid.address(at.row(), column)
        return Origin(cell, 0) if cell else None

    def text_selection(self) -> SpanAddress | None:
        return self.head.text_selection() if self._is_in_head and self.head is not None else None

    def commit_pending(self) -> None:
        self.view.commit_editor()

    def fill_totals(self) -> str:
        self.view.commit_editor()
        return fill_totals(self.model, self.view.selected_values())

    def summed_words(self) -> str:
        cells = self.view.selected_values()
        return sums_words(sums_of(map(self.document.report.value, cells))) if cells else ""

    def fill_down(self) -> None:
        self.view.commit_editor()
        self.view.fill_down()

    def copy_above(self) -> None:
        self.view.commit_editor()
        self.view.copy_above()

    def lead_enter_right(self, right: bool) -> None:
        self.view.keys.enter_leads_right = right

    def zoom(self, percent: int) -> None:
        self.view.zoom(percent)
        if self.head is not None:
            self.head.editor.zoom(percent)

    def show_last_year(self, shown: bool) -> None:
        self.model.show_last_year(shown)

    def _connect(self) -> None:
        self._entered = CaretWatch(self.view)
        self._entered.moved.connect(self._on_current_cell)
        self.view.moved.connect(self._on_current_cell)
        self.model.notes_changed.connect(self._show_legend)
        if self.head is not None:
            self.head.moved.connect(self._on_caret_in_head)
            self.head.editor.told.connect(self.told)
            self.head.editor.place_wanted.connect(self.place_wanted)
            self.head.editor.figure_wanted.connect(self.figure_wanted)
            self.head.editor.deed_wanted.connect(self.deed_wanted)

    def _on_selected(self) -> None:
        self.summed.emit(self.summed_words())

    def _on_paste_planned(self, plan: PastePlan) -> None:
        self.paste_wanted.emit(PasteDeed(self.view, plan))

    def _on_fill_wanted(self) -> None:
        self.told.emit(self.fill_totals())

    def _on_current_cell(self) -> None:
        self._is_in_head = False
        self.place_changed.emit(self.here())

    def _on_caret_in_head(self) -> None:
        self._is_in_head = True
        self.place_changed.emit(self.here())

    def _show_title(self) -> None:
        report = self.document.report
        issuer = report.field(ISSUER).strip()
        title = self._table.title.format(issuer=issuer, year=report.year)
        period = self._table.period.format(year=report.year)
        scope = printed_scope(self._table, report)
        self._title.setText(f"{title}{period}{scope.text if scope else ''}")
        self._title.setVisible(bool(self._title.text()))

    def _show_legend(self) -> None:
        """Say what stands beside and below the numbers."""
        notes = self.model.notes
        sides = self.model.grid.sides
        told = (
            "∑ 后面的数是按各分项算出的合计" if notes.has_totals else "",
            "填写的数下方是上年的数和增减"
            if notes.has_last_year and Side.BEFORE not in sides
            else "",
        )
        self._legend.setText("；".join(filter(None, told)))
        self._legend.setVisible(bool(self._legend.text()))
