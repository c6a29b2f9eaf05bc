from __future__ import annotations

import pytest

from xjdesk.core.consistency_words import (
    read_consistency_words,
)
from xjdesk.core.word_lists import WordListsError
from xjdesk.resource_files import resource


def _shipped() -> str:
    return resource("phrases", "consistency.toml").read_text(encoding="utf-8")


def test_the_shipped_words_are_read() -> None:
    words = read_consistency_words(_shipped())
    assert "其中" in words.part_openers
    assert "增长" in words.rising


@pytest.mark.parametrize(
    "text",
    [
        "part_openers = [",
        "",
        _shipped() + '\nunknown = ["其中"]',
        _shipped().replace('each = ["各"', 'each = [1, "各"'),
        _shipped().replace('asked = ["申请"]', "asked = []"),
    ],
)
def test_a_list_that_is_broken_is_refused(text: str) -> None:
    with pytest.raises(WordListsError) as error:
        read_consistency_words(text)
    assert "用语表有误" in error.value.sentence
