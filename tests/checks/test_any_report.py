"""Whatever is written in a report: the checks go through, and all they say fits it."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tests.checks.any_reports import TEXT, reports, some_edit
from xjdesk.checks.check_data import CheckData
from xjdesk.checks.findings import check, recheck, rule_book
from xjdesk.core.address import SpanAddress
from xjdesk.core.change import apply, apply_all
from xjdesk.core.form import Form


@given(data=st.data())
def test_every_finding_fits_the_report_and_every_way_out_can_be_taken(
    data: st.DataObject, form: Form, check_data: CheckData
) -> None:
    report = data.draw(reports(form))
    for finding in check(rule_book(form, check_data), report).sorted():
        assert finding.message
        for place in finding.where:
            if isinstance(place, SpanAddress):
                paragraph = report.chapter(place.chapter).paragraphs[
                    place.paragraph : place.paragraph + 1
                ]
                length = len(paragraph[0].text) if paragraph else 0
                assert 0 <= place.start <= place.end <= length
        for remedy in finding.remedies:
            apply_all(report, remedy.changes)


@given(data=st.data())
def test_checking_edits_one_by_one_comes_to_the_same_as_checking_all(
    data: st.DataObject, form: Form, check_data: CheckData
) -> None:
    book = rule_book(form, check_data)
    report = data.draw(reports(form))
    findings = check(book, report)
    for text in data.draw(st.lists(TEXT, max_size=3)):
        change = some_edit(data, report, text)
        report = apply(report, change)
        findings = recheck(book, report, [change], findings)
    assert findings == check(book, report)
