from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from xjdesk.core.document_fields import TITLE
from xjdesk.typesetting.blocks import Block
from xjdesk.typesetting.fonts.font_set import FontSet
from xjdesk.typesetting.grid import CELL_MM, SIZE_3_PT, TEXT_WIDTH_MM, Pitch, mm
from xjdesk.typesetting.lines.compositor import Align, Compositor, Setting
from xjdesk.typesetting.lines.punctuation import CLOSING
from xjdesk.typesetting.narrative import body_setting
from xjdesk.typesetting.pages import Face, GlyphRun, Origin

_ROUNDING = 1e-6
_TEXTS = st.text("西吉县政府《公开》，。“”2016abc@. ﹙—…", max_size=200)
_WRITTEN = st.lists(
    st.sampled_from(
        [*"西吉县政府信息公开", "，", "。", "《公开》、", "（县）", "2016年", "）（", "”。"]
    ),
    min_size=1,
    max_size=120,
).map("县".join)
"""Marks and short numbers between ideographs: no line of it need be left short."""
_PITCHES = (Pitch(), Pitch(characters=27))


def _paragraph(fonts: FontSet, text: str, setting: Setting) -> list[Block]:
    compositor = Compositor(fonts)
    return compositor.paragraph(compositor.glyphs(text, Face.FANGSONG), setting)


def _right_edge(fonts: FontSet, block: Block) -> float:
    last = block.runs[-1]
    return last.x_mm + fonts.width_mm(last) - last.letter_spacing_mm


@given(text=_TEXTS, align=st.sampled_from(Align))
def test_lines_stay_inside_their_measure(
    fonts: FontSet, ink_right_mm: Callable[[GlyphRun], float], text: str, align: Align
) -> None:
    setting = Setting(indent_mm=2 * CELL_MM, align=align)
    for block in _paragraph(fonts, text, setting):
        if block.runs:
            # Before the first and behind the last mark a blank may hang out.
            assert block.runs[0].x_mm >= -mm(SIZE_3_PT) / 2
            assert ink_right_mm(block.runs[-1]) <= TEXT_WIDTH_MM + _ROUNDING


@given(text=_TEXTS, pitch=st.sampled_from(_PITCHES))
def test_characters_of_a_line_follow_each_other_without_touching(
    fonts: FontSet, text: str, pitch: Pitch
) -> None:
    for block in _paragraph(fonts, text, body_setting(pitch)):
        for (one, _, end), (following, start, _) in pairwise(_inks(fonts, block)):
            # Dashes are drawn to join each other, letters as close as their font has them.
            if not (one.isascii() and following.isascii()) and "—" not in one + following:
                assert start > end, (one, following)


def _inks(fonts: FontSet, block: Block) -> Iterator[tuple[str, float, float]]:
    """Each character that leaves ink, and where that begins and ends."""
    for run in block.runs:
        x, em = run.x_mm, mm(run.size_pt)
        for character in run.text:
            ink = fonts.metrics(run.face).ink(character)
            if ink is not None:
                yield character, x + ink.left * em, x + ink.right * em
            x += fonts.advance_mm(run, character)


@given(text=_WRITTEN, pitch=st.sampled_from(_PITCHES))
def test_every_line_but_the_last_is_exactly_as_long_as_its_measure(
    fonts: FontSet, text: str, pitch: Pitch
) -> None:
    blocks = _paragraph(fonts, text, body_setting(pitch))
    for index, block in enumerate(blocks):
        last = block.runs[-1]
        assert block.runs[0].x_mm == pytest.approx(0.0 if index else 2 * pitch.cell_mm)
        if index < len(blocks) - 1:
            # The blank of a mark at the end may hang out, its ink may not.
            blank = _blank_em(fonts, last) * mm(SIZE_3_PT) if last.text[-1] in CLOSING else 0.0
            beyond = _right_edge(fonts, block) - TEXT_WIDTH_MM
            assert -_ROUNDING <= beyond <= blank + _ROUNDING


def _blank_em(fonts: FontSet, run: GlyphRun) -> float:
    """Behind the ink of a run's last character."""
    metrics = fonts.metrics(run.face)
    ink = metrics.ink(run.text[-1])
    return (metrics.advance(run.text[-1]) or 0.0) - (ink.right if ink else 0.0)


