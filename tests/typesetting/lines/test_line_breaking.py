from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from xjdesk.typesetting.lines.line_breaking import NO_END, NO_START, allowed_breaks, break_lines

_HAN = "西吉县人民政府信息公开年度报告"
_WORDS = ["2016", "0954-3012401", "xjmcf1@126.com", "www.nxxj.gov.cn", "3.5%", "1,000", "APP"]
_PIECES = st.one_of(
    st.sampled_from([*_HAN, "，", "。", "》、《", "（", "）。", "“", "”", "——", "……", " "]),
    st.sampled_from(_WORDS),
)
_TEXTS = st.lists(_PIECES, max_size=120).map("".join)


def _advances(text: str) -> list[float]:
    return [0.5 if c.isascii() else 1.0 for c in text]


def _lines(text: str, first: float = 26.0, rest: float = 28.0) -> list[str]:
    return [text[start:end] for start, end in break_lines(text, _advances(text), first, rest)]


@given(_TEXTS)
def test_no_character_is_lost_or_doubled(text: str) -> None:
    assert "".join(_lines(text)) == text


@given(st.text(max_size=200), st.floats(0.5, 30))
def test_no_character_of_any_text_is_lost_in_any_measure(text: str, measure: float) -> None:
    assert "".join(_lines(text, measure, measure)) == text


@given(_TEXTS)
def test_no_line_is_wider_than_its_measure(text: str) -> None:
    for index, line in enumerate(_lines(text)):
        width = sum(_advances(line.rstrip(" ")))
        assert width <= (28.0 if index else 26.0)


@given(_TEXTS)
def test_a_line_ends_only_where_a_break_is_allowed_unless_it_has_no_such_place(text: str) -> None:
    allowed = allowed_breaks(text)
    for start, end in break_lines(text, _advances(text), 26.0, 28.0):
        assert allowed[end] or not any(allowed[start + 1 : end])


@given(st.lists(st.sampled_from([*_HAN, "，", "。", "《", "》", "（"]), max_size=150).map("".join))
def test_no_line_begins_with_a_closing_or_ends_with_an_opening_mark(text: str) -> None:
    # More marks in a row than a line holds leave no choice; five are more than writing has.
    for mark in "，。《》（":
        text = text.replace(mark * 2, mark)
    breaks = break_lines(text, _advances(text), 26.0, 28.0)
    allowed = allowed_breaks(text)
    for start, end in breaks[:-1]:
        if any(allowed[start + 1 : end + 1]):
            assert text[end] not in NO_START
            assert text[end - 1] not in NO_END


@given(st.text(_HAN, max_size=60), st.sampled_from(_WORDS), st.text(_HAN, max_size=60))
def test_numbers_words_and_addresses_stay_whole(before: str, word: str, after: str) -> None:
    assert any(word in line for line in _lines(before + word + after))


def test_twenty_eight_characters_fill_a_line() -> None:
    assert [len(line) for line in _lines("政" * 60, 26.0, 28.0)] == [26, 28, 6]


def test_closing_mark_takes_the_character_before_it_along() -> None:
    assert _lines("政府信息，公开", 4.0, 4.0) == ["政府信", "息，公开"]


def test_opening_mark_goes_to_the_next_line() -> None:
    assert _lines("政府信（息）", 4.0, 4.0) == ["政府信", "（息）"]


def test_dashes_and_ellipses_are_not_split() -> None:
    assert _lines("政府信——息", 4.0, 4.0) == ["政府信", "——息"]
    assert _lines("政府信……息", 4.0, 4.0)[0] == "政府"


def test_blanks_at_the_end_of_a_line_hang_beyond_it() -> None:
    assert _lines("政府信息  公开", 4.0, 4.0) == ["政府信息  ", "公开"]


def test_endless_word_is_broken_after_a_mark_and_fills_no_line_beyond_its_measure() -> None:
    url = "https://www.example.gov.cn/" + "a" * 70
    lines = _lines("见" + url, 10.0, 10.0)
    assert "".join(lines) == "见" + url
    assert all(sum(_advances(line)) <= 10.0 for line in lines)


@pytest.mark.parametrize("blank", [" ", "\u3000", "\u2003"])
def test_no_line_begins_with_a_blank(blank: str) -> None:
    first, second = _lines("国" * 26 + blank + "国" * 10)
    assert first == "国" * 26 + blank
    assert second == "国" * 10


def test_a_blank_that_forbids_a_break_does() -> None:
    assert _lines("国" * 25 + "10\xa0万元") == ["国" * 25, "10\xa0万元"]


def test_a_full_width_number_stays_whole() -> None:
    assert _lines("国" * 24 + "２０１６年") == ["国" * 24, "２０１６年"]


@pytest.mark.parametrize("mark", "—–-~～/／·．％℃㎡²″〞］｝﹐")
def test_hyphens_slashes_and_unit_signs_do_not_begin_a_line(mark: str) -> None:
    assert _lines("国" * 28 + mark + "国国", 28.0) == ["国" * 27, "国" + mark + "国国"]


@pytest.mark.parametrize("mark", "/／$¥€£［｛〝")
def test_slashes_and_what_stands_before_a_number_or_quotation_do_not_end_a_line(mark: str) -> None:
    assert _lines("国" * 27 + mark + "国国", 28.0)[0].endswith("国")


def test_a_dash_of_two_may_begin_a_line_and_one_between_years_stands_behind_the_first() -> None:
    assert _lines("国" * 26 + "——国", 26.0) == ["国" * 26, "——国"]
    assert _lines("国" * 24 + "2015—2016年", 27.0) == ["国" * 24 + "2015—", "2016年"]
    assert _lines("国" * 24 + "2015—2016年", 26.5) == ["国" * 24, "2015—2016年"]


def test_straight_quotation_marks_stay_with_what_they_enclose() -> None:
    assert _lines("国" * 26 + '"国国"国', 27.0) == ["国" * 26, '"国国"国']
    assert _lines('国"' + "国" * 26 + '"国国', 27.5) == ['国"' + "国" * 25, '国"国国']


def test_an_apostrophe_does_not_divide_a_word() -> None:
    assert _lines("国" * 25 + "Xi’an城墙", 27.5) == ["国" * 25, "Xi’an城墙"]


def test_an_endless_address_is_broken_behind_a_slash() -> None:
    first = _lines("https://www.example.gov.cn/notices/" + "a" * 60, 20.0, 20.0)[0]
    assert first == "https://www.example.gov.cn/notices/"


@pytest.mark.parametrize("tie", "\xa0\u202f\u2011")
def test_what_is_tied_is_not_parted(tie: str) -> None:
    assert _lines(f"国国国{tie}国", 4.0, 4.0) == ["国国", f"国{tie}国"]
