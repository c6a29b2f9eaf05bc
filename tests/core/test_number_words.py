"""Number words are read from TOML; the list that comes with the program is in order."""

from __future__ import annotations

from dataclasses import fields

import pytest

from xjdesk.core.number_words import Hedges, NumberWords, read_number_words
from xjdesk.core.word_lists import WordListsError
from xjdesk.resource_files import resource

_SHIPPED = read_number_words(resource("phrases", "number-words.toml").read_text(encoding="utf-8"))
_NUMERALS = set("0123456789一二三四五六七八九十百千万亿零两")


def _lists(words: NumberWords | Hedges) -> list[tuple[str, tuple[str, ...]]]:
    lists: list[tuple[str, tuple[str, ...]]] = []
    for field in fields(words):
        value = getattr(words, field.name)
        lists += _lists(value) if isinstance(value, Hedges) else [(field.name, value)]
    return lists


def test_what_a_list_leaves_out_is_empty() -> None:
    words = read_number_words('units = ["件"]\n[before]\nabout = ["约"]')
    assert words == NumberWords(units=("件",), before=Hedges(about=("约",)))


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("units = [", "Invalid|Unclosed|Expected"),
        ('unit = ["件"]', "unit is not known"),
        ('units = "件"', "units must be of type list"),
        ("units = [1]", "units must be of type str"),
        ('units = [""]', "units must hold words"),
        ('before = ["约"]', "before must be of type dict"),
        ('[behind]\nnearby = ["近"]', "behind: nearby is not known"),
    ],
)
def test_what_is_no_list_of_words_is_refused_with_its_place(text: str, problem: str) -> None:
    with pytest.raises(WordListsError, match=problem):
        read_number_words(text)


def test_no_shipped_list_is_empty_or_holds_a_word_twice() -> None:
    plain = [name for name, words in _lists(_SHIPPED) if len(set(words)) < len(words)]
    assert plain == []
    assert all(getattr(_SHIPPED, field.name) for field in fields(NumberWords))


def test_shipped_words_have_no_space_and_no_stop() -> None:
    marks = set(" 　，。；：")
    assert [w for _, words in _lists(_SHIPPED) for w in words if marks & set(w)] == []


def test_every_shipped_name_and_idiom_holds_a_numeral() -> None:
    listed = (*_SHIPPED.names, *_SHIPPED.idioms)
    assert [word for word in listed if not _NUMERALS & set(word)] == []


def test_no_shipped_word_is_both_name_and_idiom() -> None:
    assert set(_SHIPPED.names) & set(_SHIPPED.idioms) == set()


def test_every_word_that_is_no_hedge_holds_one() -> None:
    for hedges in (_SHIPPED.before, _SHIPPED.inside, _SHIPPED.behind):
        real = [w for f in fields(hedges) if f.name != "none" for w in getattr(hedges, f.name)]
        assert [word for word in hedges.none if not any(hedge in word for hedge in real)] == []
