from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from xjdesk.checks.quoting import excerpt, quoted, quoted_clause


def test_what_is_quoted_is_one_line_and_cut_when_it_is_long() -> None:
    assert quoted("西吉县\n人民政府") == "“西吉县 人民政府”"
    assert quoted("字" * 25) == f"“{'字' * 24}……”"


def test_an_excerpt_shows_a_few_characters_around() -> None:
    assert excerpt("甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午", 10, 11) == "“丙丁戊己庚辛壬癸子丑寅卯辰”"


def test_a_clause_is_quoted_whole_when_it_is_short() -> None:
    assert quoted_clause("概况，全年（含上年）28件，办结27件。", 9, 12) == "“全年（含上年）28件”"


def test_of_a_long_clause_the_words_up_to_the_number_are_quoted() -> None:
    text = f"{'全' * 40}28件{'办' * 9}。"
    assert quoted_clause(text, 40, 43) == f"“……{'全' * 29}28件……”"


@given(st.text(alphabet="，。全年 28件", min_size=1, max_size=90), st.data())
def test_the_quoted_clause_ends_with_what_it_is_about(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    said = quoted_clause(text, start, start + 1)
    assert text[start].strip() in said
    assert len(said) <= 32 + len("“…………”")
