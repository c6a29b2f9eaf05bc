from __future__ import annotations

from dataclasses import replace

import pytest

from tests.checks.last_year.spoken_form import report_of, said_of
from xjdesk.checks.check_data import CheckData
from xjdesk.core.change import apply_all
from xjdesk.core.document_fields import HEAD, PHONE, REVIEWER
from xjdesk.core.report import Report

_RULE = "Y-07"


def _reports(now: str, then: str, text: str) -> tuple[Report, Report]:
    fields = {HEAD: now, REVIEWER: "李四", PHONE: "0954-3012345"}
    report = replace(report_of(2024, text), fields=fields)
    return report, replace(report_of(2023), fields={**fields, HEAD: then})


def test_a_name_that_has_gone_is_pointed_at_and_can_be_replaced(check_data: CheckData) -> None:
    report, before = _reports("王芳", "张三", "组长由张三担任。")
    (finding,) = said_of(report, before, check_data, _RULE)
    assert "正文写“张三”，这是上年报告的单位负责人，本年的是“王芳”" in finding.message
    mended = apply_all(report, finding.remedies[0].changes)
    assert mended.chapter("overview").paragraphs[0].text == "组长由王芳担任。"


@pytest.mark.parametrize(
    ("now", "then"), [("张三", "张三"), ("王芳", ""), ("", "张三"), ("王芳", "李四")]
)
def test_a_name_that_is_still_somebodys_is_not(check_data: CheckData, now: str, then: str) -> None:
    report, before = _reports(now, then, "组长由张三担任，副组长李四。")
    assert said_of(report, before, check_data, _RULE) == []
