from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.checks.consistency.conftest import Told
from xjdesk.core.address import SpanAddress

_NUMERALS = "一二三四五六七八九"


def test_the_announced_points_are_counted(told: Told) -> None:
    (finding,) = told("我办将从以下四个方面抓好工作。一是加强领导。二是建设载体。三是突出重点。")
    assert finding.rule == "T-13"
    assert "“四个方面”，后面列到“三是”，共3项，与4项不符" in finding.message
    assert finding.where == (
        SpanAddress("preface", 0, 6, 10),
        SpanAddress("preface", 0, 29, 31),
    )


@pytest.mark.parametrize(
    "text",
    [
        "我办将从以下四个方面抓好工作。一是领导。二是载体。三是重点。四是监督。",
        "存在两个问题：一是人员不足；二是经费不足。",
        "主要有以下两点：一是人员不足；二是经费不足。下一步：一是配人。二是配钱。三是配车。",
        "对照要求还存在一些不足。一是认识不足。二是形式不多。三是机制不全。",
        "主要做了以下三个方面的工作：\n（一）加强领导。好。\n内容1.甲；2.乙。\n（二）加强培训。好。\n"
        "（三）加强监督。好。",
    ],
)
def test_lists_that_are_complete_are_left_alone(told: Told, text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "存在以下三个问题：\n一是认识不足。\n二是形式不多。\n改进措施如下。",
        "主要做了以下三个方面的工作：\n（一）加强领导。好。\n（二）加强培训。好。",
        "采取三项措施：1.加强领导；2.加强培训。",
    ],
)
def test_points_are_counted_on_into_the_next_paragraphs(told: Told, text: str) -> None:
    assert [finding.rule for finding in told(text)] == ["T-13"]


@pytest.mark.parametrize(
    "text",
    [
        "梳理政务服务事项三项。一是编制目录。二是公布目录。",
        "开展了两次培训，解决了3个问题。一是认识。二是形式。三是机制。四是经费。",
        "围绕“四个转变”，一是转观念。二是转作风。三是转方式。",
        "从三四个方面看。一是认识。二是形式。",
        "从以下三个方面抓好工作。全年召开会议4次。各单位分工明确。一是领导。二是载体。",
        "落实第二十条第（一）项、第（三）项等三个方面的要求：公开规章。",
        "从以下三个方面公开信息。",
    ],
)
def test_numbers_that_do_not_open_the_list_are_left_alone(told: Told, text: str) -> None:
    assert told(text) == []


@given(announced=st.integers(2, 9), listed=st.integers(1, 9))
def test_only_the_announced_number_of_points_is_right(
    told: Told, announced: int, listed: int
) -> None:
    points = "".join(f"{_NUMERALS[at]}是做好工作。" for at in range(listed))
    findings = told(f"下一步从以下{_NUMERALS[announced - 1]}个方面改进：{points}")
    assert [finding.rule for finding in findings] == ["T-13"] * (announced != listed)
