"""P-10, P-12, P-13: numbers of headings, series and lists."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from xjdesk.checks.wording.slip import Slip

Fixes = Callable[..., list[tuple[str, str, str | None]]]
Slips = Callable[..., tuple[Slip, ...]]


@pytest.mark.parametrize(
    ("text", "number", "proper"),
    [
        ("（一）、加强领导", "（一）、", "（一）"),
        ("(一)加强领导", "(一)", "（一）"),
        ("（1）．当面申请", "（1）．", "（1）"),
        ("一.总体情况", "一.", "一、"),
        ("一．总体情况", "一．", "一、"),
        ("1、政府网站", "1、", "1."),
        ("12．政府网站", "12．", "12."),
    ],
)
def test_the_number_of_a_heading_is_put_right(
    fixes: Fixes, text: str, number: str, proper: str
) -> None:
    assert fixes(text) == [("P-10", number, proper)]


@pytest.mark.parametrize("text", ["一、甲", "（一）甲", "1.甲", "（1）甲", "1.5万人", "3、5号楼"])
def test_right_numbers_and_figures_are_left_alone(fixes: Fixes, text: str) -> None:
    assert fixes(text) == []


@pytest.mark.parametrize(
    ("text", "slipped", "told"),
    [
        ("一是甲。三是乙。", "三是", "“一是”之后是“三是”，缺“二是”"),
        ("一是甲；四是乙。", "四是", "缺“二是”、“三是”"),
        ("一是甲，二是乙，二是丙。", "二是", "“二是”出现了两次"),
        ("一是甲。二是乙。三是丙。二是丁。", "二是", "“三是”之后又是“二是”"),
        ("一要甲，三要乙。", "三要", "缺“二要”"),
        ("第一，甲。第三，乙。", "第三，", "缺“第二”"),
    ],
)
def test_a_broken_series_is_told_once(slips: Slips, text: str, slipped: str, told: str) -> None:
    (slip,) = slips(text)
    assert (slip.rule, text[slip.start : slip.end]) == ("P-12", slipped)
    assert told in slip.message


@pytest.mark.parametrize(
    "text",
    [
        "一是甲。二是乙。下一步：一是丙。二是丁。三是戊。",
        "二是甲。三是乙。",
        "一是甲，统一是乙，唯一是丙，二是丁。",
        "一是一，二是二。",
        "一要素保障，三要点落实。",
        "抓好以下三个方面：一是甲。二是乙。三是丙。",
    ],
)
def test_series_that_begin_anew_or_in_the_middle_are_right(fixes: Fixes, text: str) -> None:
    assert fixes(text) == []


def test_a_comma_among_the_items_of_a_named_list_becomes_like_the_others(fixes: Fixes) -> None:
    text = "“四议”即：甲提议、乙商议、丙审议，丁决议，“两监督”即：甲监督、乙监督。"
    assert fixes(text) == [("P-13", "，", "、")]


@pytest.mark.parametrize(
    "text",
    [
        "“三审”即：甲、乙、丙、丁。",
        "“四议”即甲提议、乙商议、丙审议，丁决议。",
        "“三审”即：甲、乙、丙，确保准确。",
        "“三审”即：甲、乙和丙。",
        "“三审”即：甲、乙（丙、丁）、戊。",
        "“三审”即：甲；乙；丙。",
        "“两监督”即：纪委监督，村监会监督，确保公开。",
        "“三重一大”即：甲、乙、丙、丁。",
        "“三公”经费：甲、乙。",
        "“一网通办”即：甲、乙。",
    ],
)
def test_lists_that_can_be_read_as_named_are_left_alone(fixes: Fixes, text: str) -> None:
    assert fixes(text) == []
