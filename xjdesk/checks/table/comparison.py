"""Comparing a report with other reports of its year: the four quarters."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from xjdesk.checks.basis import basis_of
from xjdesk.checks.finding import Finding
from xjdesk.checks.remedy import Remedy, advise
from xjdesk.checks.table.entry_shape import shape_problem
from xjdesk.checks.table.relation_remedies import as_entered, fill_in, go_to
from xjdesk.core.address import CellAddress
from xjdesk.core.form import Form
from xjdesk.core.numbers import show_number
from xjdesk.core.relation import Relation, RelationKind
from xjdesk.core.report import Report
from xjdesk.core.row_name import RowName, cell_name
from xjdesk.core.table import Measure


def compare_with_quarters(
    form: Form, report: Report, quarters: Sequence[Report]
) -> tuple[Finding, ...]:
    """Indicators that do not follow from the year's quarterly returns, first to last.

    A flow is the sum of the quarters, a stock the state of the last one. A blank counts as 0; a
    year that is blank itself is another check's affair.
    """
    relations = (r for r in form.relations if r.kind is RelationKind.QUARTERS)
    return tuple(
        finding
        for relation in relations
        for cell, number in _filled(form, relation, report)
        if (finding := _from_quarters(form, relation, cell, number, quarters))
    )


def compared(
    relation: Relation,
    cell: CellAddress,
    name: RowName,
    told: str,
    numbers: tuple[Decimal, Decimal],
    ways: tuple[Remedy, ...] = (),
) -> Finding:
    """The finding about a cell whose number does not go with that of another report.

    `told` says what that is; `numbers` are the cell's and the other.
    """
    found, expected = map(show_number, numbers)
    return Finding(
        rule=relation.id,
        severity=relation.severity,
        where=(cell,),
        message=f"{name}本年为{found}，{told}。{relation.message}",
        expected=expected,
        found=found,
        remedies=(*ways, go_to(name, cell), *advise(*relation.remedies)),
        basis=basis_of(numbers),
    )


def _filled(
    form: Form, relation: Relation, report: Report
) -> Iterator[tuple[CellAddress, Decimal]]:
    for cell in form.indicator_cells():
        number = _number(report, cell)
        if cell.table == relation.table and number is not None:
            yield cell, number


def _from_quarters(
    form: Form, relation: Relation, cell: CellAddress, number: Decimal, quarters: Sequence[Report]
) -> Finding | None:
    numbers = [_number(quarter, cell) or Decimal(0) for quarter in quarters]
    is_stock = form.counting(cell).measure is Measure.STOCK
    expected = numbers[-1] if is_stock else sum(numbers, Decimal(0))
    if number == expected:
        return None
    source = "第四季度末为" if is_stock else "各季度合计"
    label = "填入第四季度末数" if is_stock else "填入各季度合计"
    ways: tuple[Remedy, ...] = ()
    if shape_problem(expected, form.counting(cell)) is None:
        ways = (fill_in(label, cell, number, as_entered(expected)),)
    told = f"{source}{show_number(expected)}"
    return compared(relation, cell, cell_name(form, cell), told, (number, expected), ways)


def _number(report: Report, address: CellAddress) -> Decimal | None:
    entry = report.value(address)
    return entry if isinstance(entry, Decimal) else None
