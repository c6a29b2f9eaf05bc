"""What of an office lasts, and filling it in again."""

from __future__ import annotations

from hypothesis import given

from tests.core.report_states import reports
from xjdesk.core.change import apply_all
from xjdesk.core.document_fields import DATE, ISSUER, NUMBER, TITLE
from xjdesk.core.issuer_profile import (
    LASTING,
    IssuerProfile,
    filled_from,
    profile_of,
    usual_name,
    with_profile,
)
from xjdesk.core.report import Report


def test_number_title_and_dates_are_of_one_report_only() -> None:
    assert not {NUMBER, TITLE, DATE} & set(LASTING)


@given(reports(), reports())
def test_only_empty_fields_are_filled(report: Report, other: Report) -> None:
    profile = profile_of(other, "甲")
    after = apply_all(report, filled_from(report, profile))
    assert after.fields == {**profile.fields, **report.fields}
    assert filled_from(after, profile) == ()


@given(reports())
def test_a_profile_is_called_by_its_issuer(report: Report) -> None:
    assert usual_name(report)
    if report.field(ISSUER).strip():
        assert usual_name(report) == report.field(ISSUER).strip()


def test_a_profile_takes_the_place_of_one_of_its_name() -> None:
    first, second = IssuerProfile("甲", {}), IssuerProfile("乙", {})
    renewed = IssuerProfile("甲", {ISSUER: "西吉县人民政府"})
    assert with_profile((first, second), renewed) == (renewed, second)
    assert with_profile((first,), second) == (first, second)
