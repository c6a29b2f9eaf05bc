from __future__ import annotations

from dataclasses import replace

import pytest

from tests.samples.clean_reports import CLEAN_REPORTS, HUAIAN_2024, clean_report
from xjdesk.checks.finding import Finding
from xjdesk.checks.findings import check, rule_book
from xjdesk.core.address import FieldAddress
from xjdesk.core.change import apply_all
from xjdesk.core.document_fields import CITY, COUNTY, ISSUER, LEVEL
from xjdesk.core.report import Report
from xjdesk.core.severity import Severity
from xjdesk.storage.form_library import shipped_forms

_FORM = shipped_forms().form("zfxxgk-2021")
_BOOK = rule_book(_FORM)


def _found(report: Report) -> list[Finding]:
    return [finding for finding in check(_BOOK, report).sorted() if finding.rule == "H21-07"]


def _with(field: FieldAddress, text: str) -> Report:
    report = clean_report(HUAIAN_2024, _FORM)
    return replace(report, fields={**report.fields, field: text})


@pytest.mark.parametrize("name", CLEAN_REPORTS)
def test_a_city_that_may_be_of_either_level_is_only_asked_to_say_so(name: str) -> None:
    (finding,) = _found(clean_report(name, _FORM))
    assert finding.severity is Severity.HINT
    assert finding.remedies[0].place == LEVEL


def test_nothing_is_said_once_the_level_is_chosen() -> None:
    assert _found(_with(LEVEL, CITY)) == []


@pytest.mark.parametrize(("field", "text"), [(LEVEL, COUNTY), (ISSUER, "西吉县人民政府")])
def test_an_organ_without_the_power_has_0_in_the_whole_row(field: FieldAddress, text: str) -> None:
    report = _with(field, text)
    (finding,) = _found(report)
    assert finding.severity is Severity.ERROR
    assert finding.message.startswith("规章（本年制发件数） 1，现行有效件数 11，本机关是")
    assert text in finding.message
    changes = [change for remedy in finding.remedies for change in remedy.changes]
    assert _found(apply_all(report, changes)) == []
