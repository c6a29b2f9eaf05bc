"""The list of words is read, refused with the entry that is wrong, and holds what it promises."""

from __future__ import annotations

import re
import tomllib
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from xjdesk.core.word_list import (
    WordClass,
    WordEntry,
    WordList,
    WordListError,
    plain_entry,
    read_word_list,
)
from xjdesk.core.word_list_lint import problems
from xjdesk.resource_files import resource

_SOURCE = resource("phrases", "wording.toml").read_text(encoding="utf-8")
_ENTRIES: list[dict[str, Any]] = tomllib.loads(_SOURCE)["word"]
_EACH = [pytest.param(entry, id=f"{n}") for n, entry in enumerate(_ENTRIES, 1)]

_WORDS = st.text(alphabet="办理流程.*\\(1", max_size=5)


def test_an_entry_is_read_with_all_that_it_has() -> None:
    words = read_word_list(
        "[[word]]\npattern = '布署'\ninstead = '部署'\nclass = 'wrong'\nreason = '同音'\n"
        "rule = 'P-29'\nbad = ['布署']\n[[word]]\npattern = '其它'\nclass = 'hint'\n"
    )
    assert words.entries == (
        WordEntry("布署", "部署", WordClass.WRONG, "同音", "P-29"),
        WordEntry("其它", "", WordClass.HINT),
    )


def test_an_empty_text_is_an_empty_list() -> None:
    assert read_word_list("") == WordList()


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("[[word]", "Expected"),
        ("word = 1", "word不是列表"),
        ("word = [1]", "第1条不是一组键值"),
        ("[[word]]\npattern = '布署'", "第1条“布署”：class没有填写"),
        ("[[word]]\nclass = 'wrong'", "第1条：pattern没有填写"),
        (
            "[[word]]\npattern = '布署'\nclass = 'bad'",
            "class应为wrong、doubtful、hint",
        ),
        ("[[word]]\npattern = '布署'\nclass = 'wrong'\ninstead = 1", "“布署”：instead不是文字"),
    ],
)
def test_a_list_that_cannot_be_used_is_refused_with_the_entry(text: str, told: str) -> None:
    with pytest.raises(WordListError) as raised:
        read_word_list(text)
    assert told in raised.value.sentence


def test_the_lint_names_what_cannot_be_tried() -> None:
    entries = (
        WordEntry("(布署", "部署", WordClass.WRONG),
        WordEntry("布署", r"\1", WordClass.WRONG),
        WordEntry("布?", "部", WordClass.WRONG),
        WordEntry("其它", "其他", WordClass.HINT),
        WordEntry("其它", "", WordClass.HINT),
    )
    told = problems(WordList(entries))
    assert [problem.split(":")[0] for problem in told] == [
        "entry 1 '(布署'",
        "entry 2 '布署'",
        "entry 3 '布?'",
        "entry 5 '其它'",
    ]


def test_the_shipped_list_has_no_problem() -> None:
    assert problems(read_word_list(_SOURCE)) == ()


@pytest.mark.parametrize("entry", _EACH)
def test_an_entry_hits_its_bad_examples_once_and_its_good_ones_never(entry: dict[str, Any]) -> None:
    pattern = re.compile(entry["pattern"])
    assert entry["bad"]
    assert entry["good"]
    for text in entry["bad"]:
        assert len(list(pattern.finditer(text))) == 1, text
    for text in entry["good"]:
        assert pattern.search(text) is None, text


@pytest.mark.parametrize("entry", _EACH)
def test_what_is_put_in_place_is_not_hit_again(entry: dict[str, Any]) -> None:
    pattern = re.compile(entry["pattern"])
    for text in entry["bad"] if "instead" in entry else ():
        mended = pattern.sub(entry["instead"], text)
        assert mended != text
        assert pattern.search(mended) is None, mended


@pytest.mark.parametrize("entry", _EACH)
def test_no_text_keeps_a_pattern_busy(entry: dict[str, Any]) -> None:
    pattern = re.compile(entry["pattern"])
    for text in entry["bad"]:
        for piece in {text, *text, f"{text[:2]}1"}:
            list(pattern.finditer(piece * 2000))


@given(_WORDS, _WORDS)
def test_a_plain_entry_finds_its_word_and_nothing_in_the_right_one(wrong: str, right: str) -> None:
    if not wrong.strip():
        with pytest.raises(WordListError):
            plain_entry(wrong, right)
        return
    entry = plain_entry(wrong, right)
    pattern = re.compile(entry.pattern)
    assert problems(WordList((entry,))) == ()
    assert pattern.search(right) is None
    if wrong not in right:
        found = pattern.fullmatch(wrong)
        assert found is not None
        assert found.expand(entry.instead) == right


def test_a_plain_entry_finds_a_part_of_the_right_word_outside_it() -> None:
    pattern = re.compile(plain_entry("办理流", "办理流程").pattern)
    assert [m.start() for m in pattern.finditer("办理流程、办理流、")] == [5]


def test_more_entries_come_behind() -> None:
    first, second = plain_entry("布署", "部署"), plain_entry("其它", "其他")
    assert WordList((first,)).with_more(WordList((second,))).entries == (first, second)
