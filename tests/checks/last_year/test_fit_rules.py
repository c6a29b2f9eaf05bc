from __future__ import annotations

from dataclasses import replace
from itertools import permutations

import pytest

from tests.samples.clean_reports import CLEAN_REPORTS, HUAIAN_2024, clean_report
from tests.samples.year_before import year_before
from xjdesk.checks.check_data import CheckData
from xjdesk.checks.findings import check, rule_book
from xjdesk.core.document_fields import ISSUER, OWN_LEVEL, SCOPE, WHOLE_REGION
from xjdesk.core.last_year import last_year_of
from xjdesk.core.report import Report, empty_report
from xjdesk.storage.form_library import shipped_forms

_LIBRARY = shipped_forms()
_FORM, _OLD = _LIBRARY.form("zfxxgk-2021"), _LIBRARY.form("zfxxgk-2014")
_REPORT = clean_report(HUAIAN_2024, _FORM)
_BEFORE = year_before(_FORM, _REPORT)


def _told(report: Report, before: Report) -> dict[str, str]:
    earlier = _LIBRARY.form(before.form_id)
    book = rule_book(_FORM, CheckData(last_year=last_year_of(_FORM, earlier, before)))
    found = check(book, report).sorted()
    comparing = [f for f in found if f.rule in ("H21-05", "H21-06b", "H21-15")]
    told = {f.rule: f.message for f in found if f.rule.startswith("Y")}
    return told | {f.rule: f.message for f in comparing}


def test_of_the_year_before_of_the_same_issuer_nothing_is_said() -> None:
    assert _told(_REPORT, _BEFORE) == {}


def test_another_scope_is_told_once_and_nothing_is_compared() -> None:
    report = replace(_REPORT, fields={**_REPORT.fields, SCOPE: OWN_LEVEL})
    before = replace(_BEFORE, values={}, fields={**_BEFORE.fields, SCOPE: WHOLE_REGION})
    assert list(_told(report, before)) == ["Y-02"]


def test_another_issuer_is_asked_about() -> None:
    before = replace(_BEFORE, fields={**_BEFORE.fields, ISSUER: "宿迁市人民政府"})
    told = _told(_REPORT, before)
    assert list(told) == ["Y-03"]
    assert "宿迁市人民政府" in told["Y-03"]


def test_another_year_is_told_and_nothing_is_compared() -> None:
    told = _told(_REPORT, replace(_BEFORE, year=2020, values={}))
    assert list(told) == ["Y-01"]
    assert "请改用2023年度的报告" in told["Y-01"]


def test_a_form_that_counted_otherwise_is_told_once_and_nothing_is_compared() -> None:
    before = replace(empty_report(_OLD, _REPORT.year - 1), values=_BEFORE.values)
    told = _told(_REPORT, before)
    assert list(told) == ["Y-04"]
    assert "各项统计数口径已变，不可比" in told["Y-04"]


@pytest.mark.parametrize(("name", "other"), [*permutations(CLEAN_REPORTS)])
def test_a_clean_report_beside_a_year_in_other_words_gives_no_finding(
    check_data: CheckData, name: str, other: str
) -> None:
    report = clean_report(name, _FORM)
    words = clean_report(other, _FORM).chapters
    before = replace(year_before(_FORM, report), chapters=words)
    last_year = last_year_of(_FORM, _FORM, before)
    alone = check(rule_book(_FORM, check_data), report).sorted()
    beside = check(rule_book(_FORM, replace(check_data, last_year=last_year)), report).sorted()
    assert beside == alone
