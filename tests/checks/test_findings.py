from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.checks.table.filled_tables import BOOK, FORM, INDICATORS, by_rule, cell, filled
from xjdesk.checks.finding import count
from xjdesk.checks.findings import Findings, check, recheck
from xjdesk.core.address import (
    CellAddress,
    FieldAddress,
    HeadingAddress,
    ParagraphAddress,
    SpanAddress,
    YearAddress,
)
from xjdesk.core.change import Change, apply, apply_all
from xjdesk.core.document_fields import (
    BLANKS,
    DATE,
    DIRECTION,
    MAY_STAY_BLANK,
    NUMBER,
    SIGNER,
    UPWARD,
    ZERO_REQUIRED,
)
from xjdesk.core.numbers import Entry
from xjdesk.core.report import Paragraph, Report, empty_report
from xjdesk.core.severity import Severity


def test_a_table_of_zeros_has_no_fault_but_is_asked_about() -> None:
    (finding,) = by_rule(filled({})).values()
    assert (finding.rule, finding.severity) == ("H14-20", Severity.HINT)
    assert finding.where == (cell("received"),)
    assert finding.message.startswith("三、（一）收到申请数 0，四、行政复议数量 0，")


def test_a_single_complaint_shows_that_the_zeros_were_looked_up() -> None:
    assert by_rule(filled({"complaints": 1})) == {}


def test_zeros_and_blanks_together_are_not_called_all_zero() -> None:
    assert "H14-20" not in by_rule(filled({"received": 0, "litigation": 0}, rest=None))


@pytest.mark.parametrize(
    ("values", "rule", "severity"),
    [
        ({"received": 5}, "H14-01", Severity.ERROR),
        ({"received": 5, "received_online": 5, "closed": 5}, "H14-02", Severity.ERROR),
        ({"answered": 5}, "H14-03", Severity.ERROR),
        ({"refused_privacy": 1}, "H14-04a", Severity.ERROR),
        ({"refused": 3, "refused_privacy": 1}, "H14-04b", Severity.QUERY),
        ({"disclosed": 1, "website": 1, "disclosed_documents": 2}, "H14-05", Severity.ERROR),
        ({"disclosed_documents": 2, "issued_documents": 1}, "H14-06", Severity.QUERY),
        ({"disclosed": 3, "website": 4}, "H14-07a", Severity.ERROR),
        ({"disclosed": 9, "website": 4, "wechat": 4}, "H14-07b", Severity.ERROR),
        ({"disclosed": 8, "website": 4, "wechat": 4}, "H14-07c", Severity.HINT),
        ({"responded": 1}, "H14-08a", Severity.QUERY),
        ({"responses_otherwise": 1}, "H14-08b", Severity.QUERY),
        (
            {"responded": 2, "interpretations": 1, "responses_otherwise": 1},
            "H14-08c",
            Severity.HINT,
        ),
        ({"press_conferences_by_heads": 1}, "H14-09a", Severity.ERROR),
        ({"online_interviews_by_heads": 1}, "H14-09b", Severity.ERROR),
        ({"reconsideration_upheld": 1}, "H14-10a", Severity.ERROR),
        ({"reconsideration": 1}, "H14-10b", Severity.QUERY),
        ({"litigation_other": 1}, "H14-10c", Severity.ERROR),
        ({"litigation": 1}, "H14-10d", Severity.QUERY),
        ({"staff": 4, "staff_part_time": 3}, "H14-11", Severity.ERROR),
        ({"closed": 1, "closed_in_time": 1}, "H14-12a", Severity.QUERY),
        ({"answered": 1, "granted": 1}, "H14-12b", Severity.QUERY),
        ({"closed": 1, "closed_in_time": 1}, "H14-12c", Severity.QUERY),
        ({"fees": Decimal("0.01")}, "H14-13", Severity.QUERY),
        ({"fees": Decimal("0.01")}, "H14-14a", Severity.QUERY),
        ({"fees": 120}, "H14-14b", Severity.QUERY),
        ({"courses": 1}, "H14-15", Severity.QUERY),
        (
            {
                "disclosed": 30,
                "gazette": 12,
                "website": 12,
                "microblog": 12,
                "wechat": 12,
                "other_channels": 12,
            },
            "H14-21",
            Severity.HINT,
        ),
        ({"meetings": -1}, "H14-16", Severity.ERROR),
        ({"meetings": Decimal("1.5")}, "H14-16", Severity.ERROR),
        ({"meetings": "/"}, "H14-16", Severity.ERROR),
        ({"funds": Decimal("1.234")}, "H14-16", Severity.ERROR),
        ({"channels": 0}, "H14-16h", Severity.ERROR),
    ],
)
def test_every_relation_is_found_broken(
    values: Mapping[str, int | str | Decimal], rule: str, severity: Severity
) -> None:
    found = by_rule(filled(values))
    assert rule in found
    assert found[rule].severity is severity
    assert {str(place) for place in found[rule].where} & {str(cell(row)) for row in values}


