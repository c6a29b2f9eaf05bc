from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from xjdesk.checks.clauses import (
    CLAUSES,
    FULL_SENTENCES,
    PHRASES,
    QUOTED_CLAUSES,
    SENTENCES,
    Division,
)

_ALL = (FULL_SENTENCES, SENTENCES, CLAUSES, PHRASES, QUOTED_CLAUSES)
_TEXT = st.text(alphabet="，。；：、！（）,;公开信息200件", max_size=60)


@pytest.mark.parametrize(
    ("division", "part"),
    [
        (FULL_SENTENCES, "去年200件；今年，收到申请、答复（含上年）300件"),
        (SENTENCES, "今年，收到申请、答复（含上年）300件"),
        (QUOTED_CLAUSES, "收到申请、答复（含上年）300件"),
        (CLAUSES, "含上年"),
        (PHRASES, "含上年"),
    ],
)
def test_each_division_parts_at_its_own_marks(division: Division, part: str) -> None:
    text = "概况。去年200件；今年，收到申请、答复（含上年）300件。办结"
    at = text.index("上年")
    assert division.around(text, at, at + 2).of(text) == part


def test_what_a_list_mark_parts_is_one_clause_but_several_phrases() -> None:
    text = "收到申请、答复200件"
    assert [part.of(text) for part in CLAUSES.parts(text)] == [text]
    assert [part.of(text) for part in PHRASES.parts(text)] == ["收到申请", "答复200件"]


@given(_TEXT)
def test_parts_cover_the_text_but_for_the_marks_between_them(text: str) -> None:
    for division in _ALL:
        parts = division.parts(text)
        assert "".join(part.of(text) for part in parts) == "".join(
            character for character in text if character not in division.marks
        )
        assert all(a.end < b.start for a, b in pairwise(parts))


@given(_TEXT, st.data())
def test_places_of_one_part_have_as_many_marks_before_them(text: str, data: st.DataObject) -> None:
    first = data.draw(st.integers(0, len(text)))
    second = data.draw(st.integers(first, len(text)))
    for division in _ALL:
        is_one = not any(mark in text[first:second] for mark in division.marks)
        before = division.marks_before
        assert (before(text, first) == before(text, second)) is is_one
        assert (division.around(text, first, first) == division.around(text, second, second)) >= (
            is_one
        )
