"""What the tooltips of a grid say: findings first, then what the number is and stands for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from xjdesk.core.address import CellAddress, NoteAddress
from xjdesk.core.row_name import row_name
from xjdesk.core.table import Row, Table
from xjdesk.gui.document import Document
from xjdesk.gui.findings.index import tooltip
from xjdesk.gui.plain_tip import plain_tip
from xjdesk.gui.tables.cell_notes import CellNotes

if TYPE_CHECKING:
    from xjdesk.gui.indicator.relation_book import RelationBook


class CellTips:
    """Words about the cells and rows of one table; relations are looked up when first asked for."""

    def __init__(self, document: Document, table: Table, notes: CellNotes) -> None:
        self._document = document
        self._table = table
        self._notes = notes
        self._book: RelationBook | None = None

    def of_cell(self, address: CellAddress) -> str:
        """What is said about one value."""
        lines = (*self._findings((address,)), *self._account(address))
        return _tip((*lines, *self._notes.sentences(address)))

    def of_row(self, row: Row | None, addresses: tuple[CellAddress, ...]) -> str:
        """What is said about a row whose values stand at `addresses`."""
        findings = self._findings(addresses)
        if row is None or not row.is_indicator:
            return _tip(findings)
        if len(addresses) == 1:
            return self.of_cell(addresses[0])
        definition = f"说明：{row.definition}" if row.definition else ""
        unit = f"{row_name(self._table, row)}　单位：{row.unit}"
        return _tip((*findings, *self._note(addresses[0]), unit, definition))

    def _note(self, address: CellAddress) -> tuple[str, ...]:
        note = self._document.report.note(NoteAddress(address.table, address.row))
        return (f"备注：{note}",) if note else ()

    def _findings(self, addresses: tuple[CellAddress, ...]) -> tuple[str, ...]:
        at = self._document.index.at
        found = tuple(dict.fromkeys(finding for a in addresses for finding in at(a)))
        return (tooltip(found),) if found else ()

    def _account(self, address: CellAddress) -> tuple[str, ...]:
        # Loaded when the mouse first rests on a cell: the window is shown before.
        from xjdesk.gui.indicator.account import account_of
        from xjdesk.gui.indicator.relation_book import RelationBook
        from xjdesk.gui.indicator.tip import tip_lines

        document = self._document
        last_year = document.last_year if self._notes.shows_last_year else None
        if self._book is None or self._book.last_year is not last_year:
            self._book = RelationBook(document.form, last_year)
        return tip_lines(account_of(self._book, document.report, address, ()))


def _tip(lines: tuple[str, ...]) -> str:
    return plain_tip("\n".join(dict.fromkeys(filter(None, lines))))
