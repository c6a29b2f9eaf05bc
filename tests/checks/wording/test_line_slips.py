"""The rules together: what is said of a line, and that it is said once."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from xjdesk.checks.wording.line_slips import LineKind, LineSlips
from xjdesk.checks.wording.slip import Slip
from xjdesk.core.severity import Severity
from xjdesk.core.word_list import WordClass, WordEntry, WordList, plain_entry

Fixes = Callable[..., list[tuple[str, str, str | None]]]
Slips = Callable[..., tuple[Slip, ...]]

_TEXTS = st.text(
    alphabet="一二是字公，。、；：“”‘’《》（）()﹙〔〕[]20１.-～%…— 　,\"'aＢ号第", max_size=40
)


@given(_TEXTS, st.sampled_from(LineKind))
def test_every_slip_lies_in_the_line_and_says_what_to_do(
    slips: Slips, text: str, kind: LineKind
) -> None:
    found = slips(text, kind)
    for slip in found:
        assert 0 <= slip.start < slip.end <= len(text)
        assert slip.replacement != text[slip.start : slip.end]
        assert slip.replacement is not None or slip.advice
        assert slip.severity is not Severity.ERROR
        assert slip.message.endswith("。")
    assert list(found) == sorted(found, key=lambda slip: (slip.start, slip.end))


def test_a_number_in_broken_brackets_is_told_once(fixes: Fixes) -> None:
    text = "《意见》（宁党办）〔2016〕67号）"
    assert [rule for rule, _, _ in fixes(text)] == ["P-02"]


def test_what_stands_between_marks_of_another_form_is_told_as_well(fixes: Fixes) -> None:
    assert [rule for rule, _, _ in fixes("安排(布署,工作)。")] == ["P-07", "P-30", "P-07"]
    assert [rule for rule, _, _ in fixes("(一)布署工作。")] == ["P-10", "P-30"]


def test_a_field_is_not_read_as_sentences(fixes: Fixes) -> None:
    text = "公开了信息，一是甲，三是乙"
    assert {rule for rule, _, _ in fixes(text)} == {"P-12", "P-27b"}
    assert fixes(text, LineKind.FIELD) == []


def test_names_are_no_words_and_may_be_parted(fixes: Fixes) -> None:
    assert fixes("张布署  王其它", LineKind.NAMES) == []
    assert fixes("张三,李四", LineKind.NAMES) == [("P-07", ",", "，")]


@pytest.mark.parametrize(
    ("word_class", "severity", "verdict"),
    [
        (WordClass.WRONG, Severity.QUERY, "写法有误"),
        (WordClass.DOUBTFUL, Severity.HINT, "可能有误"),
        (WordClass.HINT, Severity.HINT, "有更规范的写法"),
    ],
)
def test_a_listed_word_is_as_grave_as_its_class(
    word_class: WordClass, severity: Severity, verdict: str
) -> None:
    entry = WordEntry("(甲|乙)丙", r"\1丁", word_class, "两种写法")
    (slip,) = LineSlips(WordList((entry,)))("写乙丙。", LineKind.PARAGRAPH)
    assert (slip.severity, slip.start, slip.end) == (severity, 1, 3)
    assert slip.message == f"“写乙丙。”中的“乙丙”{verdict}，应为“乙丁”（两种写法），请核实。"
    assert slip.replacement == "乙丁"


def test_where_two_entries_meet_the_first_is_told() -> None:
    words = WordList((plain_entry("布署", "部署"), plain_entry("安排布署", "安排部署")))
    (slip,) = LineSlips(words)("安排布署。", LineKind.PARAGRAPH)
    assert (slip.start, slip.end) == (2, 4)


def test_a_word_without_a_replacement_gives_advice() -> None:
    entry = WordEntry("目前", "", WordClass.HINT)
    (slip,) = LineSlips(WordList((entry,)))("目前已公开。", LineKind.PARAGRAPH)
    assert slip.replacement is None
    assert slip.advice


@pytest.mark.parametrize("pattern", ["其它?", "(其)它", "x|其它", "其(?:它|他)", "[其]它"])
def test_a_pattern_is_tried_whatever_it_begins_with(pattern: str) -> None:
    entry = WordEntry(pattern, "", WordClass.HINT)
    found = LineSlips(WordList((entry,)))("以其它方式。", LineKind.PARAGRAPH)
    assert [slip.start for slip in found] == [1]


@given(
    st.sampled_from(["部署", "布署", "办理流程", "办理流"]), st.text(alphabet="字，。", max_size=4)
)
def test_the_users_own_words_are_found_where_they_stand(word: str, around: str) -> None:
    words = WordList((plain_entry("布署", "部署"), plain_entry("办理流", "办理流程")))
    text = f"字{around}{word}{around}字。"
    found = [s for s in LineSlips(words)(text, LineKind.PARAGRAPH) if s.rule == "P-30"]
    wrong = word in ("布署", "办理流")
    assert [text[slip.start : slip.end] for slip in found] == ([word] if wrong else [])
