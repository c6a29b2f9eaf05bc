from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from fontTools.pens.boundsPen import ControlBoundsPen
from fontTools.ttLib import TTFont

from xjdesk.typesetting.fonts.font_file import FontFile
from xjdesk.typesetting.fonts.font_metrics import FontMetrics
from xjdesk.typesetting.pages import Face

ALONE = "镕"


@pytest.fixture
def song(bundled: Path) -> FontMetrics:
    return FontMetrics(FontFile(Face.SONGTI, bundled / "songti.ttf", 0, ""))


@pytest.mark.parametrize("character", "国一，A1 —")
def test_measures_are_those_of_the_font(character: str, song: FontMetrics) -> None:
    with TTFont(song.file.path, lazy=True) as font:
        cmap: Any = font.getBestCmap()
        name = cmap[ord(character)]
        glyphs = font.getGlyphSet()
        head: Any = font["head"]
        em = head.unitsPerEm
        pen = ControlBoundsPen(glyphs)
        glyphs[name].draw(pen)
        advance, bounds = glyphs[name].width / em, pen.bounds
    assert song.advance(character) == advance
    ink = song.ink(character)
    if bounds is None:
        assert ink is None
        return
    assert ink is not None
    expected = [edge / em for edge in bounds]
    assert [ink.left, ink.bottom, ink.right, ink.top] == pytest.approx(expected, abs=2 / em)


@pytest.mark.parametrize("lacking", [ALONE, "😀", "\ue000", "\ud83d", "\U0010ffff"])
def test_character_the_font_lacks_has_no_measures(lacking: str, song: FontMetrics) -> None:
    assert song.advance(lacking) is None
    assert song.ink(lacking) is None


def test_empty_glyph_counts_as_lacking(bundled: Path, tmp_path: Path) -> None:
    path = tmp_path / "empty.ttf"
    with TTFont(bundled / "songti.ttf", lazy=True) as font:
        for table in font["cmap"].tables:
            table.cmap[ord(ALONE)] = table.cmap[ord(" ")]
        font.save(path)
    metrics = FontMetrics(FontFile(Face.SONGTI, path, 0, ""))
    assert metrics.advance(ALONE) is None
    assert metrics.advance(" ") is not None
    assert metrics.advance("\u3000") == 1.0


def test_missing_file_is_an_error_of_the_system(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        FontMetrics(FontFile(Face.SONGTI, tmp_path / "a.ttf", 0, "")).advance("国")
