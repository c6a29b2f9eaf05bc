"""The check for indicators that nothing was filled into.

It looks at a whole table at once, because one of its ways out fills all blanks of the table. Blanks
of one row are told together, and so is a table in which nothing stands yet.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import groupby

from xjdesk.checks.basis import basis_of
from xjdesk.checks.finding import Finding
from xjdesk.checks.remedy import Remedy, advise
from xjdesk.checks.rule import Rule, Topic
from xjdesk.checks.table.balances import Known
from xjdesk.checks.table.blanks import Balances, asked_for, takes_zero, zero_for
from xjdesk.checks.table.cell_numbers import CellNumbers, may_stay_blank
from xjdesk.checks.table.entry_shape import shape_problem
from xjdesk.checks.table.relation_case import CellNames
from xjdesk.checks.table.relation_remedies import as_entered
from xjdesk.core.address import CellAddress
from xjdesk.core.cell_group_name import group_name
from xjdesk.core.change import Change
from xjdesk.core.document_fields import BLANKS
from xjdesk.core.form import Form
from xjdesk.core.numbers import show_number
from xjdesk.core.relation import Relation
from xjdesk.core.report import Report

_BASIS = basis_of((None,))


@dataclass(frozen=True, slots=True)
class _Group:
    """Blank cells that are told together; `label` leads the way out that fills them with 0."""

    cells: tuple[CellAddress, ...]
    told: str
    label: str
    subject: str
    basis: str


def blank_rule(
    form: Form, relation: Relation, names: CellNames, numbers: CellNumbers, balances: Balances
) -> Rule:
    """The rule that a relation of kind BLANK states for its table."""
    cells = tuple(cell for cell in form.indicator_cells() if cell.table == relation.table)
    return _BlankRule(form, relation, names, numbers, balances, cells)


@dataclass(frozen=True, slots=True)
class _BlankRule:
    form: Form
    relation: Relation
    names: CellNames
    numbers: CellNumbers
    balances: Balances
    cells: tuple[CellAddress, ...]

    @property
    def topics(self) -> frozenset[Topic]:
        return frozenset((*self.cells, BLANKS))

    def check(self, report: Report) -> Iterator[Finding]:
        blanks = [cell for cell in self.cells if report.value(cell) is None]
        is_empty = len(blanks) == len(self.cells)

        def known(cell: CellAddress) -> Decimal | None:
            return self.numbers.number(report, cell)

        whole_table: tuple[Remedy, ...] = ()
        if may_stay_blank(report):
            blanks = [cell for cell in blanks if cell in self.numbers.totals]
        elif len(blanks) > 1:
            whole_table = self._zeros("本表空白格都填0", blanks, known)
        for group in self._groups(blanks, is_empty):
            own = self._own(group, known)
            ways = own if own == whole_table else (*own, *whole_table)
            yield self._finding(group, ways)

    def _groups(self, blanks: Sequence[CellAddress], is_empty: bool) -> Iterator[_Group]:
        """Cell by cell where a row has one column only: there each row is told by its own name."""
        table = self.form.table(self.relation.table)
        if is_empty and len(blanks) > 1 and len(table.columns) > 1:
            told = f"“{table.tab}”全都没有填写，共{len(blanks)}格"
            yield _Group(tuple(blanks), told, "本表空白格都填0", f"{table.id} 空白", _BASIS)
            return
        for row, found in groupby(blanks, key=lambda cell: cell.row):
            cells = tuple(found)
            if len(cells) == 1:
                told = f"{self.names(cells[0])}没有填写"
                yield _Group(cells, told, "填0", str(cells[0]), _BASIS)
                continue
            told = f"{group_name(self.form, cells)}没有填写，共{len(cells)}格"
            basis = "、".join(cell.column for cell in cells)
            yield _Group(cells, told, "本行空白格都填0", f"{table.id}.{row} 空白", basis)

    def _own(self, group: _Group, known: Known) -> tuple[Remedy, ...]:
        """The numbers that sums ask for, else 0 where no sum asks for more."""
        found = tuple(self._asked(group.cells, known))
        if found:
            is_total = all(cell in self.numbers.totals for cell, _ in found)
            told = "、".join(show_number(number) for _, number in found)
            changes = tuple(Change(cell, None, number) for cell, number in found)
            return (Remedy(f"{'填入合计' if is_total else '填入'} {told}", changes=changes),)
        if len(group.cells) == 1:
            return (Remedy(group.label, changes=(zero_for(group.cells[0]),)),)
        return self._zeros(group.label, group.cells, known)

    def _asked(
        self, cells: Sequence[CellAddress], known: Known
    ) -> Iterator[tuple[CellAddress, Decimal]]:
        for cell in cells:
            asked = asked_for(cell, self.balances, known)
            if asked and not shape_problem(asked, self.form.counting(cell)):
                yield cell, as_entered(asked)

    def _zeros(self, label: str, cells: Sequence[CellAddress], known: Known) -> tuple[Remedy, ...]:
        fitting = [cell for cell in cells if takes_zero(cell, self.balances, known)]
        return (Remedy(label, changes=tuple(map(zero_for, fitting))),) if fitting else ()

    def _finding(self, group: _Group, ways: tuple[Remedy, ...]) -> Finding:
        relation = self.relation
        return Finding(
            rule=relation.id,
            severity=relation.severity,
            where=group.cells,
            message=f"{group.told}。{relation.message}",
            found="",
            remedies=(*ways, *advise(*relation.remedies)),
            subject=group.subject,
            basis=group.basis,
        )
