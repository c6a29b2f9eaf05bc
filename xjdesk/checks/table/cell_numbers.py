"""The numbers that cells are known to hold, with blanks as the report wants them read."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from xjdesk.core.address import CellAddress
from xjdesk.core.document_fields import BLANKS, MAY_STAY_BLANK
from xjdesk.core.numbers import Entry
from xjdesk.core.report import Report


@dataclass(frozen=True, slots=True)
class CellNumbers:
    """Reads cells of a form in which `totals` are sums of others.

    A blank is not yet known. Where blanks may stay it means that nothing happened, except in a
    total: a total is written out.
    """

    totals: frozenset[CellAddress]

    def number(self, report: Report, address: CellAddress) -> Decimal | None:
        """The number in the cell; None when it is blank and not known, or no number."""
        return self.of_entry(report, address, report.value(address))

    def of_entry(self, report: Report, address: CellAddress, entry: Entry | None) -> Decimal | None:
        """The same for an `entry` of `report`, which may be last year's."""
        if isinstance(entry, Decimal):
            return entry
        if entry is None and address not in self.totals and may_stay_blank(report):
            return Decimal(0)
        return None


def may_stay_blank(report: Report) -> bool:
    """Whether the report leaves blank what did not happen, instead of writing 0."""
    return report.field(BLANKS) == MAY_STAY_BLANK
