"""Checks of formulas between cells, repeated over the columns or rows of a table."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal

from xjdesk.checks.finding import Finding
from xjdesk.checks.remedy import advise
from xjdesk.checks.rule import Rule, Topic
from xjdesk.checks.table.relation_message import describe
from xjdesk.core.address import CellAddress, parse_cell_address
from xjdesk.core.form import Form, Table
from xjdesk.core.formula import BLANK, Comparator, Comparison, Condition, Lookup, Range
from xjdesk.core.relation import Over, Relation
from xjdesk.core.report import Report
from xjdesk.core.severity import Severity


def relation_rules(form: Form, relation: Relation) -> Iterator[Rule]:
    """The instances of a FORMULA relation: one for each column, or each indicator row."""
    if relation.condition is None:
        return
    table = form.table(relation.table)
    names = tuple(dict.fromkeys(relation.condition.names()))
    for fixed in _repetitions(table, relation.over):
        cells = {name: _cell(table, relation.over, fixed, name) for name in names}
        yield _FormulaRule(form, relation, relation.condition, cells)


def _repetitions(table: Table, over: Over) -> Iterator[str]:
    if over is Over.COLUMNS:
        return (column.id for column in table.columns)
    return (row.id for row in table.rows if row.is_indicator)


def _cell(table: Table, over: Over, fixed: str, name: str) -> CellAddress:
    if "." in name:
        return parse_cell_address(name)
    if over is Over.COLUMNS:
        return CellAddress(table.id, name, fixed)
    return CellAddress(table.id, fixed, name)


@dataclass(frozen=True, slots=True)
class _FormulaRule:
    form: Form
    relation: Relation
    condition: Condition
    cells: Mapping[str, CellAddress]

    @property
    def topics(self) -> frozenset[Topic]:
        return frozenset(self.cells.values())

    def check(self, report: Report) -> Iterator[Finding]:
        def lookup(name: str) -> Range:
            return _range(report, self.cells[name])

        if self.condition.holds(lookup) is not False:
            return
        expected, found = _sides(self.condition, lookup)
        yield Finding(
            rule=self.relation.id,
            severity=self.relation.severity,
            where=self._where(),
            message=describe(
                self.form, self.condition, self.cells, report, lookup, self.relation.message
            ),
            expected=expected,
            found=found,
            remedies=advise(*self.relation.remedies),
        )

    def _where(self) -> tuple[CellAddress, ...]:
        """All cells of a broken relation; of a hint, which breaks nothing, the leading one."""
        cells = tuple(self.cells.values())
        return cells[:1] if self.relation.severity is Severity.HINT else cells


def _range(report: Report, address: CellAddress) -> Range:
    """A number as it is; a blank, or text that is no number, as not yet known."""
    entry = report.value(address)
    return Range(entry, entry) if isinstance(entry, Decimal) else BLANK


def _sides(condition: Condition, lookup: Lookup) -> tuple[str | None, str | None]:
    """What the right side asks for and what the left side has, where both are known."""
    if not isinstance(condition, Comparison):
        return None, None
    left, right = condition.left.range(lookup), condition.right.range(lookup)
    if not (left.is_exact and right.is_exact):
        return None, None
    sign = "" if condition.comparator is Comparator.EQUAL else str(condition.comparator)
    return f"{sign}{right.low:f}", f"{left.low:f}"
