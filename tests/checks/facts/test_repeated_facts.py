from __future__ import annotations

from collections.abc import Callable

from xjdesk.checks.finding import Finding
from xjdesk.core.address import SpanAddress

Told = Callable[..., tuple[Finding, ...]]


def _repeated(findings: tuple[Finding, ...]) -> list[Finding]:
    return [finding for finding in findings if finding.rule == "T-03"]


def test_one_fact_with_two_numbers_is_found_at_both_places(told: Told) -> None:
    text = "全县累计回应公众关注热点和重大舆情2次。\n其他工作。\n回应关注热点或重大舆情11次。"
    (finding,) = _repeated(told(text, responded=11))
    assert finding.where == (
        SpanAddress("disclosure", 0, 17, 19),
        SpanAddress("disclosure", 2, 11, 14),
    )
    assert "相差9次" in finding.message


def test_the_place_that_the_table_bears_out_stands_second(told: Told) -> None:
    text = "全县累计回应公众关注热点和重大舆情2次。\n回应关注热点或重大舆情11次。"
    (finding,) = _repeated(told(text, responded=2))
    assert finding.where[0] == SpanAddress("disclosure", 1, 11, 14)


def test_one_number_told_twice_is_no_finding(told: Told) -> None:
    text = "回应公众关注热点和重大舆情11次。\n回应关注热点或重大舆情11次。"
    assert _repeated(told(text, responded=11)) == []


def test_a_round_number_beside_the_exact_one_is_no_finding(told: Told) -> None:
    text = "主动公开政府信息4600余条。\n主动公开政府信息4606条。"
    assert _repeated(told(text, disclosed=4606)) == []


def test_numbers_of_two_years_are_no_contradiction(told: Told) -> None:
    text = "2015年主动公开政府信息3000条。\n2016年主动公开政府信息4606条。"
    assert _repeated(told(text, disclosed=4606)) == []


def test_accounts_of_one_sentence_are_no_contradiction(told: Told) -> None:
    text = "微信公众号“发布”公开信息600条，微信公众号“政务”公开信息300条。"
    assert told(text, wechat=900) == ()


def test_a_total_before_its_parts_is_still_compared(told: Told) -> None:
    text = "主动公开政府信息5000条，其中主动公开政务信息3000条、主动公开政府信息2000条。"
    (finding,) = told(text, disclosed=4000)
    assert finding.where[0] == SpanAddress("disclosure", 0, 8, 13)