def test_words_are_not_stretched(fonts: FontSet) -> None:
    blocks = _paragraph(fonts, "信息，" * 4 + "www.nxxj.gov.cn" + "政府" * 20, Setting())
    words = [run for block in blocks for run in block.runs if "nxxj" in run.text]
    assert [run.text for run in words] == ["www.nxxj.gov.cn"]
    assert words[0].letter_spacing_mm == Setting().spacing_mm


def test_line_that_would_be_torn_apart_is_left_short(fonts: FontSet) -> None:
    text = "信" * 14 + "a" * 30 + "息" * 10
    first = _paragraph(fonts, text, Setting())[0]
    assert first.runs[0].text == "信" * 14
    assert first.runs[0].letter_spacing_mm == Setting().spacing_mm


def test_missing_characters_are_reported_with_their_line_and_place(fonts: FontSet) -> None:
    compositor = Compositor(fonts)
    text = compositor.glyphs("甲\ue123" + "乙" * 28 + "\ue124", Face.HEITI, Origin(TITLE, 0))
    first, second = compositor.paragraph(text, Setting())
    assert [(m.character, m.place) for m in first.missing] == [("\ue123", TITLE)]
    assert [(m.character, m.place) for m in second.missing] == [("\ue124", TITLE)]


def _row(block: Block) -> str:
    return "".join(run.text for run in block.runs)


def test_two_marks_that_meet_share_one_blank(fonts: FontSet) -> None:
    compositor, setting = Compositor(fonts), Setting(spacing_mm=0.0)

    def width(text: str) -> float:
        return compositor.width_mm(compositor.glyphs(text, Face.FANGSONG), setting) / mm(SIZE_3_PT)

    assert width("》、") < 1.75
    assert width("）（") < 1.75
    assert width("“《") < 1.75
    assert width("信，") == pytest.approx(2.0)
    assert width("，信（") == pytest.approx(3.0)


def test_marks_are_squeezed_to_bring_a_mark_back_to_the_end_of_a_line(fonts: FontSet) -> None:
    # 。 would begin the second line and take the character before it along.
    text = "政府，信息公开" * 4 + "。" + "年度报告"
    first, second = _paragraph(fonts, text, Setting())
    assert _row(first) == "政府，信息公开" * 4 + "。"
    assert _row(second) == "年度报告"


def test_a_mark_within_a_line_keeps_part_of_its_blank(fonts: FontSet) -> None:
    # The mark at the end and one within the line cannot make room for a whole character.
    text = "信" * 19 + "。" + "息" * 8 + "，" + "政" * 10
    first = _paragraph(fonts, text, Setting())[0]
    assert len(_row(first)) == 27
    assert _right_edge(fonts, first) == pytest.approx(TEXT_WIDTH_MM, abs=1e-3)


def test_a_line_without_marks_holds_twenty_eight_characters(fonts: FontSet) -> None:
    first, second = _paragraph(fonts, "信" * 29, Setting())
    assert (_row(first), _row(second)) == ("信" * 28, "信")


def test_marks_are_not_squeezed_where_the_line_is_nearly_full(fonts: FontSet) -> None:
    # Half a character is missing at the end: gaps are widened instead.
    text = "信，" * 13 + "息9" + "政" * 5
    first = _paragraph(fonts, text, Setting())[0]
    assert all(run.letter_spacing_mm >= Setting().spacing_mm for run in first.runs)


def test_every_run_knows_where_its_first_character_comes_from(fonts: FontSet) -> None:
    written = "政府\u200b信息，（2016年）：《条例》。" * 6
    compositor = Compositor(fonts)
    text = compositor.glyphs(written, Face.FANGSONG, Origin(TITLE, 0))
    for block in compositor.paragraph(text, Setting()):
        for run in block.runs:
            assert run.origin is not None
            assert written.startswith(run.text, run.origin.start)


def test_origin_goes_on_through_parts_of_one_text_and_changes_between_texts(
    fonts: FontSet,
) -> None:
    compositor = Compositor(fonts)
    heading = compositor.glyphs("（一）", Face.KAITI, Origin(TITLE, 3))
    rest = compositor.glyphs("机构", Face.FANGSONG, Origin(TITLE, 6))
    label = compositor.glyphs("附件：", Face.FANGSONG)
    text = label + heading + rest
    assert [text.origin_at(i) for i in (0, 3, 5, 6, 7)] == [
        None,
        Origin(TITLE, 3),
        Origin(TITLE, 5),
        Origin(TITLE, 6),
        Origin(TITLE, 7),
    ]
