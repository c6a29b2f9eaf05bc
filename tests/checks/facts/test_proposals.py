"""Cells that are proposed for a number in a sentence."""

from __future__ import annotations

from decimal import Decimal

import pytest

from xjdesk.checks.facts.proposals import proposals
from xjdesk.core.form import Form
from xjdesk.core.report import Report, empty_report


def _rows(
    form: Form, report: Report, sentence: str, number: int | None, unit: str = ""
) -> list[str]:
    value = None if number is None else Decimal(number)
    return [cell.row for cell in proposals(form, report, sentence, value, unit)]


@pytest.mark.parametrize(
    ("sentence", "number", "unit", "row"),
    [
        ("共收到政府信息公开申请200件", 200, "件", "received"),
        ("培训干部300人次", 300, "人次", "trainees"),
        ("引发行政复议0件", 0, "件", "reconsideration"),
        ("没有引发行政诉讼", 0, "", "litigation"),
    ],
)
def test_the_cell_that_is_spoken_of_comes_first(
    form: Form, sample: Report, sentence: str, number: int, unit: str, row: str
) -> None:
    assert _rows(form, sample, sentence, number, unit)[0] == row


def test_a_row_that_is_named_is_proposed_though_it_holds_another_number(
    form: Form, sample: Report
) -> None:
    assert "website" in _rows(form, sample, "通过政府网站公开5000条", 5000, "条")


def test_before_there_is_a_number_the_words_decide(form: Form, sample: Report) -> None:
    assert _rows(form, sample, "接受培训的人员共", None)[0] == "trainees"


def test_a_sentence_that_names_nothing_gets_no_proposal(form: Form, sample: Report) -> None:
    assert _rows(form, sample, "全年共", None) == []
    assert _rows(form, empty_report(form, 2016), "全年共5个", 5) == []


def test_nothing_is_proposed_that_takes_no_number(form: Form, sample: Report) -> None:
    for cell in proposals(form, sample, "依申请公开情况", None, ""):
        assert form.row_of(cell).is_indicator