def test_a_long_text_in_a_cell_does_not_swell_the_message() -> None:
    finding = by_rule(filled({"meetings": "若干次" * 1000}))["H14-16"]
    assert len(finding.message) < 120


def test_a_sum_names_both_sides_and_the_difference() -> None:
    finding = by_rule(filled({"closed": 198, "closed_in_time": 50, "closed_extended": 100}))[
        "H14-02"
    ]
    assert finding.message.startswith(
        "三、（二）申请办结数 198，1.按时办结数、2.延期办结数合计 50+100=150，相差 48 件。"
    )
    assert (finding.expected, finding.found) == ("150", "198")


def test_a_bound_names_both_sides_and_the_difference() -> None:
    finding = by_rule(
        filled({"closed": 198, "closed_in_time": 198, "answered": 100, "granted": 100})
    )
    assert finding["H14-12c"].message.startswith(
        "三、（二）申请办结数 198，（三）申请答复数 100，相差 98 件。"
    )


def test_a_bound_between_different_measures_tells_the_share() -> None:
    finding = by_rule(filled({"disclosed_documents": 10, "issued_documents": 3}))["H14-06"]
    assert finding.message.startswith(
        "一、（一）其中：主动公开规范性文件数 10，制发规范性文件总数 3，相差 7，占 333.3%。"
    )


def test_a_bound_between_like_measures_tells_no_share() -> None:
    finding = by_rule(filled({"disclosed_documents": 10, "disclosed": 3}))["H14-05"]
    assert "%" not in finding.message


def test_the_largest_of_several_is_named() -> None:
    finding = by_rule(filled({"disclosed": 3, "website": 1, "wechat": 7}))["H14-07a"]
    assert finding.message.startswith(
        "一、（二）4.政务微信公开政府信息数 7，（一）主动公开政府信息数 3，相差 4 条。"
    )


def test_what_blanks_can_only_make_worse_is_told_with_the_least_difference() -> None:
    finding = by_rule(filled({"received": 3, "received_online": 8}, rest=None))["H14-01"]
    assert "合计 空+空+8+空（有未填），至少相差 5 件" in finding.message


def test_a_blank_is_said_to_be_blank_and_breaks_no_sum() -> None:
    values = {"staff": 4, "staff_part_time": 4}
    report = filled(values)
    blanked = apply(report, Change(cell("staff_full_time"), Decimal(0), None))
    assert set(by_rule(blanked)) == {"H14-16b", "H14-20"}
    assert by_rule(blanked)["H14-16b"].where == (cell("staff_full_time"),)


def test_an_empty_report_lacks_values_but_has_no_error() -> None:
    counts = count(check(BOOK, empty_report(FORM, 2016)).sorted())
    assert counts.errors == 0
    assert counts.queries > len(INDICATORS)


def test_an_upward_document_wants_its_signer() -> None:
    report = apply(empty_report(FORM, 2016), Change(DIRECTION, "", UPWARD))
    assert "D-02" in {f.rule for f in check(BOOK, report).sorted()}
    signed = apply(report, Change(SIGNER, "", "马志宏"))
    assert "D-02" not in {f.rule for f in check(BOOK, signed).sorted()}


@pytest.mark.parametrize(
    ("number", "is_right"),
    [
        ("西政发〔2017〕12号", True),
        ("西政发[2017]12号", False),
        ("西政发〔2017〕第12号", False),
        ("西政发〔17〕12号", False),
        ("西政发〔2017〕012号", False),
        ("西政发〔２０１７〕12号", False),
    ],
)
def test_a_document_number_is_checked_for_its_shape(number: str, is_right: bool) -> None:
    report = apply(empty_report(FORM, 2016), Change(NUMBER, "", number))
    assert ("D-03" not in {f.rule for f in check(BOOK, report).sorted()}) is is_right


