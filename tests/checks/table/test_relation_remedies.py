from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.checks.table.filled_tables import INDICATORS, by_rule, cell, filled
from xjdesk.checks.finding import Finding
from xjdesk.checks.remedy import Remedy
from xjdesk.core.address import Place
from xjdesk.core.change import Change, apply_all


def _labels(finding: Finding) -> list[str]:
    return [remedy.label for remedy in finding.remedies]


def _places(finding: Finding) -> list[Place]:
    return [remedy.place for remedy in finding.remedies if remedy.place]


def _changing(finding: Finding) -> list[Remedy]:
    return [remedy for remedy in finding.remedies if remedy.changes]


def test_a_sum_offers_its_total_both_sides_and_advice() -> None:
    finding = by_rule(filled({"closed": 198, "closed_in_time": 50, "closed_extended": 100}))[
        "H14-02"
    ]
    assert _labels(finding) == [
        "填入合计 150",
        "转到“（二）申请办结数”",
        "转到“1.按时办结数”",
        "核对并更正申请办结数。",
        "核对并更正按时办结数、延期办结数。",
    ]
    assert finding.remedies[0].changes == (Change(cell("closed"), Decimal(198), Decimal(150)),)
    assert _places(finding) == [cell("closed"), cell("closed_in_time")]


def test_a_total_on_the_right_side_is_filled_in_too() -> None:
    finding = by_rule(filled({"refused": 3, "refused_privacy": 1}))["H14-04b"]
    assert finding.remedies[0].changes == (Change(cell("refused"), Decimal(3), Decimal(1)),)


def test_the_total_is_no_remedy_when_a_part_is_no_count() -> None:
    finding = by_rule(filled({"staff": 4, "staff_full_time": Decimal("1.5")}))["H14-11"]
    assert not _changing(finding)


def test_the_total_is_no_remedy_when_a_part_is_below_0() -> None:
    finding = by_rule(filled({"staff": 4, "staff_full_time": -2, "staff_part_time": 3}))["H14-11"]
    assert not _changing(finding)


def test_a_bound_leads_to_the_largest_and_fills_nothing_in() -> None:
    finding = by_rule(filled({"disclosed": 3, "website": 1, "wechat": 7}))["H14-07a"]
    assert _places(finding) == [cell("wechat"), cell("disclosed")]
    assert not _changing(finding)


def test_a_condition_leads_to_the_cell_that_breaks_it() -> None:
    finding = by_rule(filled({"responses_otherwise": 1}))["H14-08b"]
    assert _places(finding) == [cell("responded"), cell("responses_otherwise")]


@pytest.mark.parametrize(
    ("fees", "converted"), [("1200", "0.12"), ("100.00", "0.01"), ("9900", "0.99")]
)
def test_fees_written_in_yuan_are_converted(fees: str, converted: str) -> None:
    finding = by_rule(filled({"fees": Decimal(fees), "answered": 1, "granted": 1}))["H14-14b"]
    assert finding.remedies[0].label == f"按元折算为万元：填入 {converted}"
    assert finding.remedies[0].changes[0].new == Decimal(converted)


@pytest.mark.parametrize("fees", ["2", "120", "125.50", "20000"])
def test_fees_are_not_converted_when_that_gives_no_proper_amount(fees: str) -> None:
    assert not _changing(by_rule(filled({"fees": Decimal(fees)}))["H14-14b"])


_COUNTS = st.integers(0, 10**9).map(Decimal)
_ENTRIES = st.dictionaries(st.sampled_from(INDICATORS), _COUNTS | st.sampled_from(["若干", "/"]))


@given(_ENTRIES, st.sampled_from([None, 0]))
def test_a_filled_in_total_makes_the_relation_hold(
    values: dict[str, Decimal | str], rest: int | None
) -> None:
    report = filled(values, rest=rest)
    for rule, finding in by_rule(report).items():
        for remedy in finding.remedies:
            if remedy.label.startswith("填入合计") and rule != "H14-16b":
                after = apply_all(report, remedy.changes)
                assert rule not in by_rule(after)
                assert len(remedy.changes) == 1
