"""字数."""

from __future__ import annotations

import pytest

from xjdesk.gui.word_count import word_count


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", 0),
        ("政府信息公开。", 7),
        ("2016年1月1日", 6),
        ("网址 www.nxxj.gov.cn", 3),
        ("电话：0954-3012401", 4),
        ("　　空格不算 字", 5),
    ],
)
def test_counts_like_word_processors(text: str, words: int) -> None:
    assert word_count([text]) == words


def test_adds_up_paragraphs() -> None:
    assert word_count(["甲乙", "丙"]) == 3
