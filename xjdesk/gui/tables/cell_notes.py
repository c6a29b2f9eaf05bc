"""What is said about a value besides the value: the total of its parts, last year's number."""

from __future__ import annotations

from collections.abc import Iterator, Set
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from xjdesk.core.address import CellAddress
from xjdesk.core.document_fields import BLANKS
from xjdesk.core.numbers import Entry, show_entry, show_number
from xjdesk.core.relation import Over
from xjdesk.core.table import Table
from xjdesk.gui.document import Document, Edit
from xjdesk.gui.tables.last_year_words import last_year_words

if TYPE_CHECKING:
    from xjdesk.checks.table.computed_totals import ComputedTotal, FilledTotals, TotalCells

_SUM = "∑"
_SIDES = {Over.ROWS: "行", Over.COLUMNS: "列"}
_SUMS_IN_WORDS = {Over.ROWS: "本行各列合计", Over.COLUMNS: "本列各行合计"}


@dataclass(frozen=True, slots=True)
class Note:
    """A few characters beside a number; `is_wrong` where the number is not what they say."""

    text: str
    is_wrong: bool = False


class CellNotes:
    """The notes to the values of one table, kept up to date edit by edit.

    Totals are reckoned as soon as the document is checked: both read the relations.
    """

    def __init__(self, document: Document, table: Table) -> None:
        self._document = document
        self._table = table
        self._cells: TotalCells | None = None
        self._cells_of_table = frozenset(table.addresses())
        self._totals: dict[CellAddress, tuple[ComputedTotal, ...]] = {}
        self.shows_last_year = True
        self._begin()

    @property
    def has_totals(self) -> bool:
        """Whether any total can be reckoned in the table."""
        return self._cells is not None and any(True for _ in self._cells)

    @property
    def has_last_year(self) -> bool:
        """Whether numbers of last year are shown."""
        return self.shows_last_year and self._document.last_year is not None

    def refresh(self, edit: Edit) -> set[CellAddress]:
        """Reckon anew what depends on `edit`; returns the totals that are others now."""
        if self._cells is None:
            self._begin()
            return set(self._totals)
        concerned: set[CellAddress] = set()
        for change in edit.changes:
            if isinstance(change.address, CellAddress):
                concerned.update(self._cells.parts_of.get(change.address, ()))
            elif change.address == BLANKS:
                concerned.update(self._cells)
        return self._reckon(self._cells, concerned)

    def filled_totals(self, wanted: Set[CellAddress] | None) -> FilledTotals | None:
        """What fills the totals among `wanted`, or all of them; None as long as none is known."""
        if self._cells is None:
            return None
        cells = tuple(self._cells) if wanted is None else wanted
        return self._cells.filled(self._document.report, cells)

    def most(self, address: CellAddress) -> int:
        """The most notes that a value ever has, as the table and last year's report are now."""
        kinds = self._cells.kinds(address) if self._cells is not None else 0
        return kinds + int(self.has_last_year)

    def at(self, address: CellAddress) -> tuple[Note, ...]:
        """The notes to a value, from top to bottom."""
        return (*self._total_notes(address), *self._last_year_note(address))

    def noted(self) -> Set[CellAddress]:
        """The values that may have notes; no other has any."""
        return self._cells_of_table if self.has_last_year else self._totals.keys()

    def sentences(self, address: CellAddress) -> tuple[str, ...]:
        """The same in words."""
        entry = self._document.report.value(address)
        found = self._totals.get(address, ())
        several = len({total.number for total in found}) > 1
        sums = found if several else found[:1]
        told = [_total_words(total, entry, several) for total in sums]
        last_year = self._document.last_year
        if last_year is not None and self.shows_last_year:
            told.append(last_year_words(last_year, address, entry))
        return tuple(filter(None, told))

    def _begin(self) -> None:
        if self._document.check_data is None:
            return
        # Loaded with the checks: the window is shown before.
        from xjdesk.checks.table.computed_totals import TotalCells

        self._cells = TotalCells(self._document.form, self._table)
        self._reckon(self._cells, set(self._cells))

    def _reckon(self, cells: TotalCells, concerned: set[CellAddress]) -> set[CellAddress]:
        changed: set[CellAddress] = set()
        for cell in concerned:
            found = cells.at(self._document.report, cell)
            if found != self._totals.get(cell, ()):
                changed.add(cell)
                self._totals[cell] = found
        return changed

    def _total_notes(self, address: CellAddress) -> Iterator[Note]:
        found = self._totals.get(address)
        if not found:
            return
        entry = self._document.report.value(address)
        if len({total.number for total in found}) == 1:
            yield Note(_SUM + show_number(found[0].number), not found[0].agrees(entry))
            return
        for total in found:
            text = f"{_SIDES[total.over]}{_SUM}{show_number(total.number)}"
            yield Note(text, not total.agrees(entry))

    def _last_year_note(self, address: CellAddress) -> Iterator[Note]:
        last_year = self._document.last_year
        if last_year is None or not self.shows_last_year:
            return
        text = show_entry(last_year.entry(address))
        if text:
            yield Note(text)


def _total_words(total: ComputedTotal, entry: Entry | None, is_named: bool) -> str:
    name = _SUMS_IN_WORDS[total.over] if is_named else "各分项合计"
    told = f"{name} {show_number(total.number)}"
    if entry is None:
        return f"{told}，此格未填"
    if not isinstance(entry, Decimal):
        return told
    if entry == total.number:
        return f"{told}，与填写的数一致"
    side = "多" if entry > total.number else "少"
    return f"{told}，填写的数{side} {show_number(abs(entry - total.number))}"
