"""Comparing a report with other reports: last year's, or the four quarters of its year."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
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


def compare_with_last_year(form: Form, report: Report, last_year: Report) -> tuple[Finding, ...]:
    """Indicators that swing beyond a factor against last year's report of the same form.

    A report in another form is not comparable cell by cell and gives no finding.
    """
    if last_year.form_id != report.form_id:
        return ()
    swings = (r for r in form.relations if r.kind is RelationKind.SWING)
    return tuple(
        finding
        for relation in swings
        for pair in _pairs(form, relation, report)
        if (finding := _swing(relation, pair, _number(last_year, pair.address)))
    )


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
        for pair in _pairs(form, relation, report)
        if (finding := _from_quarters(form, relation, pair, quarters))
    )


@dataclass(frozen=True, slots=True)
class _Pair:
    """A filled indicator of this year with its name."""

    address: CellAddress
    name: RowName
    number: Decimal


def _pairs(form: Form, relation: Relation, report: Report) -> Iterator[_Pair]:
    for address in form.table(relation.table).addresses():
        number = _number(report, address)
        if number is not None and form.row_of(address).is_indicator:
            yield _Pair(address, cell_name(form, address), number)


def _swing(relation: Relation, pair: _Pair, before: Decimal | None) -> Finding | None:
    if before is None or before <= 0:
        return None
    if before / relation.factor <= pair.number <= before * relation.factor:
        return None
    return _finding(relation, pair, f"上年为{show_number(before)}", before)


def _from_quarters(
    form: Form, relation: Relation, pair: _Pair, quarters: Sequence[Report]
) -> Finding | None:
    numbers = [_number(quarter, pair.address) or Decimal(0) for quarter in quarters]
    is_stock = form.counting(pair.address).measure is Measure.STOCK
    expected = numbers[-1] if is_stock else sum(numbers, Decimal(0))
    if pair.number == expected:
        return None
    source = "第四季度末为" if is_stock else "各季度合计"
    label = "填入第四季度末数" if is_stock else "填入各季度合计"
    ways: tuple[Remedy, ...] = ()
    if shape_problem(expected, form.counting(pair.address)) is None:
        ways = (fill_in(label, pair.address, pair.number, as_entered(expected)),)
    return _finding(relation, pair, f"{source}{show_number(expected)}", expected, ways)


def _finding(
    relation: Relation,
    pair: _Pair,
    other: str,
    expected: Decimal,
    ways: tuple[Remedy, ...] = (),
) -> Finding:
    found = show_number(pair.number)
    return Finding(
        rule=relation.id,
        severity=relation.severity,
        where=(pair.address,),
        message=f"{pair.name}本年为{found}，{other}。{relation.message}",
        expected=show_number(expected),
        found=found,
        remedies=(*ways, go_to(pair.name, pair.address), *advise(*relation.remedies)),
        basis=basis_of((pair.number, expected)),
    )


def _number(report: Report, address: CellAddress) -> Decimal | None:
    entry = report.value(address)
    return entry if isinstance(entry, Decimal) else None
