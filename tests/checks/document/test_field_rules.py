"""Fields that a form asks for, and the form that is in force for a year."""

from __future__ import annotations

import pytest

from xjdesk.checks.document.document_rules import document_rules
from xjdesk.core.form import Form
from xjdesk.core.report import empty_report
from xjdesk.core.severity import Severity
from xjdesk.storage.form_library import shipped_forms

_FORMS = shipped_forms()


@pytest.mark.parametrize(
    ("form_id", "year", "due"),
    [
        ("zfxxgk-2021", 2020, "（2019年格式）”，依据是"),
        ("zfxxgk-2019", 2022, "（2021年格式）”，依据是"),
        ("zfxxgk-2014", 2019, "国办公开办函〔2019〕60号"),
    ],
)
def test_a_report_on_a_year_of_another_form_is_told_which(
    form_id: str, year: int, due: str
) -> None:
    form, forms = _FORMS.form(form_id), tuple(map(_FORMS.form, _FORMS.ids()))
    report = empty_report(form, year)
    found = (f for rule in document_rules(form, forms=forms) for f in rule.check(report))
    (finding,) = (finding for finding in found if finding.rule == "D-05")
    assert finding.severity is Severity.ERROR
    assert due in finding.message


def test_a_year_that_no_form_is_for_is_asked_about() -> None:
    form, forms = _FORMS.form("zfxxgk-2014"), tuple(map(_FORMS.form, _FORMS.ids()))
    report = empty_report(form, 2010)
    found = (f for rule in document_rules(form, forms=forms) for f in rule.check(report))
    (finding,) = (finding for finding in found if finding.rule == "D-05")
    assert finding.severity is Severity.QUERY


def test_a_form_may_do_without_some_fields_of_a_document() -> None:
    def asked(form: Form) -> set[str]:
        report = empty_report(form, form.first_year)
        found = (f for rule in document_rules(form) for f in rule.check(report))
        return {str(finding.where[0]) for finding in found if finding.rule == "D-01"}

    published = {"letterhead/issuer", "letterhead/title"}
    assert asked(_FORMS.form("zfxxgk-2021")) == asked(_FORMS.form("zfxxgk-2019")) == published
    assert {"letterhead/number", "letterhead/addressee"} < asked(_FORMS.form("zfxxgk-2014"))
