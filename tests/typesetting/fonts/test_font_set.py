from __future__ import annotations

import unicodedata
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont
from hypothesis import given
from hypothesis import strategies as st

from xjdesk.typesetting.fonts.font_file import FontError, FontFile
from xjdesk.typesetting.fonts.font_metrics import FontMetrics
from xjdesk.typesetting.fonts.font_set import FontSet
from xjdesk.typesetting.grid import mm
from xjdesk.typesetting.pages import Face, GlyphRun

RARE = "﹙㛃䶮𬱖𫖯𣲘"
TYPE_FACES = [face for face in Face if face is not Face.RARE]
NO_TEXT = ["\ue000", "\U000f0000", "😀", "👍", "\ud83d", "\udc00", "\uffff", "\U0010ffff"]


def test_character_is_taken_from_its_face(fonts: FontSet) -> None:
    glyph = fonts.glyph("政", Face.FANGSONG)
    assert glyph is not None
    assert (glyph.face, glyph.advance_em, glyph.missing) == (Face.FANGSONG, 1.0, False)


@pytest.mark.parametrize("face", TYPE_FACES)
@pytest.mark.parametrize("rare", RARE)
def test_rare_character_is_set_as_itself_in_every_face(
    fonts: FontSet, rare: str, face: Face
) -> None:
    glyph = fonts.glyph(rare, face)
    assert glyph is not None
    assert (glyph.character, glyph.missing) == (rare, False)
    has_it = fonts.metrics(face).advance(rare) is not None
    assert glyph.face is (face if has_it else Face.RARE)


def test_every_face_but_two_has_the_rare_characters_itself(fonts: FontSet) -> None:
    lent = {face for face in TYPE_FACES if fonts.metrics(face).advance("𬱖") is None}
    assert lent == {Face.FANGSONG, Face.SONGTI}


@pytest.mark.parametrize("rare", RARE)
def test_measures_of_a_lent_character_are_the_lenders(
    fonts: FontSet, rare: str, bundled: Path
) -> None:
    glyph = fonts.glyph(rare, Face.FANGSONG)
    assert glyph is not None
    lender = FontMetrics(FontFile(Face.RARE, bundled / "kaiti.ttf", 0, ""))
    assert glyph.advance_em == lender.advance(rare)
    assert fonts.metrics(glyph.face).ink(rare) == lender.ink(rare) is not None
    run = GlyphRun(glyph.face, 16, 0, 0, rare)
    assert fonts.width_mm(run) == pytest.approx(mm(16) * glyph.advance_em)


def test_without_a_font_for_rare_characters_another_face_lends(fonts: FontSet) -> None:
    files = {face: file for face, file in fonts.files.items() if face is not Face.RARE}
    glyph = FontSet(files).glyph("𬱖", Face.FANGSONG)
    assert glyph is not None
    assert (glyph.face, glyph.missing) == (Face.HEITI, False)


@pytest.mark.parametrize("face", Face)
@pytest.mark.parametrize("character", NO_TEXT)
def test_character_no_font_has_is_printed_as_a_mark(
    fonts: FontSet, character: str, face: Face
) -> None:
    glyph = fonts.glyph(character, face)
    assert glyph is not None
    assert (glyph.character, glyph.missing) == ("〓", True)
    assert fonts.metrics(glyph.face).ink("〓") is not None


def test_private_use_is_refused_also_where_a_font_draws_something(
    fonts: FontSet, bundled: Path, tmp_path: Path
) -> None:
    path = tmp_path / "private.ttf"
    with TTFont(bundled / "songti.ttf", lazy=True) as font:
        for table in font["cmap"].tables:
            table.cmap[0xE000] = table.cmap[ord("国")]
        font.save(path)
    file = FontFile(Face.SONGTI, path, 0, "")
    glyph = FontSet({**fonts.files, Face.SONGTI: file}).glyph("\ue000", Face.SONGTI)
    assert glyph is not None
    assert (glyph.character, glyph.missing) == ("〓", True)


@given(character=st.characters(exclude_categories=()), face=st.sampled_from(Face))
def test_every_code_point_is_set_by_a_font_or_left_out(
    fonts: FontSet, character: str, face: Face
) -> None:
    glyph = fonts.glyph(character, face)
    if glyph is not None:
        assert glyph.character.encode("utf-16-be")
        assert fonts.metrics(glyph.face).advance(glyph.character) == glyph.advance_em
        is_blank = character.isspace() or unicodedata.category(character) == "Cc"
        assert (
            glyph.character == character or glyph.missing or (is_blank and glyph.character == " ")
        )
        assert not (glyph.missing and is_blank)


@pytest.mark.parametrize("shapeless", ["\ufeff", "\u200b", "\u00ad", "\ufe0f", "\U000e0100"])
def test_characters_without_shape_are_not_set(fonts: FontSet, shapeless: str) -> None:
    assert fonts.glyph(shapeless, Face.FANGSONG) is None


def test_width_of_a_run_counts_its_spacing(fonts: FontSet) -> None:
    run = GlyphRun(Face.FANGSONG, 16, 0, 0, "政府", letter_spacing_mm=0.5)
    assert fonts.width_mm(run) == pytest.approx(2 * mm(16) + 1.0)


def test_width_of_a_run_is_the_sum_of_its_steps(fonts: FontSet) -> None:
    run = GlyphRun(Face.SONGTI, 14, 0, 0, "2016年—A", letter_spacing_mm=-0.1)
    steps = sum(fonts.advance_mm(run, character) for character in run.text)
    assert fonts.width_mm(run) == pytest.approx(steps)


def test_every_face_needs_a_font() -> None:
    with pytest.raises(FontError, match="请重新安装"):
        FontSet({})
