from __future__ import annotations

import pytest

from xjdesk.checks.named_list import named_lists


def test_a_list_has_its_name_its_number_and_its_separators() -> None:
    text = "坚持“三审”即：甲（丙、丁）、乙，“戊、己”。"
    (found,) = named_lists(text)
    assert found.name.of(text) == "“三审”"
    assert found.count == 3
    assert found.items.of(text) == "甲（丙、丁）、乙，“戊、己”"
    assert (len(found.pauses), len(found.commas)) == (1, 1)


def test_a_list_ends_where_the_next_begins() -> None:
    text = "“三审”即：甲、乙、丙，“两监督”是指丁、戊；“12条”：己、庚。"
    assert [(one.count, one.items.of(text)) for one in named_lists(text)] == [
        (3, "甲、乙、丙"),
        (2, "丁、戊"),
        (12, "己、庚"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "“一网通办”即：甲、乙。",
        "“三审”即时完成，甲、乙。",
        "“三重一大”即：甲、乙。",
        "“三公”经费：甲、乙。",
        "“三审”即：甲、乙（丙、丁。",
    ],
)
def test_what_does_not_surely_count_what_follows_is_no_list(text: str) -> None:
    assert list(named_lists(text)) == []
