from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from xjdesk.checks.facts.clauses import (
    clause_around,
    clauses,
    sentence_around,
    sentences,
    without_titles,
)

_TEXT = st.text(alphabet="，。；、（）《》公开信息200件", max_size=60)


def test_a_clause_ends_at_commas_and_brackets_but_not_at_list_marks() -> None:
    text = "收到申请、答复（含上年）200件，办结"
    at = text.index("200")
    clause = clause_around(text, at, at + 4)
    assert text[clause.start : clause.end] == "200件"
    assert text[clauses(text)[0].start : clauses(text)[0].end] == "收到申请、答复"


def test_a_sentence_ends_at_full_stop_and_semicolon() -> None:
    text = "去年200件；今年，300件。办结"
    at = text.index("300")
    sentence = sentence_around(text, at, at + 4)
    assert text[sentence.start : sentence.end] == "今年，300件"


def test_what_a_title_says_is_blanked_out() -> None:
    text = "按《关于公开〈信息〉100条的通知》（西政发〔2016〕3号）要求"
    plain = without_titles(text)
    assert len(plain) == len(text)
    assert plain.replace("\u3000", "") == "按要求"


@given(_TEXT)
def test_parts_cover_the_text_but_for_the_marks_between_them(text: str) -> None:
    for parts in (clauses(text), sentences(text)):
        assert all(0 <= part.start < part.end <= len(text) for part in parts)
        assert all(a.end < b.start for a, b in pairwise(parts))


@given(_TEXT)
def test_titles_leave_the_length_as_it_is(text: str) -> None:
    assert len(without_titles(text)) == len(text)
