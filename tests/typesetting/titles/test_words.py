from __future__ import annotations

import tomllib

import pytest

from xjdesk.resource_files import resource
from xjdesk.typesetting.titles.words import WordKind, read_words, shipped_words

_LISTS: dict[str, list[str]] = tomllib.loads(
    resource("phrases", "title-words.toml").read_text(encoding="utf-8")
)
_WORDS = [word for words in _LISTS.values() for word in words]

_TWO_LISTS = "\n".join(f"{kind.value} = []" for kind in WordKind if kind is not WordKind.ORGAN)


def test_the_file_has_a_list_for_every_kind_and_no_other() -> None:
    assert set(_LISTS) == {kind.value for kind in WordKind}


@pytest.mark.parametrize("name", _LISTS)
def test_every_list_is_sorted(name: str) -> None:
    assert _LISTS[name] == sorted(_LISTS[name])


def test_no_word_stands_twice() -> None:
    assert sorted(set(_WORDS)) == sorted(_WORDS)


def test_every_word_is_two_ideographs_or_more() -> None:
    def is_word(word: str) -> bool:
        return len(word) >= 2 and all("\u4e00" <= character <= "\u9fff" for character in word)

    assert [word for word in _WORDS if not is_word(word)] == []


def test_words_are_found_where_they_begin_the_shortest_first() -> None:
    words = read_words(f'organs = ["人民", "人民政府", "政府"]\n{_TWO_LISTS}')
    found = list(words.words_at("县人民政府", 1))
    assert found == [(3, WordKind.ORGAN), (5, WordKind.ORGAN)]
    assert list(words.words_at("县人民政府", 0)) == []


def test_a_file_without_one_of_the_lists_is_refused() -> None:
    with pytest.raises(KeyError, match="organs"):
        read_words(_TWO_LISTS)


def test_the_shipped_words_are_read_once() -> None:
    assert shipped_words() is shipped_words()
