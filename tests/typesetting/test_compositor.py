from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from xjdesk.core.document_fields import TITLE
from xjdesk.typesetting.blocks import Block
from xjdesk.typesetting.compositor import Align, Compositor, Setting
from xjdesk.typesetting.font_set import FontSet
from xjdesk.typesetting.grid import CELL_MM, TEXT_WIDTH_MM
from xjdesk.typesetting.pages import Face

_ROUNDING = 1e-6
_TEXTS = st.text("西吉县政府《公开》，。“”2016abc@. ﹙—…", max_size=200)


def _paragraph(fonts: FontSet, text: str, setting: Setting) -> list[Block]:
    compositor = Compositor(fonts)
    return compositor.paragraph(compositor.glyphs(text, Face.FANGSONG, TITLE), setting)


def _right_edge(fonts: FontSet, block: Block) -> float:
    last = block.runs[-1]
    return last.x_mm + fonts.width_mm(last) - last.letter_spacing_mm


@given(text=_TEXTS, align=st.sampled_from(Align))
def test_lines_stay_inside_their_measure(fonts: FontSet, text: str, align: Align) -> None:
    setting = Setting(indent_mm=2 * CELL_MM, align=align)
    for block in _paragraph(fonts, text, setting):
        if block.runs:
            assert block.runs[0].x_mm >= -_ROUNDING
            # The grid squeezes glyphs a little; the last one is not squeezed into its cell.
            assert _right_edge(fonts, block) <= TEXT_WIDTH_MM - setting.spacing_mm + _ROUNDING


@given(text=_TEXTS)
def test_runs_of_a_line_do_not_overlap(fonts: FontSet, text: str) -> None:
    for block in _paragraph(fonts, text, Setting()):
        for before, after in zip(block.runs, block.runs[1:], strict=False):
            end = before.x_mm + fonts.width_mm(before) - before.letter_spacing_mm
            assert after.x_mm >= end + Setting().spacing_mm - _ROUNDING


def test_full_lines_end_at_the_right_edge(fonts: FontSet) -> None:
    text = "政府信息公开，" * 20 + "2016年" * 10
    blocks = _paragraph(fonts, text, Setting())
    for block in blocks[:-1]:
        assert _right_edge(fonts, block) == pytest.approx(
            TEXT_WIDTH_MM - Setting().spacing_mm, abs=1e-3
        )


def test_words_are_not_stretched(fonts: FontSet) -> None:
    blocks = _paragraph(fonts, "信息，" * 8 + "www.nxxj.gov.cn" + "政府，" * 20, Setting())
    words = [run for block in blocks for run in block.runs if "nxxj" in run.text]
    assert [run.text for run in words] == ["www.nxxj.gov.cn"]
    assert words[0].letter_spacing_mm == Setting().spacing_mm


def test_line_that_would_be_torn_apart_is_left_short(fonts: FontSet) -> None:
    text = "信" * 14 + "a" * 30 + "息" * 10
    first = _paragraph(fonts, text, Setting())[0]
    assert first.runs[0].text == "信" * 14
    assert first.runs[0].letter_spacing_mm == Setting().spacing_mm


def test_missing_character_is_reported_once_with_its_place(fonts: FontSet) -> None:
    compositor = Compositor(fonts)
    for _ in range(2):
        compositor.glyphs("甲\ue123乙\ue123", Face.HEITI, TITLE)
    (missing,) = compositor.missing
    assert (missing.character, missing.place) == ("\ue123", TITLE)
