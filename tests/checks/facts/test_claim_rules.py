from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from xjdesk.checks.facts.fact_rules import chapters_by, fact_rules
from xjdesk.checks.finding import Finding
from xjdesk.checks.numbers.mentions import NumberReader
from xjdesk.core.address import CellAddress
from xjdesk.core.document_fields import ISSUER
from xjdesk.core.form import Form
from xjdesk.core.report import Report

Told = Callable[..., tuple[Finding, ...]]

_CLAIMS = [
    ("我县均按照依申请公开办理规范要求，按期认真办结答复。", "closed_extended"),
    ("我办没有向公民、法人和其他组织收取任何政府信息公开费用。", "fees"),
    ("没收到涉及有关政府信息公开事务的行政复议、诉讼和申诉。", "reconsideration"),
    ("没收到涉及有关政府信息公开事务的行政复议、诉讼和申诉。", "litigation"),
    ("2016年未收到公民、法人和其他组织的政府信息公开申请。", "received"),
    ("我镇2016年度无申请。", "received"),
    ("未发生一起因政府信息公开申请提起行政诉讼的事项。", "litigation"),
    ("没有不予公开的政府信息。", "refused"),
    ("未接到政府信息公开方面的投诉。", "complaints"),
    ("2016年没有收到申请公开政府信息及咨询受理事项。", "received"),
    ("我街道未接收到政府信息公开申请。", "received"),
    ("无不予公开政府信息的情况。", "refused"),
]


@pytest.mark.parametrize(("text", "row"), _CLAIMS)
def test_a_claim_that_the_table_bears_out_is_no_finding(told: Told, text: str, row: str) -> None:
    assert told(text, "requests") == ()


@pytest.mark.parametrize(("text", "row"), _CLAIMS)
def test_a_claim_that_the_table_contradicts_is_found(told: Told, text: str, row: str) -> None:
    found = [f for f in told(text, "requests", **{row: 148}) if f.rule == "T-02"]
    assert any(CellAddress("statistics", row, "count") in finding.where for finding in found)
    assert all("148" in finding.message for finding in found)


@pytest.mark.parametrize(
    "text",
    [
        "确保依申请公开事项按期办结。",
        "对未按期答复的申请严肃问责。",
        "“政民互动”栏目信件均按期办结。",
        "2015年没有收到申请，没有收取费用。",
        "不服行政复议决定的没有。",
        "杜绝申请人无正当理由重复申请。",
        "严禁违规收取费用。",
        "依申请公开中，未经批准的信息不予公开。",
        "不断规范收费行为，未发生因收费引起的投诉。",
        "申请人逾期未按收费通知要求缴纳费用的，视为放弃申请。",
        "对政府信息公开申请无法按期答复的，经批准延长期限。",
        "11件申请已按时答复，1件申请延期答复。",
        "依申请公开的，无偿向申请人提供资料。",
        "未经复议直接提起诉讼的案件尚未审结。",
    ],
)
def test_plans_other_years_and_other_matters_are_no_claims(told: Told, text: str) -> None:
    values = {"received": 9, "closed": 9, "answered": 9, "closed_extended": 9, "fees": 1}
    values |= {"refused": 9, "reconsideration": 9, "litigation": 9}
    assert [f for f in told(text, "disclosure", **values) if f.rule == "T-02"] == []


def test_a_claim_with_a_number_is_compared_as_a_number(told: Told) -> None:
    text = "收到政府信息公开申请5件，按期办结2件，延期办结3件。"
    values = {"received": 5, "closed": 5, "closed_in_time": 2, "closed_extended": 3}
    assert told(text, "requests", **values) == ()


def test_what_a_part_of_the_organ_claims_is_not_compared(told: Told) -> None:
    text = "县民政局收到的申请均按期办结。"
    assert [f for f in told(text, "requests", closed_extended=3) if f.rule == "T-02"] == []


def test_what_the_organ_claims_under_its_short_name_is_compared(
    form: Form, make_report: Callable[..., Report], read_numbers: NumberReader
) -> None:
    report = make_report("市场监管局收到的申请均按期办结。", "requests", closed_extended=3)
    rules = tuple(fact_rules(form, chapters_by(form, read_numbers), read_numbers))

    def claims(issuer: str) -> list[Finding]:
        issued = replace(report, fields={ISSUER: issuer})
        return [f for rule in rules for f in rule.check(issued) if f.rule == "T-02"]

    assert claims("黑龙江省人民政府") == []
    (finding,) = claims("黑龙江省市场监督管理局")
    assert finding.basis == "3"


def test_all_closed_is_not_said_when_some_are_open(told: Told) -> None:
    text = "收到政府信息公开申请200件，均已办结。"
    (finding,) = told(text, "requests", received=200, closed=198, answered=100)
    assert finding.rule == "T-02"
    assert "三、（二）申请办结数为198件" in finding.message


def test_a_claim_is_kept_by_its_words_and_bound_to_the_values(told: Told) -> None:
    text = "申请公开事项按期办结。"
    (first,) = told(text, "requests", closed_extended=148)
    (second,) = told("另起一段。\n" + text, "requests", closed_extended=150)
    assert first.address == second.address
    assert (first.basis, second.basis) == ("148", "150")
