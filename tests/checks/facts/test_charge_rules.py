from __future__ import annotations

import pytest

from tests.checks.planted.kinds import with_text
from tests.samples.clean_reports import HUAIAN_2024, clean_report
from xjdesk.checks.facts.fact_rules import chapters_by, fact_rules
from xjdesk.checks.finding import Finding
from xjdesk.checks.numbers.mentions import NumberReader
from xjdesk.core.severity import Severity
from xjdesk.storage.form_library import shipped_forms

_FORM = shipped_forms().form("zfxxgk-2021")


def _found(text: str, read_numbers: NumberReader) -> list[Finding]:
    report = with_text(clean_report(HUAIAN_2024, _FORM), "others", text)
    rules = fact_rules(_FORM, chapters_by(_FORM, read_numbers), read_numbers)
    found = (f for rule in rules for f in rule.check(report))
    return [finding for finding in found if finding.rule == "H21-12"]


@pytest.mark.parametrize(
    "text",
    [
        "全年收取信息处理费3940元。",
        "对25件申请收取了信息处理费2950元，其中县公安局15件，收取1500元。",
        "收取了信息处理费2950元。其中，县公安局2000元，县财政局950元。收费符合规定。",
        "收取信息处理费0元。",
        "收取信息处理费约2955元。",
        "没有收取信息处理费。全年行政事业性收费1503.25万元。",
        "举办培训花费1234元。",
    ],
)
def test_amounts_by_the_tariff_and_of_other_things_are_no_findings(
    text: str, read_numbers: NumberReader
) -> None:
    assert _found(text, read_numbers) == []


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("全年收取信息处理费3945元。", "不是10的整数倍"),
        ("收取了信息处理费2950元，其中县公安局15件，收取1505元。", "不是10的整数倍"),
        ("全年收取信息处理费0.3万元。", "单位是“万元”"),
    ],
)
def test_other_amounts_are_asked_about(text: str, problem: str, read_numbers: NumberReader) -> None:
    (finding,) = _found(text, read_numbers)
    assert problem in finding.message


def test_listed_amounts_that_do_not_make_the_total_are_asked_about(
    read_numbers: NumberReader,
) -> None:
    text = "收取了信息处理费2960元。其中，县公安局15件，收取1500元；县财政局6件，收取600元。"
    (finding,) = _found(text, read_numbers)
    assert finding.severity is Severity.HINT
    assert "其中所列各项合计2100元，少860元" in finding.message


def test_a_single_amount_is_an_example(read_numbers: NumberReader) -> None:
    text = "收取了信息处理费2960元，其中县公安局15件，收取1500元。"
    assert _found(text, read_numbers) == []
