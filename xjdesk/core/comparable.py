"""What two generations of a form count alike (可比口径), as the newer one states it."""

from __future__ import annotations

from dataclasses import dataclass

from xjdesk.core.address import CellAddress


@dataclass(frozen=True, slots=True)
class Comparable:
    """Which cells count what an earlier form, called `form`, counted.

    `same` are addresses that are alike in both: of a table, of a row, or of a cell. `cells` are
    pairs of a cell and that of the earlier form where these differ.
    """

    form: str
    same: tuple[str, ...] = ()
    cells: tuple[tuple[CellAddress, CellAddress], ...] = ()

    def names(self, address: CellAddress) -> bool:
        """Whether `same` names the cell, its row or its table."""
        row = f"{address.table}.{address.row}"
        return not {address.table, row, str(address)}.isdisjoint(self.same)
