"""Whatever two reports hold: one can be checked beside the other, whole or edit by edit."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from tests.checks.any_reports import TEXT, reports, some_edit
from xjdesk.checks.check_data import CheckData
from xjdesk.checks.findings import check, recheck, rule_book
from xjdesk.core.change import Change, apply, apply_all
from xjdesk.core.last_year import last_year_of
from xjdesk.core.report import Report
from xjdesk.storage.form_library import shipped_forms

_FORM = shipped_forms().form("zfxxgk-2021")
_CELLS = st.sampled_from(tuple(_FORM.indicator_cells()))
_VALUES = st.dictionaries(_CELLS, st.integers(0, 300).map(Decimal), max_size=20)


@st.composite
def _beside(draw: st.DrawFn) -> tuple[Report, Report]:
    """A report, and one on the year before that may have the same chapters."""
    report, before = draw(reports(_FORM)), draw(reports(_FORM))
    chapters = draw(st.sampled_from([report.chapters, before.chapters]))
    before = replace(before, year=report.year - 1, chapters=chapters, values=draw(_VALUES))
    return replace(report, values=draw(_VALUES)), before


@given(data=st.data())
def test_every_way_out_can_be_taken_and_edits_one_by_one_come_to_the_same(
    data: st.DataObject, check_data: CheckData
) -> None:
    report, before = data.draw(_beside())
    last_year = last_year_of(_FORM, _FORM, before)
    book = rule_book(_FORM, replace(check_data, last_year=last_year))
    findings = check(book, report)
    for finding in findings.sorted():
        for remedy in finding.remedies:
            apply_all(report, remedy.changes)
    cell = data.draw(_CELLS)
    changes = [
        some_edit(data, report, data.draw(TEXT)),
        Change(cell, report.value(cell), data.draw(st.none() | st.just(Decimal(7)))),
    ]
    for change in changes:
        report = apply(report, change)
        findings = recheck(book, report, [change], findings)
    assert findings == check(book, report)
