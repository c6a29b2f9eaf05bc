from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from tests.checks.table.filled_tables import (
    FORM,
    INDICATORS,
    about_tables,
    by_rule,
    cell,
    filled,
)
from tests.samples.clean_reports import HUAIAN_2024, clean_report
from xjdesk.checks.finding import Finding
from xjdesk.checks.table.blanks import blank_cells, zeros_for_blanks
from xjdesk.core.address import CellAddress, parse_cell_address
from xjdesk.core.change import Change, apply_all
from xjdesk.core.document_fields import BLANKS, MAY_STAY_BLANK, ZERO_REQUIRED
from xjdesk.core.report import Report, empty_report
from xjdesk.storage.form_library import shipped_forms

_TOTALS = {
    "disclosed",
    "received",
    "closed",
    "answered",
    "refused",
    "reconsideration",
    "litigation",
    "staff",
}


def _without(report: Report, *rows: str) -> Report:
    gone = {cell(row) for row in rows}
    return replace(report, values={a: v for a, v in report.values.items() if a not in gone})


def _blanks(report: Report) -> dict[CellAddress, Finding]:
    found_blank = (f for f in about_tables(FORM, report) if f.rule == "H14-16b")
    return {f.where[0]: f for f in found_blank if isinstance(f.where[0], CellAddress)}


def _may_stay(report: Report) -> Report:
    return replace(report, fields={BLANKS: MAY_STAY_BLANK})


def test_the_blank_cells_are_the_indicators_without_a_value_in_order() -> None:
    report = filled({"wechat": 3, "channels": 0, "meetings": "无"}, rest=None)
    expected = [cell(row) for row in INDICATORS if row not in ("wechat", "meetings")]
    assert list(blank_cells(FORM, report)) == expected


def test_one_action_fills_all_blanks_with_0() -> None:
    report = filled({"wechat": 3}, rest=None)
    after = apply_all(report, zeros_for_blanks(FORM, report))
    assert after.values == filled({"wechat": 3}).values


def test_no_0_is_put_where_a_sum_asks_for_another_number() -> None:
    report = _without(filled({"staff": 4, "staff_part_time": 1}), "staff_full_time", "meetings")
    assert [change.address for change in zeros_for_blanks(FORM, report)] == [cell("meetings")]


def test_a_blank_offers_0_for_itself_and_for_all_of_its_table() -> None:
    finding = _blanks(_without(filled({}), "meetings", "courses"))[cell("courses")]
    assert [remedy.label for remedy in finding.remedies][:2] == ["填0", "本表空白格都填0"]
    assert finding.remedies[0].changes == (Change(cell("courses"), None, Decimal(0)),)
    assert {c.address for c in finding.remedies[1].changes} == {cell("meetings"), cell("courses")}
    assert finding.basis == "空"


def test_the_only_blank_does_not_offer_the_same_twice() -> None:
    finding = _blanks(_without(filled({}), "meetings"))[cell("meetings")]
    assert [r.label for r in finding.remedies if r.changes] == ["填0"]


def test_a_blank_part_offers_what_the_sum_asks_for() -> None:
    report = _without(filled({"staff": 4, "staff_part_time": 1}), "staff_full_time")
    first = _blanks(report)[cell("staff_full_time")].remedies[0]
    assert first.label == "填入 3"
    assert first.changes == (Change(cell("staff_full_time"), None, Decimal(3)),)


def test_a_blank_total_offers_the_sum_of_its_parts() -> None:
    report = _without(filled({"staff_full_time": 2, "staff_part_time": 1}), "staff")
    assert _blanks(report)[cell("staff")].remedies[0].label == "填入合计 3"


def test_a_number_below_0_is_never_offered_for_a_blank() -> None:
    report = _without(filled({"staff": 1, "staff_part_time": 3}), "staff_full_time")
    assert _blanks(report)[cell("staff_full_time")].remedies[0].label == "填0"


def test_blanks_are_asked_about_unless_the_report_lets_them_stay() -> None:
    report = filled({}, rest=None)
    assert len(_blanks(report)) == len(INDICATORS)
    assert len(_blanks(replace(report, fields={BLANKS: ZERO_REQUIRED}))) == len(INDICATORS)
    assert set(_blanks(_may_stay(report))) == {cell(row) for row in _TOTALS}


