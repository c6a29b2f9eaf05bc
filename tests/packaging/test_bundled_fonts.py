"""The bundled fonts are the ones their README lists, and carry what the pages need."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
import uharfbuzz
from fontTools.ttLib import TTFont
from reportlab.pdfbase import ttfonts

hb: Any = uharfbuzz  # a compiled module without declarations
FONTS = Path(__file__).resolve().parents[2] / "resources" / "fonts"
ROW = re.compile(
    r"^\| (?P<file>\w+\.ttf) \| .* \| (?P<family>XJ \w+) \| .* \| \[[^]]+\]\((?P<licence>[^)]+)\) "
    r"\| (?P<glyphs>\d+) \| (?P<size>\d+) \| (?P<sha256>[0-9a-f]{64}) \|$",
    re.MULTILINE,
)
FIRST_LEVEL, BOTH_LEVELS = range(16, 56), range(16, 88)
EDITABLE_EMBEDDING = 8


@dataclass(frozen=True)
class Listed:
    """One row of the README's table."""

    file: str
    family: str
    licence: str
    glyphs: int
    size: int
    sha256: str

    @property
    def path(self) -> Path:
        return FONTS / self.file


def listed_faces() -> list[Listed]:
    rows = ROW.finditer((FONTS / "README.md").read_text(encoding="utf-8"))
    return [
        Listed(
            row["file"],
            row["family"],
            row["licence"],
            int(row["glyphs"]),
            int(row["size"]),
            row["sha256"],
        )
        for row in rows
    ]


LISTED = listed_faces()
each_face = pytest.mark.parametrize("face", LISTED, ids=lambda face: face.file)


def gb2312_hanzi(rows: range) -> set[str]:
    characters: set[str] = set()
    for row in rows:
        cells = bytes(byte for cell in range(1, 95) for byte in (0xA0 + row, 0xA0 + cell))
        characters.update(cells.decode("gb2312", errors="ignore"))
    return characters


def glyph_names(font: TTFont) -> dict[str, str]:
    return {chr(code): name for code, name in (font.getBestCmap() or {}).items()}


def covered(path: Path) -> set[str]:
    with TTFont(path, lazy=True) as font:
        return set(glyph_names(font))


def own_name(font: TTFont, number: int) -> str:
    return font["name"].getDebugName(number) or ""


def test_readme_lists_the_five_faces_and_no_other_font_lies_beside_them() -> None:
    expected = {"fangsong.ttf", "heiti.ttf", "kaiti.ttf", "songti.ttf", "xiaobiaosong.ttf"}
    assert {face.file for face in LISTED} == expected
    assert {path.name for path in FONTS.glob("*.[to]t[fc]")} == expected


@each_face
def test_file_is_the_one_the_readme_lists(face: Listed) -> None:
    data = face.path.read_bytes()
    assert (len(data), hashlib.sha256(data).hexdigest()) == (face.size, face.sha256)


@each_face
def test_licence_text_lies_beside_the_face_and_begins_with_the_copyright_notice(
    face: Listed,
) -> None:
    text = (FONTS / face.licence).read_text(encoding="utf-8")
    with TTFont(face.path, lazy=True) as font:
        notice = own_name(font, 0).splitlines()
    assert notice
    assert set(notice) <= set(text.splitlines()[:5])
    terms = "embed this font" if face.licence.startswith("GPL-3") else "PERMISSION & CONDITIONS"
    assert terms in text


@each_face
def test_face_covers_ascii_punctuation_and_the_hanzi_level_it_claims(face: Listed) -> None:
    levels = FIRST_LEVEL if face.file == "songti.ttf" else BOTH_LEVELS
    hanzi = gb2312_hanzi(levels)
    assert len(hanzi) == (3755 if levels is FIRST_LEVEL else 6763)
    ascii_characters = set(map(chr, range(0x20, 0x7F)))
    punctuation = set("，。、；：？！“”‘’（）《》〈〉【】〔〕「」『』…—·～％￥＋－０９Ａｚ\u3000")
    signs = set("①⑩⑴⒈㈠Ⅰ→←↑↓─│┌┼□■℃№×÷≤≥±")
    assert not (ascii_characters | punctuation | signs | hanzi) - covered(face.path)


@pytest.mark.parametrize("character", [*"𬱖𫖯㛃䶮𣲘", *"﹙﹚﹐﹑﹔﹕﹖﹗"])
def test_fallback_face_has_the_characters_other_faces_may_lack(character: str) -> None:
    assert character in covered(FONTS / "kaiti.ttf")


def test_fallback_face_covers_every_hanzi_of_the_other_faces() -> None:
    union_of_gb2312_and_the_standard_table = 8230
    carried = set[str]().union(*(covered(face.path) for face in LISTED))
    hanzi = {char for char in carried if unicodedata.name(char, "").startswith("CJK UNIFIED")}
    assert len(hanzi) == union_of_gb2312_and_the_standard_table
    assert not hanzi - covered(FONTS / "kaiti.ttf")


@each_face
def test_chinese_marks_are_one_em_wide_and_a_dash_leaves_no_gap(face: Listed) -> None:
    marks = "“”‘’…—，。、；：？！（）《》￥"
    with TTFont(face.path, lazy=True) as font:
        names, widths = glyph_names(font), font["hmtx"]
        head: Any = font["head"]
        em = head.unitsPerEm
        assert {mark: widths[names[mark]][0] for mark in marks} == dict.fromkeys(marks, em)
        dash = font["glyf"][names["—"]]
    assert dash.xMin <= 2
    assert dash.xMax >= em - 2


@each_face
def test_yuan_sign_is_not_drawn_as_a_dollar_sign(face: Listed) -> None:
    with TTFont(face.path, lazy=True) as font:
        names, glyphs = glyph_names(font), font["glyf"]
        assert glyphs[names["￥"]] != glyphs[names["＄"]]


@each_face
def test_face_bears_its_own_name_and_may_be_embedded(face: Listed) -> None:
    with TTFont(face.path, lazy=True) as font:
        style: Any = font["OS/2"]
        own = [own_name(font, number) for number in (1, 3, 4, 6)]
        assert (own[0], own[2]) == (face.family, face.family)
        assert own[3] == face.family.replace(" ", "") + "-Regular"
        assert not re.search("LXGW|霞鹜|Noto|Fandol", " ".join(own))
        assert own_name(font, 13)
        assert own_name(font, 14)
        assert style.fsType in (0, EDITABLE_EMBEDDING)
        assert font["maxp"].numGlyphs == face.glyphs


@each_face
def test_face_opens_for_pdf_and_for_shaping(face: Listed) -> None:
    for_pdf = ttfonts.TTFont(face.family, str(face.path))
    assert for_pdf.stringWidth("年度报告", 10) == pytest.approx(40)
    shaping = hb.Face(hb.Blob.from_file_path(str(face.path)))
    assert shaping.glyph_count == face.glyphs
    assert hb.Font(shaping).get_nominal_glyph(ord("报"))
