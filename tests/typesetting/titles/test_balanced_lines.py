from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from xjdesk.typesetting.titles.balanced_lines import balanced_lines

_TITLES = st.text("西吉县人民政府关于信息公开工作的报告（）、《》", max_size=90)


def _lines(text: str, measure: float, least: int = 1) -> list[str]:
    found = balanced_lines(text, [1.0] * len(text), measure, least)
    return [text[start:end] for start, end in found]


@given(_TITLES, st.integers(4, 30), st.integers(1, 4))
def test_no_character_is_lost_and_no_line_too_wide(text: str, measure: int, least: int) -> None:
    lines = _lines(text, float(measure), least)
    assert "".join(lines) == text
    assert all(len(line) <= measure for line in lines)


def test_title_that_fits_stays_on_one_line() -> None:
    assert _lines("关于政府信息公开工作的报告", 20.0) == ["关于政府信息公开工作的报告"]


def test_long_title_is_broken_before_about_rather_than_inside_a_name() -> None:
    title = "西吉县人民政府关于政府信息公开的报告"
    assert _lines(title, 15.0) == ["西吉县人民政府", "关于政府信息公开的报告"]


def test_lines_are_of_like_length() -> None:
    lines = _lines("甲" * 31, 15.0)
    assert sorted(map(len, lines)) == [10, 10, 11]


def test_names_and_words_stay_whole_where_lines_are_of_like_length_then_too() -> None:
    mark = "宁夏回族自治区固原市西吉县人力资源和社会保障局文件"
    assert _lines(mark, 25.0, 2) == ["宁夏回族自治区固原市西吉县", "人力资源和社会保障局文件"]
    assert _lines(mark, 25.0, 3) == ["宁夏回族自治区", "固原市西吉县", "人力资源和社会保障局文件"]


def test_more_lines_than_needed_can_be_asked_for() -> None:
    assert _lines("甲乙丙丁", 10.0, 2) == ["甲乙", "丙丁"]


def test_text_too_long_for_a_title_is_broken_line_by_line() -> None:
    assert [len(line) for line in _lines("甲" * 250, 100.0)] == [100, 100, 50]
