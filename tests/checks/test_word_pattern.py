from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from xjdesk.checks.word_pattern import any_of


@given(st.lists(st.text(min_size=1)))
def test_every_word_of_a_list_is_found_as_it_is_written(words: list[str]) -> None:
    pattern = re.compile(any_of(words))
    assert all(pattern.fullmatch(word) for word in words)


@given(st.text())
def test_a_list_without_words_finds_nothing(text: str) -> None:
    assert re.search(any_of(()), text) is None


def test_the_longest_word_that_fits_is_found() -> None:
    found = re.match(any_of(("人", "人次")), "人次数")
    assert found is not None
    assert found.group() == "人次"
