"""Checks of single cells: shape of numbers, blanks, values in heading rows."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from xjdesk.checks.finding import Finding
from xjdesk.checks.quoting import quoted
from xjdesk.checks.remedy import advise
from xjdesk.checks.rule import Rule, Topic
from xjdesk.core.address import CellAddress
from xjdesk.core.form import Form, Quantity, Row
from xjdesk.core.numbers import Entry, is_whole, show_entry
from xjdesk.core.relation import Relation, RelationKind
from xjdesk.core.report import Report
from xjdesk.core.row_name import cell_name

_DECIMALS = -2
"""Amounts in 万元 have two decimals: the exponent of the last one."""


def cell_rules(form: Form, relation: Relation) -> Iterator[Rule]:
    """The rules that a relation of kind ENTRY, HEADING or BLANK states, one for each cell."""
    for address in form.table(relation.table).addresses():
        row = form.row_of(address)
        match relation.kind:
            case RelationKind.ENTRY if row.is_indicator:
                yield _NumberRule(form, relation, address, row)
            case RelationKind.BLANK if row.is_indicator:
                yield _BlankRule(form, relation, address)
            case RelationKind.HEADING if not row.is_indicator:
                yield _HeadingRule(form, relation, address)
            case _:
                pass


@dataclass(frozen=True, slots=True)
class _CellRule:
    form: Form
    relation: Relation
    address: CellAddress

    @property
    def topics(self) -> frozenset[Topic]:
        return frozenset((self.address,))

    def _finding(self, problem: str, expected: str | None, found: str) -> Finding:
        relation = self.relation
        name = cell_name(self.form, self.address)
        return Finding(
            rule=relation.id,
            severity=relation.severity,
            where=(self.address,),
            message=f"{name}{problem}。{relation.message}",
            expected=expected,
            found=found,
            remedies=advise(*relation.remedies),
        )


@dataclass(frozen=True, slots=True)
class _BlankRule(_CellRule):
    def check(self, report: Report) -> Iterator[Finding]:
        if report.value(self.address) is None:
            yield self._finding("没有填写", None, "")


@dataclass(frozen=True, slots=True)
class _HeadingRule(_CellRule):
    def check(self, report: Report) -> Iterator[Finding]:
        entry = report.value(self.address)
        if entry is not None:
            shown = show_entry(entry)
            yield self._finding(f"是标题行，却填了{quoted(shown)}", "", shown)


@dataclass(frozen=True, slots=True)
class _NumberRule(_CellRule):
    row: Row

    def check(self, report: Report) -> Iterator[Finding]:
        entry = report.value(self.address)
        problem = None if entry is None else _problem(entry, self.row)
        if entry is not None and problem is not None:
            shown = show_entry(entry)
            yield self._finding(f"填的是{quoted(shown)}，{problem}", None, shown)


def _problem(entry: Entry, row: Row) -> str | None:
    if isinstance(entry, str):
        return "不是数"
    if entry < 0:
        return "小于0"
    if row.quantity is Quantity.COUNT and not is_whole(entry):
        return "不是整数"
    if row.quantity is Quantity.AMOUNT and _decimals(entry) < _DECIMALS:
        return "多于两位小数"
    return None


def _decimals(number: Decimal) -> int:
    exponent = number.normalize().as_tuple().exponent
    return exponent if isinstance(exponent, int) else 0
