from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from xjdesk.gui.searching.choices import SearchChoice, found_by

_CHOICES = [
    SearchChoice("保存", 1, "文件", "Ctrl+S", "存盘"),
    SearchChoice("另存为", 2, "文件", "F12"),
    SearchChoice("导出 PDF", 3, "文件", "Ctrl+E", "报送"),
    SearchChoice("打印", 4, "文件"),
]


@pytest.mark.parametrize(
    ("words", "names"),
    [
        ("保存", ["保存"]),
        ("存", ["保存", "另存为"]),
        ("另为", ["另存为"]),
        ("导p", ["导出 PDF"]),
        ("ｐｄｆ", ["导出 PDF"]),
        ("报送", ["导出 PDF"]),
        ("存盘", ["保存"]),
        ("f12", ["另存为"]),
        ("文件 ctrl", ["保存", "导出 PDF"]),
        ("没有", []),
    ],
)
def test_a_few_characters_find_what_is_meant(words: str, names: list[str]) -> None:
    assert [choice.name for choice in found_by(words, _CHOICES)] == names


def test_without_words_all_are_found_in_their_order() -> None:
    assert found_by("  ", _CHOICES) == _CHOICES


def test_the_likeliest_comes_first() -> None:
    choices = [SearchChoice(name, name) for name in ("重新保存", "保存为", "保存")]
    assert [choice.name for choice in found_by("保存", choices)] == ["保存", "保存为", "重新保存"]


@given(st.text(max_size=6))
def test_nothing_is_found_that_does_not_hold_the_characters(words: str) -> None:
    found = found_by(words, _CHOICES)
    assert all(choice in _CHOICES for choice in found)
    assert len(found) <= len(_CHOICES)
