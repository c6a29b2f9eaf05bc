"""Last year's report as it is seen from this year's form."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from xjdesk.core.address import CellAddress
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
