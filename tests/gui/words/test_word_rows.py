from __future__ import annotations

from xjdesk.gui.words.word_rows import cleaned, filled_rows, first_problem
from xjdesk.storage.user_words import WordPair

_EMPTY = WordPair("", "")


def test_a_word_is_one_line_without_space_around_it() -> None:
    assert cleaned(" 固源\t市\n　") == "固源 市"


def test_empty_rows_are_left_out_and_are_no_problem() -> None:
    rows = (WordPair("甲", "乙"), _EMPTY, WordPair("丙", "丁"), _EMPTY)
    assert filled_rows(rows) == (WordPair("甲", "乙"), WordPair("丙", "丁"))
    assert first_problem(rows) == ""


def test_the_first_row_that_cannot_be_kept_is_named() -> None:
    rows = (WordPair("甲", "乙"), _EMPTY, WordPair("丙", ""), WordPair("", "丁"))
    assert first_problem(rows) == "第3行“不应写”和“应写作”都要填。"


def test_a_word_that_stands_twice_is_named_with_both_rows() -> None:
    rows = (_EMPTY, WordPair("甲", "乙"), WordPair("甲", "丙"))
    assert first_problem(rows) == "第3行的“甲”在第2行已有，请删去一行。"
