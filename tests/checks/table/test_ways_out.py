"""Every relation of every form is told with both sides and offers ways out that lead out."""

from __future__ import annotations

import random
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.checks.table.filled_tables import FORM, about_tables, filled
from xjdesk.checks.finding import Finding
from xjdesk.checks.remedy import Remedy
from xjdesk.checks.table.relation_instance import Instance, instances
from xjdesk.core.address import CellAddress
from xjdesk.core.change import apply_all
from xjdesk.core.form import Form
from xjdesk.core.formula import Comparison, Largest, Range
from xjdesk.core.report import Report, empty_report
from xjdesk.core.row_name import cell_name
from xjdesk.core.severity import Severity
from xjdesk.storage.form_library import shipped_forms

_LIBRARY = shipped_forms()
_INSTANCES = [
    pytest.param(form, instance, id=f"{form.id} {'/'.join(map(str, instance.cells.values()))[:60]}")
    for form in map(_LIBRARY.form, _LIBRARY.ids())
    for relation in form.relations
    for instance in instances(form, relation)
]
_DRAWS = 20_000
_SMALL = (0, 0, 1, 2, 12)
_SIGNED = (*_SMALL, -2, -12)


def _broken(form: Form, instance: Instance) -> tuple[Report, Finding]:
    """A report that breaks the relation, searched among small numbers, and what is found."""
    draw = random.Random(0)
    empty = empty_report(form, form.first_year)
    for _ in range(_DRAWS):
        values = {
            address: Decimal(draw.choice(_SIGNED if form.counting(address).signed else _SMALL))
            for address in instance.cells.values()
        }
        numbers = {name: values[address] for name, address in instance.cells.items()}
        if not _holds(instance, numbers):
            report = Report(form.id, empty.year, {}, empty.chapters, values)
            leading = next(iter(instance.cells.values()))
            return report, next(
                f
                for f in about_tables(form, report)
                if f.rule == instance.relation.id and f.where[0] == leading
            )
    raise AssertionError(f"{instance.relation.id} cannot be broken")


def _holds(instance: Instance, numbers: dict[str, Decimal]) -> bool:
    def lookup(name: str) -> Range:
        return Range(numbers[name], numbers[name])

    return instance.condition.holds(lookup) is not False


@pytest.mark.parametrize(("form", "instance"), _INSTANCES)
def test_a_broken_relation_names_both_sides_and_how_far_they_are_apart(
    form: Form, instance: Instance
) -> None:
    report, finding = _broken(form, instance)
    condition = instance.condition
    assert finding.message.endswith(instance.relation.message)
    if not isinstance(condition, Comparison):
        shown = [a for a in instance.cells.values() if report.value(a)]
        assert all(cell_name(form, a).label in finding.message for a in shown)
        return
    for side in (condition.left, condition.right):
        names = list(side.names())
        labels = [cell_name(form, instance.cells[name]).label for name in names]
        told = [label for label in labels if label in finding.message]
        assert told if names else True
        if names and not isinstance(side, Largest):
            assert labels[0] in told
    if any(condition.right.names()):
        assert "相差 " in finding.message
    assert finding.expected is not None
    assert finding.found is not None


@pytest.mark.parametrize(("form", "instance"), _INSTANCES)
def test_a_broken_relation_offers_ways_out_and_those_that_change_it_mend_it(
    form: Form, instance: Instance
) -> None:
    report, finding = _broken(form, instance)
    cells = list(instance.cells.values())
    places = [remedy.place for remedy in finding.remedies if remedy.place]
    assert len(places) == min(2, len(cells))
    assert set(places) <= set(cells)
    assert len([remedy for remedy in finding.remedies if remedy.is_advice]) >= 2
    assert len({remedy.label for remedy in finding.remedies}) == len(finding.remedies)
    for remedy in finding.remedies:
        if remedy.changes:
            after = apply_all(report, remedy.changes)
            assert finding.address not in {f.address for f in about_tables(form, after)}


@pytest.mark.parametrize(("form", "instance"), _INSTANCES)
def test_a_finding_is_kept_by_the_same_places_and_the_values_of_all_cells(
    form: Form, instance: Instance
) -> None:
    report, finding = _broken(form, instance)
    shown = [str(report.value(address)) for address in instance.cells.values()]
    assert finding.basis == "、".join(shown)
    assert finding.subject == ""
    is_hint = instance.relation.severity is Severity.HINT
    cells = tuple(instance.cells.values())
    assert finding.where == (cells[:1] if is_hint else cells)


_ROWS = [row.id for row in FORM.tables[0].rows]
_ENTRIES = (
    st.integers(-3, 9).map(Decimal)
    | st.decimals(0, 20_000, places=3)
    | st.sampled_from(["/", "若干", "１２", "3 件", "约200"])
)


@given(
    st.dictionaries(st.sampled_from(_ROWS), _ENTRIES, max_size=25),
    st.sampled_from([None, 0]),
    st.integers(min_value=0),
)
def test_every_change_offered_removes_the_finding_it_is_offered_for(
    values: dict[str, Decimal | str], rest: int | None, choice: int
) -> None:
    report = filled(values, rest=rest)
    findings = list(about_tables(FORM, report))
    assert all(len(finding.remedies) >= 2 for finding in findings)
    offers = [(f, remedy) for f in findings for remedy in f.remedies if remedy.changes]
    if not offers:
        return
    finding, remedy = offers[choice % len(offers)]
    after = apply_all(report, remedy.changes)
    if not _passes_over(finding, remedy, report):
        assert finding.address not in {f.address for f in about_tables(FORM, after)}


def _passes_over(finding: Finding, remedy: Remedy, report: Report) -> bool:
    """Filling the table with zeros leaves alone a blank for which a sum asks another number."""
    place = finding.where[0]
    return (
        isinstance(place, CellAddress)
        and report.value(place) is None
        and place not in {change.address for change in remedy.changes}
    )
