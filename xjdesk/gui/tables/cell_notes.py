"""What is said about a value besides the value: the total of its parts, last year's number."""

from __future__ import annotations

from collections.abc import Iterator, Set
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from xjdesk.core.address import CellAddress
from xjdesk.core.document_fields import BLANKS
from xjdesk.core.numbers import Entry, show_number
from xjdesk.core.relation import Over
from xjdesk.core.table import Table
from xjdesk.core.year_comparison import YearComparison, compare_years
from xjdesk.gui.document import Document, Edit
from xjdesk.gui.tables.last_year_words import (
    before_text,
    change_text,
    last_year_words,
    percent_text,
)
from xjdesk.gui.tables.sides import Side

if TYPE_CHECKING:
    from xjdesk.checks.table.computed_totals import ComputedTotal, FilledTotals, TotalCells

_SUM = "∑"
_SUMS_IN_WORDS = {Over.ROWS: "本行各列合计", Over.COLUMNS: "本列各行合计"}


@dataclass(frozen=True, slots=True)
class Note:
    """A few characters about a number; `is_wrong` where the number is not what they say.

    `longer` says more, for where there is room, `shorter` less, for where there is not enough.
    """

    text: str
    is_wrong: bool = False
    longer: str = ""
    shorter: str = ""


class CellNotes:
    """The notes to the values of one table, kept up to date edit by edit.

    They stand beside the numbers, in the columns called `sides`, or on a strip below them. Totals
    are reckoned as soon as the document is checked: both read the relations.
    """

    def __init__(self, document: Document, table: Table, sides: tuple[Side, ...]) -> None:
        self._document = document
        self._table = table
        self._sides = sides
        self._cells: TotalCells | None = None
        self._totals: dict[CellAddress, tuple[ComputedTotal, ...]] = {}
        self._compared: dict[CellAddress, YearComparison] = {}
        self._below: dict[CellAddress, tuple[Note, ...]] = {}
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

    def shows(self, side: Side) -> bool:
        """Whether there is anything to be shown in that column."""
        if side.is_of_last_year:
            return self.has_last_year
        cells = self._cells
        return cells is not None and any(
            self._is_beside(cell, over) for cell in cells for over in cells.kinds(cell)
        )

    def refresh(self, edit: Edit) -> set[CellAddress]:
        """Reckon anew what depends on `edit`; returns the totals that are others now."""
        for change in edit.changes:
            if isinstance(change.address, CellAddress):
                self._compared.pop(change.address, None)
                self._below.pop(change.address, None)
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

    def compare_anew(self) -> None:
        """Compare with another report than before, or with none, or tell of it no more."""
        self._compared.clear()
        self._below.clear()

    def filled_totals(self, wanted: Set[CellAddress] | None) -> FilledTotals | None:
        """What fills the totals among `wanted`, or all of them; None as long as none is known."""
        if self._cells is None:
            return None
        cells = tuple(self._cells) if wanted is None else wanted
        return self._cells.filled(self._document.report, cells)

    def beside(self, address: CellAddress, side: Side) -> Note:
        """The note to a value in a column beside it; one of no words for none."""
        if side is Side.SUM:
            return next(self._sums(address, is_beside=True), Note(""))
        compared = self.compared(address)
        if compared is None or not self.shows_last_year:
            return Note("")
        match side:
            case Side.BEFORE:
                return Note(before_text(compared))
            case Side.CHANGE:
                return Note(change_text(compared))
            case Side.PERCENT:
                return Note(percent_text(compared))

    def below(self, address: CellAddress) -> tuple[Note, ...]:
        """The notes on the strip below a value, from top to bottom."""
        found = self._below.get(address)
        if found is None:
            # They are painted and measured far more often than they change.
            found = (*self._sums(address, is_beside=False), *self._last_year_note(address))
            self._below[address] = found
        return found

    def most_below(self, address: CellAddress) -> int:
        """The most notes ever below a value, as the table and last year's report are now."""
        kinds = self._cells.kinds(address) if self._cells is not None else ()
        sums = any(not self._is_beside(address, over) for over in kinds)
        return int(sums) + int(self._has_last_year_below)

    def sentences(self, address: CellAddress) -> tuple[str, ...]:
        """The same in words."""
        entry = self._document.report.value(address)
        found = self._totals.get(address, ())
        several = len({total.number for total in found}) > 1
        sums = found if several else found[:1]
        told = [_total_words(total, entry, several) for total in sums]
        compared = self.compared(address)
        if compared is not None and self.shows_last_year:
            told.append(last_year_words(compared))
        return tuple(filter(None, told))

    def compared(self, address: CellAddress) -> YearComparison | None:
        """How a value compares with last year's; None without its report, and of a heading."""
        last_year = self._document.last_year
        if last_year is None or not self._table.row(address.row).is_indicator:
            return None
        found = self._compared.get(address)
        if found is None:
            found = compare_years(last_year, address, self._document.report.value(address))
            self._compared[address] = found
        return found

    @property
    def _has_last_year_below(self) -> bool:
        return self.has_last_year and Side.BEFORE not in self._sides

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
                self._below.pop(cell, None)
        return changed

    def _is_beside(self, address: CellAddress, over: Over) -> bool:
        """Whether a sum stands in a column at the end of the row, not below the number."""
        if Side.SUM not in self._sides:
            return False
        columns = self._table.columns_of(address.row)
        return len(columns) == 1 or (over is Over.ROWS and columns[-1].id == address.column)

    def _sums(self, address: CellAddress, *, is_beside: bool) -> Iterator[Note]:
        """The sum that stands there; of several different ones, both in one note."""
        known = self._totals.get(address, ())
        found = [total for total in known if self._is_beside(address, total.over) is is_beside]
        if found:
            entry = self._document.report.value(address)
            told = " ".join(dict.fromkeys(_sum_text(total, entry) for total in found))
            bare = " ".join(dict.fromkeys(_sum_text(total, None) for total in found))
            is_wrong = any(not total.agrees(entry) for total in found)
            yield Note(told, is_wrong, shorter="" if bare == told else bare)

    def _last_year_note(self, address: CellAddress) -> Iterator[Note]:
        compared = self.compared(address) if self._has_last_year_below else None
        if compared is None:
            return
        if compared.before is None:
            yield Note("上年未填" if compared.is_comparable else "不可比")
            return
        short = f"上年{before_text(compared)}"
        if not compared.change:
            yield Note(short)
            return
        change = f"{short} {change_text(compared)}"
        percent = percent_text(compared) if compared.percent is not None else ""
        yield Note(change, longer=f"{change} {percent}".rstrip(), shorter=short)


def _sum_text(total: ComputedTotal, entry: Entry | None) -> str:
    told = f"{_SUM}{show_number(total.number)}"
    if total.agrees(entry) or not isinstance(entry, Decimal):
        return told
    return f"{told} {_difference(total.number, entry)}"


def _difference(total: Decimal, entry: Decimal) -> str:
    return f"{'多' if entry > total else '少'}{show_number(abs(entry - total))}"


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
