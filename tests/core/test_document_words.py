from __future__ import annotations

import pytest

from xjdesk.core.document_words import DocumentWords, read_document_words
from xjdesk.core.severity import Severity
from xjdesk.core.word_lists import WordListsError
from xjdesk.resource_files import resource


def _source() -> str:
    return resource("phrases", "document-words.toml").read_text(encoding="utf-8")


def test_the_shipped_words_fill_every_list() -> None:
    words = read_document_words(_source())
    empty = DocumentWords()
    for name in DocumentWords.__slots__:
        assert getattr(words, name)
        assert not getattr(empty, name)


def test_a_time_says_how_grave_it_is_and_which_year_it_means() -> None:
    times = {time.word.word: time for time in read_document_words(_source()).relative_times}
    assert (times["今年"].severity, times["今年"].offset) == (Severity.QUERY, 0)
    assert (times["目前"].severity, times["目前"].offset) == (Severity.HINT, None)
    assert times["目前"].fit_for_plans
    assert "度" in times["本年"].word.unless_followed


def test_every_own_name_is_one_of_the_self_names() -> None:
    words = read_document_words(_source())
    known = {name.word for name in words.self_names}
    assert {name for own in words.own_names for name in own.names} <= known


@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        ("person_titles =", "persons =", "persons is not known"),
        ('severity = "query"', 'severity = "loud"', "loud"),
        ("person_titles =", "person_titles", "Expected"),
    ],
)
def test_what_is_no_such_list_is_refused_with_its_place(old: str, new: str, problem: str) -> None:
    with pytest.raises(WordListsError, match=problem):
        read_document_words(_source().replace(old, new, 1))
