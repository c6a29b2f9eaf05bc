"""The check for indicators that nothing was filled into.

It looks at a whole table at once, because one of its ways out fills all blanks of the table.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from xjdesk.checks.basis import basis_of
from xjdesk.checks.finding import Finding
from xjdesk.checks.remedy import Remedy, advise
from xjdesk.checks.rule import Rule, Topic
from xjdesk.checks.table.balances import Known
from xjdesk.checks.table.blanks import Balances, asked_for, takes_zero, zero_for
from xjdesk.checks.table.cell_numbers import CellNumbers, may_stay_blank
from xjdesk.checks.table.entry_shape import shape_problem
from xjdesk.checks.table.relation_case import CellNames
from xjdesk.checks.table.relation_remedies import as_entered, fill_in
from xjdesk.core.address import CellAddress
from xjdesk.core.document_fields import BLANKS
from xjdesk.core.form import Form
from xjdesk.core.relation import Relation
from xjdesk.core.report import Report

_BASIS = basis_of((None,))


@dataclass(frozen=True, slots=True)
class _Blank:
    """What is said about a cell whenever it is blank."""

    message: str
    zero: Remedy


def blank_rule(
    form: Form, relation: Relation, names: CellNames, numbers: CellNumbers, balances: Balances
) -> Rule:
    """The rule that a relation of kind BLANK states for its table."""
    cells = tuple(cell for cell in form.indicator_cells() if cell.table == relation.table)

    def said(cell: CellAddress) -> _Blank:
        message = f"{names(cell)}没有填写。{relation.message}"
        return _Blank(message, Remedy("填0", changes=(zero_for(cell),)))

    said_once = lru_cache(maxsize=len(cells))(said)
    return _BlankRule(
        form, relation, numbers, balances, cells, advise(*relation.remedies), said_once
    )


@dataclass(frozen=True, slots=True)
class _BlankRule:
    form: Form
    relation: Relation
    numbers: CellNumbers
    balances: Balances
    cells: tuple[CellAddress, ...]
    advice: tuple[Remedy, ...]
    said: Callable[[CellAddress], _Blank]

    @property
    def topics(self) -> frozenset[Topic]:
        return frozenset((*self.cells, BLANKS))

    def check(self, report: Report) -> Iterator[Finding]:
        blanks = [cell for cell in self.cells if report.value(cell) is None]
        if not blanks:
            return

        def known(cell: CellAddress) -> Decimal | None:
            return self.numbers.number(report, cell)

        whole_table: tuple[Remedy, ...] = ()
        if may_stay_blank(report):
            blanks = [cell for cell in blanks if cell in self.numbers.totals]
        else:
            whole_table = self._whole_table(blanks, known)
        for cell in blanks:
            yield self._finding(cell, (*self._own(cell, known), *whole_table))

    def _own(self, cell: CellAddress, known: Known) -> Iterator[Remedy]:
        """The number that a sum asks for in this cell, else 0."""
        asked = asked_for(cell, self.balances, known)
        if not asked or shape_problem(asked, self.form.counting(cell)):
            yield self.said(cell).zero
            return
        label = "填入合计" if cell in self.numbers.totals else "填入"
        yield fill_in(label, cell, None, as_entered(asked))

    def _whole_table(self, blanks: list[CellAddress], known: Known) -> tuple[Remedy, ...]:
        fitting = [cell for cell in blanks if takes_zero(cell, self.balances, known)]
        if len(blanks) < 2 or not fitting:
            return ()
        changes = tuple(change for cell in fitting for change in self.said(cell).zero.changes)
        return (Remedy("本表空白格都填0", changes=changes),)

    def _finding(self, cell: CellAddress, ways: tuple[Remedy, ...]) -> Finding:
        relation = self.relation
        return Finding(
            rule=relation.id,
            severity=relation.severity,
            where=(cell,),
            message=self.said(cell).message,
            found="",
            remedies=(*ways, *self.advice),
            basis=_BASIS,
        )
