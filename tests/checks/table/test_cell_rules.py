from __future__ import annotations

from decimal import Decimal

import pytest

from tests.checks.table.filled_tables import by_rule, cell, filled
from xjdesk.core.change import Change


def test_a_value_in_a_heading_row_can_be_cleared() -> None:
    finding = by_rule(filled({"response_channels": 0}))["H14-16h"]
    assert finding.remedies[0].label == "清除该值"
    assert finding.remedies[0].changes == (Change(cell("response_channels"), Decimal(0), None),)
    assert finding.basis == "0"


@pytest.mark.parametrize(
    ("row", "entry"),
    [
        ("meetings", "约200"),
        ("meetings", "200件左右"),
        ("meetings", Decimal("-1")),
        ("meetings", Decimal("1.5")),
        ("funds", Decimal("-0.004")),
    ],
)
def test_what_is_no_number_is_not_guessed_at(row: str, entry: str | Decimal) -> None:
    finding = by_rule(filled({row: entry}))["H14-16"]
    assert [r.label for r in finding.remedies if r.changes] == ["清空该格"]
    assert finding.remedies[0].changes == (Change(cell(row), entry, None),)


@pytest.mark.parametrize("entry", ["/", "／", "-", "——", "无"])
def test_what_says_that_there_is_none_can_be_made_0(entry: str) -> None:
    finding = by_rule(filled({"meetings": entry}))["H14-16"]
    assert finding.remedies[0].label == "填0"
    assert finding.remedies[0].changes == (Change(cell("meetings"), entry, Decimal(0)),)


@pytest.mark.parametrize(
    ("row", "entry", "label", "meant"),
    [
        ("meetings", "２００", "改为 200", "200"),
        ("meetings", "1,200 次", "改为 1200", "1200"),
        ("funds", Decimal("1.235"), "四舍五入为 1.24", "1.24"),
    ],
)
def test_a_number_without_doubt_is_offered(
    row: str, entry: str | Decimal, label: str, meant: str
) -> None:
    first = by_rule(filled({row: entry}))["H14-16"].remedies[0]
    assert first.label == label
    assert first.changes == (Change(cell(row), entry, Decimal(meant)),)


def test_a_number_that_is_as_wrong_as_the_text_is_not_offered() -> None:
    finding = by_rule(filled({"meetings": "－３"}))["H14-16"]
    assert [r.label for r in finding.remedies if r.changes] == ["清空该格"]
