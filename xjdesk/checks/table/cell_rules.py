"""Checks of single cells: shape of numbers, values in heading rows."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from xjdesk.checks.basis import basis_of
from xjdesk.checks.finding import Finding
from xjdesk.checks.quoting import quoted
from xjdesk.checks.remedy import Remedy, advise
from xjdesk.checks.rule import Rule, Topic
from xjdesk.checks.table.entry_shape import shape_problem
from xjdesk.checks.table.relation_case import CellNames
from xjdesk.core.address import CellAddress
from xjdesk.core.change import Change
from xjdesk.core.form import Form
from xjdesk.core.numbers import Entry, read_entry, show_entry, show_number
from xjdesk.core.relation import Relation, RelationKind
from xjdesk.core.report import Report
from xjdesk.core.table import Counting, Quantity

_NOTHING = re.compile(r"[-－—–/／\\＼]+|无|没有")
"""What is written into a cell to say that there is none."""


def cell_rules(form: Form, relation: Relation, names: CellNames) -> Iterator[Rule]:
    """The rules that a relation of kind ENTRY or HEADING states, one for each cell."""
    for address in form.table(relation.table).addresses():
        row = form.row_of(address)
        match relation.kind:
            case RelationKind.ENTRY if row.is_indicator:
                yield _NumberRule(relation, names, address, form.counting(address))
            case RelationKind.HEADING if not row.is_indicator:
                yield _HeadingRule(relation, names, address)
            case _:
                pass


@dataclass(frozen=True, slots=True)
class _CellRule:
    relation: Relation
    names: CellNames
    address: CellAddress

    @property
    def topics(self) -> frozenset[Topic]:
        return frozenset((self.address,))

    def _finding(
        self, entry: Entry, problem: str, expected: str | None, ways: tuple[Remedy, ...]
    ) -> Finding:
        relation = self.relation
        return Finding(
            rule=relation.id,
            severity=relation.severity,
            where=(self.address,),
            message=f"{self.names(self.address)}{problem}。{relation.message}",
            expected=expected,
            found=show_entry(entry),
            remedies=(*ways, *advise(*relation.remedies)),
            basis=basis_of((entry,)),
        )

    def _emptied(self, label: str, entry: Entry) -> Remedy:
        return Remedy(label, changes=(Change(self.address, entry, None),))


@dataclass(frozen=True, slots=True)
class _HeadingRule(_CellRule):
    def check(self, report: Report) -> Iterator[Finding]:
        entry = report.value(self.address)
        if entry is not None:
            problem = f"是标题行，却填了{quoted(show_entry(entry))}"
            yield self._finding(entry, problem, "", (self._emptied("清除该值", entry),))


@dataclass(frozen=True, slots=True)
class _NumberRule(_CellRule):
    counting: Counting

    def check(self, report: Report) -> Iterator[Finding]:
        entry = report.value(self.address)
        problem = None if entry is None else shape_problem(entry, self.counting)
        if entry is not None and problem is not None:
            told = f"填的是{quoted(show_entry(entry))}，{problem}"
            ways = (*self._corrected(entry), self._emptied("清空该格", entry))
            yield self._finding(entry, told, None, ways)

    def _corrected(self, entry: Entry) -> Iterator[Remedy]:
        """The number that is meant, where there is no doubt; nothing is guessed."""
        if isinstance(entry, str) and _NOTHING.fullmatch(entry.strip()):
            yield Remedy("填0", changes=(Change(self.address, entry, Decimal(0)),))
            return
        meant, label = _meant(entry, self.counting)
        if meant is not None and shape_problem(meant, self.counting) is None:
            change = Change(self.address, entry, meant)
            yield Remedy(f"{label} {show_number(meant)}", changes=(change,))


def _meant(entry: Entry, counting: Counting) -> tuple[Decimal | None, str]:
    if isinstance(entry, str):
        read = read_entry(entry, counting.unit)
        return (read if isinstance(read, Decimal) else None), "改为"
    if counting.quantity is Quantity.AMOUNT and entry >= 0:
        last = Decimal(1).scaleb(-counting.decimals)
        return entry.quantize(last, ROUND_HALF_UP), "四舍五入为"
    return None, ""
