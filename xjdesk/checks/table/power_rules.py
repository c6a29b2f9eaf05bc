"""Checks of rows that hold numbers only for organs with a certain power."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise

from xjdesk.checks.basis import basis_of
from xjdesk.checks.finding import Finding
from xjdesk.checks.quoting import quoted
from xjdesk.checks.remedy import Remedy, advise
from xjdesk.checks.rule import Rule, Topic
from xjdesk.checks.table.relation_case import CellNames
from xjdesk.core.address import CellAddress
from xjdesk.core.change import Change
from xjdesk.core.document_fields import ISSUER, LEVEL, field_at
from xjdesk.core.form import Form
from xjdesk.core.numbers import Entry, show_entry
from xjdesk.core.power import Holding, Power
from xjdesk.core.report import Report
from xjdesk.core.severity import Severity


def power_rules(form: Form, names: CellNames) -> Iterator[Rule]:
    """One rule for each row that only organs with a power fill in."""
    for power in form.powers:
        table = form.table(power.table)
        for row in power.rows:
            yield _PowerRule(power, names, tuple(table.cells_in(row)))


@dataclass(frozen=True, slots=True)
class _PowerRule:
    power: Power
    names: CellNames
    cells: tuple[CellAddress, ...]

    @property
    def topics(self) -> frozenset[Topic]:
        return frozenset((*self.cells, LEVEL, ISSUER))

    def check(self, report: Report) -> Iterator[Finding]:
        """Where nothing tells whether the organ has it, the clerk is asked to say so."""
        level, issuer = report.field(LEVEL).strip(), report.field(ISSUER).strip()
        holding = self.power.holding(level, issuer)
        filled = [cell for cell in self.cells if _is_some(report.value(cell))]
        if holding is Holding.HELD or not filled:
            return
        is_known = holding is Holding.NOT_HELD
        organ = f"，本机关是{quoted(level or issuer)}" if is_known else ""
        message = self.power.message if is_known else self.power.doubt
        yield Finding(
            rule=self.power.id,
            severity=Severity.ERROR if is_known else Severity.HINT,
            where=(*filled, LEVEL),
            message=f"{self._told(report, filled)}{organ}。{message}",
            expected="0",
            found="、".join(show_entry(report.value(cell)) for cell in filled),
            remedies=(
                Remedy(f"转到“{field_at(LEVEL).label}”", place=LEVEL),
                *(self._zero(report, cell) for cell in filled if is_known),
                *advise(*self.power.remedies),
            ),
            subject=f"{self.cells[0].table}.{self.cells[0].row}",
            basis=basis_of(map(report.value, self.cells)),
        )

    def _told(self, report: Report, filled: Sequence[CellAddress]) -> str:
        names = [self.names(cell) for cell in filled]
        told = (str(names[0]), *(b.after(a) for a, b in pairwise(names)))
        values = (show_entry(report.value(cell)) for cell in filled)
        return "，".join(f"{name} {value}" for name, value in zip(told, values, strict=True))

    def _zero(self, report: Report, cell: CellAddress) -> Remedy:
        note = self.names(cell).note or self.names(cell).label
        return Remedy(f"{note}改为0", changes=(Change(cell, report.value(cell), Decimal(0)),))


def _is_some(entry: Entry | None) -> bool:
    return isinstance(entry, Decimal) and entry != 0
