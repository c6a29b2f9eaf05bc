from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from xjdesk.app.check_data import CheckDataSource
from xjdesk.checks.finding import Finding
from xjdesk.checks.findings import Findings, RuleBook, check, recheck, rule_book
from xjdesk.checks.settlement import SettledFinding, Standing, settle
from xjdesk.core.address import CellAddress, FindingAddress, ParagraphAddress
from xjdesk.core.change import Change, apply, apply_all
from xjdesk.core.explanation import EarlierExplanation, Explanation
from xjdesk.core.form import Form
from xjdesk.core.report import Paragraph, Report
from xjdesk.core.severity import Severity
from xjdesk.exchange.text.reader import read_report
from xjdesk.resource_files import resource
from xjdesk.storage.form_library import shipped_forms
from xjdesk.storage.project import new_project
from xjdesk.storage.project_file import decode_project, encode_project
from xjdesk.storage.user_words import UserWordFile

_NAME = "xiji-2016.txt"
_LIBRARY = shipped_forms()
_FORM: Form = _LIBRARY.form("zfxxgk-2014")
_SAMPLE = read_report(resource("samples", _NAME).read_bytes(), _NAME, _LIBRARY).report
_DATA = CheckDataSource(UserWordFile(Path("no-such-file"))).load().data
_BOOK: RuleBook = rule_book(_FORM, _DATA)
_REASON = "另有98件为撤回申请。"


def _cell(row: str) -> CellAddress:
    return CellAddress("statistics", row, "count")


def _explained(report: Report, severity: Severity) -> Report:
    """The report with an answer to every finding of that severity."""
    found = [f for f in check(_BOOK, report).sorted() if f.severity is severity]
    assert found
    answers = {f.address: Explanation(_REASON, f.basis) for f in found}
    return apply_all(report, [Change(address, None, said) for address, said in answers.items()])


def _settled(report: Report, findings: Findings | None = None) -> tuple[SettledFinding, ...]:
    found = findings if findings is not None else check(_BOOK, report)
    return settle(found.sorted(), report.explanations)


def _standings(report: Report, severity: Severity) -> set[Standing]:
    return {s.standing for s in _settled(report) if s.finding.severity is severity}


def test_an_error_cannot_be_explained_away() -> None:
    report = _explained(_SAMPLE, Severity.ERROR)
    assert _standings(report, Severity.ERROR) == {Standing.OPEN}


def test_a_query_is_explained_and_a_hint_dismissed() -> None:
    assert _standings(_explained(_SAMPLE, Severity.QUERY), Severity.QUERY) == {Standing.EXPLAINED}
    assert _standings(_explained(_SAMPLE, Severity.HINT), Severity.HINT) == {Standing.DISMISSED}


def test_an_empty_answer_explains_no_query() -> None:
    finding = Finding("H14-12c", Severity.QUERY, (_cell("closed"),), "相差98件。", basis="198、100")
    said = {finding.address: Explanation("  ", "198、100")}
    assert settle([finding], said)[0].standing is Standing.OPEN


def test_reasons_stay_through_a_thousand_edits_elsewhere() -> None:
    report = _explained(_SAMPLE, Severity.QUERY)
    findings = check(_BOOK, report)
    before = _settled(report, findings)
    for number in range(1000):
        cell = _cell("reading_points")
        change = Change(cell, report.value(cell), Decimal(2 + number % 3))
        report = apply(report, change)
        findings = recheck(_BOOK, report, [change], findings)
    assert _settled(report, findings) == before


def test_reasons_stay_when_the_file_is_saved_and_opened() -> None:
    report = _explained(_SAMPLE, Severity.QUERY)
    data = encode_project(new_project(report, _LIBRARY.source(_FORM.id)))
    assert _settled(decode_project(data, Path("a.xjd")).report) == _settled(report)


def test_a_reason_for_words_stays_when_a_paragraph_is_put_in_before_them() -> None:
    report = _explained(_SAMPLE, Severity.QUERY)
    change = Change(ParagraphAddress("overview", 0), (), (Paragraph("另起一段。"),))
    before = {s.finding.address: s.standing for s in _settled(report)}
    after = {s.finding.address: s.standing for s in _settled(apply(report, change))}
    assert before == after


@given(st.integers(0, 197))
def test_a_changed_value_reopens_exactly_its_finding_and_keeps_the_reason(answered: int) -> None:
    report = _explained(_SAMPLE, Severity.QUERY)
    cell = _cell("answered")
    changed = apply(report, Change(cell, report.value(cell), Decimal(answered)))
    concerned = FindingAddress("H14-12c", f"{_cell('closed')} {cell}")
    reopened = {
        settled.finding.address
        for settled in _settled(changed)
        if settled.finding.address in report.explanations and settled.standing is Standing.OPEN
    }
    is_other = answered != report.value(cell)
    assert reopened == ({concerned} if is_other else set())
    (again,) = [s for s in _settled(changed) if s.finding.address == concerned]
    assert again.explanation is not None
    assert again.explanation.text == _REASON


def test_a_new_answer_keeps_the_one_for_other_values_as_history() -> None:
    first = Explanation("撤回申请。", "198、100")
    second = first.rewritten("另有说明。", "198、101")
    assert second.earlier == (EarlierExplanation("撤回申请。", "198、100"),)
    assert second.rewritten("改写。", "198、101").earlier == second.earlier


@pytest.mark.parametrize("severity", list(Severity))
def test_what_was_said_is_taken_back_by_undoing_it(severity: Severity) -> None:
    address = FindingAddress("H14-12c", "x")
    change = Change(address, None, Explanation(_REASON, "1"))
    assert apply(apply(_SAMPLE, change), change.inverse()) == _SAMPLE
