"""The tab of a statistics table."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from xjdesk.core.address import Address, CellAddress, HeadingAddress, Place
from xjdesk.core.document_fields import ISSUER
from xjdesk.core.table import Table
from xjdesk.core.table_scope import printed_scope
from xjdesk.gui.caret_watch import CaretWatch
from xjdesk.gui.document import Document, Edit
from xjdesk.gui.heading_edit import HeadingEdit
from xjdesk.gui.page import Page
from xjdesk.gui.plain_label import PlainLabel
from xjdesk.gui.severity_look import SeverityLook
from xjdesk.gui.table_model import FIRST_VALUE_COLUMN, TableModel
from xjdesk.gui.table_view import TableView
from xjdesk.typesetting.pages import Origin


class TablePage(Page):
    """The printed title of the table and its grid.

    `heading_of` is the chapter whose heading stands over the table; empty for a table in the
    annex and for the second and later tables of a chapter.
    """

    def __init__(
        self,
        document: Document,
        table: Table,
        heading_of: str,
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
        font = self._title.font()
        font.setBold(True)
        font.setPointSizeF(font.pointSizeF() * 1.2)
        self._title.setFont(font)
        self._heading = HeadingEdit(document, heading_of, look, self) if heading_of else None
        self._is_in_heading = False
        self.view.told.connect(self.told)
        self.setFocusProxy(self.view)
        layout = QVBoxLayout(self)
        if self._heading is not None:
            layout.addWidget(self._heading)
        layout.addWidget(self._title)
        layout.addWidget(self.view, 1)
        self._show_title()
        self._entered = CaretWatch(self.view)
        self._entered.moved.connect(self._on_current_cell)
        self.view.moved.connect(self._on_current_cell)
        if self._heading is not None:
            self._heading.caret.moved.connect(self._on_caret_in_heading)

    def refresh(self, edit: Edit) -> None:
        self.model.refresh(edit)
        self._show_title()
        if self._heading is not None:
            self._heading.refresh()

    def show_place(self, place: Place, offset: int | None = None) -> None:
        if isinstance(place, CellAddress):
            self.view.lead_to(self.model.index_of(place))
        elif self._heading is not None:
            self._heading.caret.put(offset)

    def reveal(self, address: Address) -> None:
        if isinstance(address, CellAddress):
            self.view.reveal(self.model.index_of(address))

    def here(self) -> Origin | None:
        if self._is_in_heading and self._heading is not None:
            return Origin(HeadingAddress(self._heading.chapter_id), self._heading.caret.offset)
        at = self.view.currentIndex()
        if not at.isValid():
            return None
        # Of a label, the first cell of its row.
        column = min(max(at.column(), FIRST_VALUE_COLUMN), self.model.mark_column - 1)
        cell = self.model.address_at(at.row(), column)
        return Origin(cell, 0) if cell else None

    def commit_pending(self) -> None:
        self.view.commit_editor()

    def _on_current_cell(self) -> None:
        self._is_in_heading = False
        self.place_changed.emit(self.here())

    def _on_caret_in_heading(self) -> None:
        self._is_in_heading = True
        self.place_changed.emit(self.here())

    def _show_title(self) -> None:
        report = self.document.report
        issuer = report.field(ISSUER).strip()
        title = self._table.title.format(issuer=issuer, year=report.year)
        period = self._table.period.format(year=report.year)
        scope = printed_scope(self._table, report)
        self._title.setText(f"{title}{period}{scope.text if scope else ''}")
