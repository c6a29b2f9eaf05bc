from __future__ import annotations

import pytest

from xjdesk.checks.facts.near_words import words_near
from xjdesk.checks.numbers.mentions import NumberReader


@pytest.mark.parametrize(
    ("text", "near"),
    [
        ("全年，行政复议3件、行政诉讼2件。", [("行政复议", ""), ("、行政诉讼", "")]),
        ("收到3件行政复议、行政诉讼2件。", [("收到", "行政复议"), ("行政复议、行政诉讼", "")]),
        ("复议3件和诉讼2件的情况。", [("复议", ""), ("和诉讼", "的情况")]),
        ("办理12件公开申请（含上年）。", [("办理", "公开申请")]),
        ("其中2件维持、1件纠正。", [("其中", "维持"), ("", "纠正")]),
        ("，作其他处理（含撤回）3件。", [("作其他处理", "")]),
        ("复议2件（含上年）3件。", [("复议", ""), ("", "")]),
    ],
)
def test_words_between_two_numbers_belong_to_the_first_up_to_a_list_mark(
    read_numbers: NumberReader, text: str, near: list[tuple[str, str]]
) -> None:
    numbers = read_numbers(text)
    found = [words_near(text, numbers, at) for at in range(len(numbers))]
    assert [(before.of(text), behind.of(text)) for before, behind in found] == near
