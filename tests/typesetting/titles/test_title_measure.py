from __future__ import annotations

import pytest

from xjdesk.typesetting.fonts.font_set import FontSet
from xjdesk.typesetting.pages import Face
from xjdesk.typesetting.titles.title_measure import TITLE_MEASURE_EM, estimated_advances_em


def test_a_line_of_the_title_holds_twenty_characters() -> None:
    assert int(TITLE_MEASURE_EM) == 20


def test_ideographs_and_marks_are_one_em_digits_and_letters_less() -> None:
    assert estimated_advances_em("西，“（１") == [1.0] * 5
    assert all(advance < 1.0 for advance in estimated_advances_em("2aA. "))


@pytest.mark.parametrize(
    "line", ["关于2016年政府信息公开工作年度报告", "（西政公开告〔2017〕12号）"]
)
def test_the_estimate_is_close_to_what_the_font_says(line: str, fonts: FontSet) -> None:
    glyphs = [fonts.glyph(character, Face.XIAOBIAOSONG) for character in line]
    real = sum(glyph.advance_em for glyph in glyphs if glyph)
    assert sum(estimated_advances_em(line)) == pytest.approx(real, abs=0.3)
