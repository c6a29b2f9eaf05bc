from __future__ import annotations

import pytest

from xjdesk.typesetting.font_file import FontError
from xjdesk.typesetting.font_set import FontSet
from xjdesk.typesetting.grid import mm
from xjdesk.typesetting.pages import Face, GlyphRun


def test_character_is_taken_from_its_face(fonts: FontSet) -> None:
    glyph = fonts.glyph("政", Face.FANGSONG)
    assert glyph is not None
    assert (glyph.face, glyph.advance_em, glyph.missing) == (Face.FANGSONG, 1.0, False)


@pytest.mark.parametrize("rare", "﹙㛃䶮𬱖𫖯𣲘")
def test_character_its_face_lacks_is_lent_by_another(fonts: FontSet, rare: str) -> None:
    glyph = fonts.glyph(rare, Face.FANGSONG)
    assert glyph is not None
    assert glyph.character == rare
    assert glyph.face is Face.RARE
    assert not glyph.missing


def test_character_no_font_has_is_printed_as_a_mark(fonts: FontSet) -> None:
    glyph = fonts.glyph("\ue000", Face.FANGSONG)
    assert glyph is not None
    assert (glyph.character, glyph.missing) == ("〓", True)


@pytest.mark.parametrize("shapeless", ["\ufeff", "\u200b", "\u00ad", "\ufe0f", "\U000e0100"])
def test_characters_without_shape_are_not_set(fonts: FontSet, shapeless: str) -> None:
    assert fonts.glyph(shapeless, Face.FANGSONG) is None


def test_width_of_a_run_counts_its_spacing(fonts: FontSet) -> None:
    run = GlyphRun(Face.FANGSONG, 16, 0, 0, "政府", letter_spacing_mm=0.5)
    assert fonts.width_mm(run) == pytest.approx(2 * mm(16) + 1.0)


def test_every_face_needs_a_font() -> None:
    with pytest.raises(FontError, match="请重新安装"):
        FontSet({})
