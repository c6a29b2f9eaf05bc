"""Last year's report as it is seen from this year's form."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from xjdesk.core.address import CellAddress
from xjdesk.core.document_fields import SCOPE
from xjdesk.core.form import Form
from xjdesk.core.numbers import Entry
from xjdesk.core.report import Report


@dataclass(frozen=True, slots=True)
class LastYear:
    """A report of the year before, with the form it is made in.

    `same` leads from each cell of this year's form to the cell of last year's that counted the
    same; a cell that is not in it counts otherwise than before (口径已变), and is not compared.
    """

    report: Report
    form: Form
    same: Mapping[CellAddress, CellAddress]

    def is_comparable(self, address: CellAddress) -> bool:
        """Whether last year's form counted the same."""
        return address in self.same

    def entry(self, address: CellAddress) -> Entry | None:
        """What last year's report has for a cell of this year; None if blank or not comparable."""
        before = self.same.get(address)
        return None if before is None else self.report.value(before)

    def number(self, address: CellAddress) -> Decimal | None:
        """The same, if it is a number."""
        entry = self.entry(address)
        return entry if isinstance(entry, Decimal) else None

    def fits(self, report: Report) -> bool:
        """Whether numbers of `report` may be held against it: the year before, and as wide."""
        return self.report.year == report.year - 1 and not self.is_of_other_scope(report)

    def is_of_other_scope(self, report: Report) -> bool:
        """Whether both say whose numbers they hold, and say it differently."""
        now, before = report.field(SCOPE), self.report.field(SCOPE)
        return bool(now and before) and now != before


def last_year_of(form: Form, earlier: Form, report: Report) -> LastYear:
    """`report`, made in the form `earlier`, as last year's of a report in `form`."""
    return LastYear(report, earlier, comparable_cells(form, earlier))


def comparable_cells(form: Form, earlier: Form) -> dict[CellAddress, CellAddress]:
    """The cells of `form` that count what a cell of `earlier` counts, each with that cell.

    All of them where both are the same form; where `form` says nothing of the other, none.
    """
    takers = frozenset(earlier.indicator_cells())
    if form.id == earlier.id:
        return {cell: cell for cell in form.indicator_cells() if cell in takers}
    found: dict[CellAddress, CellAddress] = {}
    for comparable in form.comparable:
        if comparable.form == earlier.id:
            named = {cell: cell for cell in form.indicator_cells() if comparable.names(cell)}
            pairs = {**named, **dict(comparable.cells)}
            found |= {new: old for new, old in pairs.items() if form.has(new) and old in takers}
    return found