def test_a_year_the_form_is_not_made_for_is_asked_about() -> None:
    report = apply(empty_report(FORM, 2016), Change(YearAddress(), 2016, 2020))
    assert "D-05" in {f.rule for f in check(BOOK, report).sorted()}
    assert "D-05" not in {f.rule for f in check(BOOK, empty_report(FORM, 2016)).sorted()}


def test_a_rise_by_channels_is_not_called_an_equality() -> None:
    assert "H14-07c" not in by_rule(filled({"disclosed": 1000, "website": 700, "wechat": 100}))


@pytest.mark.parametrize(
    ("text", "is_right"),
    [
        ("2017年1月19日", True),
        ("", True),
        ("2017年01月19日", False),
        ("2017-1-19", False),
        ("２０１７年1月19日", False),
        ("二〇一七年一月十九日", False),
        ("2017年2月30日", False),
    ],
)
def test_a_date_is_checked_for_its_shape_and_for_the_day(text: str, is_right: bool) -> None:
    report = apply(empty_report(FORM, 2016), Change(DATE, "", text))
    assert ("D-06" not in {f.rule for f in check(BOOK, report).sorted()}) is is_right


def test_a_chapter_without_its_heading_is_asked_about() -> None:
    report = empty_report(FORM, 2016)
    at = HeadingAddress("requests")
    report = apply(report, Change(at, report.chapter("requests").heading, ""))
    assert [f.where for f in check(BOOK, report).sorted() if f.rule == "D-07"] == [(at,)]


def test_a_chapter_with_text_is_no_longer_missing() -> None:
    report = empty_report(FORM, 2016)
    written = apply(report, Change(ParagraphAddress("overview", 0), (), (Paragraph("有"),)))
    missing = {f.where[0] for f in check(BOOK, written).sorted() if f.rule == "D-04"}
    assert SpanAddress("overview", 0, 0, 0) not in missing
    assert SpanAddress("requests", 0, 0, 0) in missing


def test_findings_come_gravest_first() -> None:
    ranks = [f.severity.rank for f in check(BOOK, filled({"received": 5, "fees": 2})).sorted()]
    assert ranks == sorted(ranks)
    assert len(set(ranks)) > 1


_EDITS = st.lists(
    st.one_of(
        st.tuples(
            st.sampled_from([*INDICATORS, "channels"]).map(cell),
            st.none() | st.integers(-1, 5).map(Decimal) | st.sampled_from(["若干", Decimal("0.5")]),
        ),
        st.tuples(
            st.sampled_from([SIGNER, DIRECTION, NUMBER, FieldAddress("signoff", "head")]),
            st.sampled_from(["", UPWARD, "西政发〔2017〕12号"]),
        ),
        st.tuples(st.just(BLANKS), st.sampled_from(["", ZERO_REQUIRED, MAY_STAY_BLANK])),
        st.integers(min_value=0),
    ),
    max_size=12,
)
"""What is put into a cell or a field, or the number of an offered remedy that is taken."""


def _changes(
    report: Report,
    findings: Findings,
    edit: tuple[CellAddress, Entry | None] | tuple[FieldAddress, str] | int,
) -> tuple[Change, ...]:
    if isinstance(edit, int):
        offered = [r.changes for f in findings.sorted() for r in f.remedies if r.changes]
        return offered[edit % len(offered)] if offered else ()
    address, new = edit
    old = report.value(address) if isinstance(address, CellAddress) else report.field(address)
    return (Change(address, old, new),)


@given(_EDITS, st.sampled_from([None, 0]))
def test_checking_what_changed_finds_what_checking_all_finds(
    edits: list[tuple[CellAddress, Entry | None] | tuple[FieldAddress, str] | int],
    rest: int | None,
) -> None:
    report = filled({}, rest=rest)
    findings = check(BOOK, report)
    for edit in edits:
        changes = _changes(report, findings, edit)
        report = apply_all(report, changes)
        findings = recheck(BOOK, report, changes, findings)
    assert findings == check(BOOK, report)