def test_a_blank_that_may_stay_counts_as_nothing_in_a_sum() -> None:
    report = _without(filled({"staff": 4, "staff_part_time": 3}), "staff_full_time")
    assert "H14-11" not in by_rule(report)
    broken = by_rule(_may_stay(report))["H14-11"]
    assert "合计 空+3=3，相差 1 人" in broken.message
    assert broken.basis == "4、空、3"


def test_a_blank_total_is_not_taken_for_0_where_blanks_may_stay() -> None:
    report = _may_stay(_without(filled({"staff_part_time": 3}), "staff", "staff_full_time"))
    assert set(by_rule(report)) & {"H14-11", "H14-16b"} == {"H14-16b"}
    assert _blanks(report)[cell("staff")].remedies[0].label == "填入合计 3"


@given(
    st.dictionaries(st.sampled_from(INDICATORS), st.integers(0, 5).map(Decimal)),
    st.sampled_from(["", ZERO_REQUIRED, MAY_STAY_BLANK]),
    st.integers(min_value=0),
)
def test_the_first_way_out_of_a_blank_fills_it_and_no_other_finding_of_it_comes(
    values: dict[str, Decimal], setting: str, choice: int
) -> None:
    report = replace(filled(values, rest=None), fields={BLANKS: setting} if setting else {})
    blanks = _blanks(report)
    if blanks:
        address = list(blanks)[choice % len(blanks)]
        changes = blanks[address].remedies[0].changes
        assert [change.address for change in changes] == [address]
        assert set(_blanks(apply_all(report, changes))) == set(blanks) - {address}


_FORM_2021 = shipped_forms().form("zfxxgk-2021")


def _blanks_2021(*addresses: str) -> list[Finding]:
    """What is said of the clean report with these cells blank."""
    gone = set(map(parse_cell_address, addresses))
    report = clean_report(HUAIAN_2024, _FORM_2021)
    values = {cell: entry for cell, entry in report.values.items() if cell not in gone}
    found = about_tables(_FORM_2021, replace(report, values=values))
    return [finding for finding in found if finding.rule.startswith("H21-10b")]


def test_blanks_of_one_row_are_told_together_with_what_sums_ask_for() -> None:
    (finding,) = _blanks_2021("requests.settled.natural", "requests.settled.total")
    assert "三、（七）总计（自然人、总计）没有填写，共2格" in finding.message
    assert list(map(str, finding.where)) == ["requests.settled.natural", "requests.settled.total"]
    assert finding.remedies[0].label == "填入合计 2932、3050"
    assert len(finding.remedies[0].changes) == 2


def test_a_row_without_a_number_can_be_filled_with_0() -> None:
    row = [f"requests.excessive.{column.id}" for column in _FORM_2021.table("requests").columns]
    (finding,) = _blanks_2021(*row)
    assert "4.无正当理由大量反复申请（自然人至总计）没有填写，共7格" in finding.message
    assert finding.remedies[0].label == "本行空白格都填0"
    assert len(finding.remedies[0].changes) == 7


def test_blanks_of_several_rows_are_told_row_by_row() -> None:
    rows = ("granted", "not_held", "petition")
    found = _blanks_2021(*(f"requests.{row}.charity" for row in rows))
    assert [str(finding.where[0]) for finding in found] == [f"requests.{r}.charity" for r in rows]


def test_a_table_in_which_nothing_stands_is_told_once() -> None:
    report = empty_report(_FORM_2021, 2024)
    found = about_tables(_FORM_2021, report)
    (finding,) = (finding for finding in found if finding.rule == "H21-10b-requests")
    assert finding.message.startswith("“三、依申请公开表”全都没有填写，共175格。")
    assert len(apply_all(report, finding.remedies[0].changes).values) == 175


@given(st.sets(st.sampled_from([c for c in _FORM_2021.indicator_cells() if c.table == "requests"])))
def test_every_blank_is_told_of_in_exactly_one_finding(blank: set[CellAddress]) -> None:
    told = [cell for finding in _blanks_2021(*map(str, blank)) for cell in finding.where]
    assert len(told) == len(blank)
    assert set(told) == blank
