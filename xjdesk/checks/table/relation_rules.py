"""Checks of formulas between cells."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from xjdesk.checks.basis import basis_of
from xjdesk.checks.finding import Finding
from xjdesk.checks.last_year.fitting import FITTING_TOPICS
from xjdesk.checks.rule import Rule, Topic
from xjdesk.checks.table.cell_numbers import CellNumbers
from xjdesk.checks.table.relation_case import Case, CellNames
from xjdesk.checks.table.relation_instance import Instance
from xjdesk.checks.table.relation_message import describe
from xjdesk.checks.table.relation_remedies import relation_remedies
from xjdesk.checks.table.rounding import before_rounding, rounded_names
from xjdesk.core.address import CellAddress
from xjdesk.core.document_fields import BLANKS
from xjdesk.core.form import Form
from xjdesk.core.formula import Comparator, Comparison, Range, this_year_name
from xjdesk.core.numbers import Entry, show_number
from xjdesk.core.report import Report
from xjdesk.core.severity import Severity

_TAIL_MESSAGE = "可能是四舍五入造成的，请核实。"


def relation_rule(form: Form, instance: Instance, names: CellNames, numbers: CellNumbers) -> Rule:
    """The rule that one instance of a relation is."""
    return _FormulaRule(form, instance, names, numbers, rounded_names(form, instance))


@dataclass(frozen=True, slots=True)
class _FormulaRule:
    form: Form
    instance: Instance
    names: CellNames
    numbers: CellNumbers
    rounded: frozenset[str]

    @property
    def topics(self) -> frozenset[Topic]:
        own = frozenset((*self.instance.own_cells, BLANKS))
        return own | FITTING_TOPICS if self.instance.last_year else own

    def check(self, report: Report) -> Iterator[Finding]:
        last_year = self.instance.last_year
        if last_year is not None and not last_year.fits(report):
            return
        cells = self.instance.cells
        entries = {name: self.instance.entry(name, report) for name in cells}
        numbers = {name: self._number(report, name, entry) for name, entry in entries.items()}
        case = Case(self.form, self.instance, self.names, entries, numbers)
        if self.instance.condition.holds(case.range) is not False:
            return
        relation = self.instance.relation
        is_tail = self._may_hold_before_rounding(case)
        expected, found = _sides(case)
        yield Finding(
            rule=relation.id,
            severity=Severity.HINT if is_tail else relation.severity,
            where=self._where(),
            message=(
                describe(case, _TAIL_MESSAGE, "尾差")
                if is_tail
                else describe(case, relation.message)
            ),
            expected=expected,
            found=found,
            remedies=relation_remedies(case),
            basis=basis_of(entries.values()),
        )

    def _number(self, report: Report, name: str, entry: Entry | None) -> Decimal | None:
        last_year = self.instance.last_year
        holder = last_year.report if last_year and this_year_name(name) else report
        return self.numbers.of_entry(holder, self.instance.cells[name], entry)

    def _where(self) -> tuple[CellAddress, ...]:
        """All cells of a broken relation; of a hint, which breaks nothing, the leading one."""
        cells = self.instance.own_cells
        return cells[:1] if self.instance.relation.severity is Severity.HINT else cells

    def _may_hold_before_rounding(self, case: Case) -> bool:
        if not self.rounded:
            return False
        amounts = {n: number for n in self.rounded if (number := case.numbers[n]) is not None}
        wider = before_rounding(amounts)

        def lookup(name: str) -> Range:
            return wider[name] if name in wider else case.range(name)

        return self.instance.condition.holds(lookup) is not False


def _sides(case: Case) -> tuple[str | None, str | None]:
    """What the right side asks for and what the left side has, where both are known."""
    condition = case.instance.condition
    if not isinstance(condition, Comparison):
        return None, None
    left, right = condition.left.range(case.range), condition.right.range(case.range)
    if not (left.is_exact and right.is_exact):
        return None, None
    sign = "" if condition.comparator is Comparator.EQUAL else str(condition.comparator)
    return f"{sign}{show_number(right.low)}", show_number(left.low)
