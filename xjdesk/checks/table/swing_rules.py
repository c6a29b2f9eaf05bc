"""Indicators that swing beyond a factor against last year's report."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from xjdesk.checks.finding import Finding
from xjdesk.checks.last_year.fitting import FITTING_TOPICS
from xjdesk.checks.rule import Rule, Topic
from xjdesk.checks.table.comparison import compared
from xjdesk.checks.table.relation_case import CellNames
from xjdesk.core.address import CellAddress
from xjdesk.core.form import Form
from xjdesk.core.last_year import LastYear
from xjdesk.core.numbers import show_number
from xjdesk.core.relation import Relation
from xjdesk.core.report import Report


def swing_rules(
    form: Form, relation: Relation, names: CellNames, last_year: LastYear
) -> Iterator[Rule]:
    """The rules that a relation of kind SWING states, one for each comparable cell."""
    for cell in form.indicator_cells():
        is_meant = not relation.rows or cell.row in relation.rows
        if cell.table == relation.table and is_meant and last_year.is_comparable(cell):
            yield _SwingRule(relation, names, last_year, cell)


@dataclass(frozen=True, slots=True)
class _SwingRule:
    relation: Relation
    names: CellNames
    last_year: LastYear
    cell: CellAddress

    @property
    def topics(self) -> frozenset[Topic]:
        return FITTING_TOPICS | {self.cell}

    def check(self, report: Report) -> Iterator[Finding]:
        now, before = report.value(self.cell), self.last_year.number(self.cell)
        if now is None or isinstance(now, str) or before is None or before <= 0:
            return
        factor = self.relation.factor
        if before / factor <= now <= before * factor or not self.last_year.fits(report):
            return
        told = f"上年为{show_number(before)}"
        yield compared(self.relation, self.cell, self.names(self.cell), told, (now, before))
