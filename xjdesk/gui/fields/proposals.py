"""Proposals for the empty fields on a page, and adopting them."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import date

from PySide6.QtCore import QDate, QObject, Signal

from xjdesk.core.address import FieldAddress
from xjdesk.core.document_fields import field_at
from xjdesk.core.field_proposals import Proposal, adopted, field_proposals
from xjdesk.gui.document import Document


class FieldProposals(QObject):
    """Knows what is proposed for the fields of one page.

    Signals:
        changed: Something else than before is proposed.
    """

    changed = Signal()

    def __init__(
        self, document: Document, addresses: Collection[FieldAddress], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._document = document
        self._addresses = frozenset(addresses)
        self.current: Mapping[FieldAddress, Proposal] = {}
        document.last_year_changed.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Propose what follows from the report as it is now."""
        found = self._found() if self._document.access.can_edit else {}
        if found != self.current:
            self.current = found
            self.changed.emit()

    def adopt(self, address: FieldAddress) -> None:
        """Put what is proposed for one field into the report."""
        proposal = self.current.get(address)
        if proposal is not None:
            self._submit(f"采用建议“{field_at(address).label}”", {address: proposal})

    def adopt_all(self) -> None:
        """Put all that is proposed into the report, as one step."""
        self._submit(f"采用{len(self.current)}项建议", self.current)

    def _submit(self, name: str, proposals: Mapping[FieldAddress, Proposal]) -> None:
        self._document.submit(name, adopted(self._document.report, proposals))

    def _found(self) -> Mapping[FieldAddress, Proposal]:
        document, last_year = self._document, self._document.last_year
        before = None if last_year is None else last_year.report
        found = field_proposals(document.form, document.report, before, _today())
        return {address: found[address] for address in found if address in self._addresses}


def _today() -> date:
    today = QDate.currentDate()
    return date(today.year(), today.month(), today.day())
