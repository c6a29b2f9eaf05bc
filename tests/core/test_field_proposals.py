"""What is proposed for empty fields."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given

from tests.core.report_states import FORM, reports
from xjdesk.core import document_fields as fields
from xjdesk.core.address import FieldAddress
from xjdesk.core.change import apply_all
from xjdesk.core.field_proposals import adopted, field_proposals
from xjdesk.core.report import Report, empty_report
from xjdesk.storage.form_library import shipped_forms

_TODAY = date(2025, 1, 20)
_WIDE = shipped_forms().form("zfxxgk-2021")


def _report(**filled: str) -> Report:
    texts = {getattr(fields, name.upper()): text for name, text in filled.items()}
    return replace(empty_report(_WIDE, 2024), fields=texts)


def _proposed(report: Report, last_year: Report | None = None) -> dict[FieldAddress, str]:
    found = field_proposals(_WIDE, report, last_year, _TODAY)
    return {address: proposal.text for address, proposal in found.items()}


def test_title_signature_and_printing_organ_follow_from_the_issuer() -> None:
    found = _proposed(_report(issuer="西吉县人民政府"))
    assert found[fields.TITLE] == "西吉县人民政府2024年政府信息公开工作年度报告"
    assert found[fields.ORGAN] == "西吉县人民政府"
    assert found[fields.PRINTED_BY] == "西吉县人民政府办公室"
    assert _proposed(_report(issuer="西吉县教育局"))[fields.PRINTED_BY] == "西吉县教育局"


def test_what_is_filled_in_is_never_proposed_anew() -> None:
    found = _proposed(_report(issuer="西吉县人民政府", title="自拟标题"))
    assert fields.TITLE not in found
    assert fields.ISSUER not in found


def test_the_day_is_today_in_the_year_the_report_is_made_and_then_that_of_the_document() -> None:
    assert _proposed(_report())[fields.DATE] == "2025年1月20日"
    found = _proposed(_report(date="2025年1月15日"))
    assert found[fields.FILLED_ON] == found[fields.PRINTED_ON] == "2025年1月15日"
    late = field_proposals(_WIDE, _report(), None, date(2026, 3, 1))
    assert fields.DATE not in late


def test_what_lasts_is_proposed_from_last_years_report_but_no_number_and_no_date() -> None:
    before = _report(
        issuer="西吉县人民政府",
        addressee="固原市人民政府",
        number="西政发〔2024〕3号",
        date="2024年1月9日",
        phone="0954-3012401",
        title="旧标题",
    )
    found = _proposed(_report(), before)
    assert found[fields.ISSUER] == "西吉县人民政府"
    assert found[fields.ADDRESSEE] == "固原市人民政府"
    assert found[fields.PHONE] == "0954-3012401"
    assert fields.NUMBER not in found
    assert fields.TITLE not in found
    assert found[fields.DATE] == "2025年1月20日"


def test_what_the_report_says_comes_before_what_last_years_said() -> None:
    found = _proposed(_report(issuer="西吉县教育局"), _report(organ="西吉县人民政府"))
    assert found[fields.ORGAN] == "西吉县教育局"


@pytest.mark.parametrize(
    ("addressee", "direction"), [("固原市人民政府", fields.UPWARD), ("", None)]
)
def test_a_report_with_an_addressee_goes_up(addressee: str, direction: str | None) -> None:
    assert _proposed(_report(addressee=addressee)).get(fields.DIRECTION) == direction


def test_a_table_that_is_an_annex_names_it() -> None:
    found = field_proposals(FORM, replace(empty_report(FORM, 2016), fields={}), None, _TODAY)
    name = "政府信息公开情况统计表（2016年度）"
    assert found[fields.ANNEX_NOTE].text == found[fields.ANNEX_TITLE].text == name
    noted = replace(empty_report(FORM, 2016), fields={fields.ANNEX_NOTE: "统计表"})
    assert field_proposals(FORM, noted, None, _TODAY)[fields.ANNEX_TITLE].text == "统计表"
    assert fields.ANNEX_NOTE not in _proposed(_report())


@given(reports(), reports())
def test_all_that_is_proposed_can_be_adopted_and_fills_only_empty_fields(
    report: Report, before: Report
) -> None:
    proposals = field_proposals(FORM, report, before, _TODAY)
    after = apply_all(report, adopted(report, proposals))
    assert after.fields == {**report.fields, **{a: p.text for a, p in proposals.items()}}
    assert not proposals.keys() & report.fields.keys()
