from __future__ import annotations

import re
import shutil
import struct
import zlib
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pypdfium2
import pytest
from fontTools.ttLib import TTCollection, TTFont

from xjdesk.exchange.pdf_info import PdfInfo
from xjdesk.exchange.pdf_painter import pdf_bytes
from xjdesk.exchange.pdf_subset import FontSubset, FontSubsets
from xjdesk.typesetting.fonts.font_metrics import FontMetrics
from xjdesk.typesetting.fonts.font_search import find_fonts
from xjdesk.typesetting.fonts.font_set import FontSet
from xjdesk.typesetting.pages import Face, GlyphRun, Page, PageSet

_FONTS = Path(__file__).parents[2] / "resources" / "fonts"
_TEXT = "国家（一）—·“”ABCil1,.𬱖"


@pytest.fixture(scope="module")
def fonts() -> FontSet:
    return find_fonts([], _FONTS)


def _pages(text: str, face: Face = Face.KAITI) -> PageSet:
    runs = (GlyphRun(face, 16.0, 20.0, 50.0, text),)
    return PageSet((Page(1, 28.0, runs, ()),), (), frozenset({face}), ())


def _object(data: bytes, number: bytes) -> bytes:
    found = re.search(rb"(?:^|\n)%s 0 obj\n(.*?)endobj\n" % number, data, re.DOTALL)
    assert found
    return found[1]


def _referred(data: bytes, key: bytes) -> bytes:
    """The only object of the file to which an entry `key` points."""
    (number,) = set(re.findall(rb"/%s (\d+) 0 R" % key, data))
    return _object(data, number)


def _stream(data: bytes, key: bytes) -> bytes:
    found = re.search(rb"stream\n(.*)\nendstream\n$", _referred(data, key), re.DOTALL)
    assert found
    return zlib.decompress(found[1])


def _shown_codes(data: bytes) -> list[int]:
    found = re.search(rb"<([0-9A-F]+)> Tj", _stream(data, b"Contents"))
    assert found
    return [int(found[1][at : at + 4], 16) for at in range(0, len(found[1]), 4)]


def test_each_code_leads_to_the_glyph_of_its_character_at_its_own_width(fonts: FontSet) -> None:
    data = pdf_bytes(_pages(_TEXT), fonts, PdfInfo(""))
    embedded = TTFont(BytesIO(_stream(data, b"FontFile2")))
    glyph_map = _stream(data, b"CIDToGIDMap")
    glyphs = struct.unpack(f">{len(glyph_map) // 2}H", glyph_map)
    array = re.search(rb"/W \[(.*?\])\]", data)
    assert array
    widths = {
        int(code): float(width) for code, width in re.findall(rb"(\d+) \[([\d.]+)\]", array[1])
    }
    cmap, names = embedded.getBestCmap(), embedded.getGlyphOrder()
    assert cmap
    em = fonts.metrics(Face.KAITI).opened().face.upem
    codes = _shown_codes(data)
    assert len(codes) == len(_TEXT)
    assert len(set(widths.values())) > 2
    for code, character in zip(codes, _TEXT, strict=True):
        name = names[glyphs[code]]
        assert name == cmap[ord(character)]
        advance = embedded["hmtx"].metrics[name][0] * 1000 / em
        assert widths.get(code, 1000) == pytest.approx(advance, abs=0.01)


def test_the_font_holds_what_is_used_and_little_else(fonts: FontSet) -> None:
    data = pdf_bytes(_pages(_TEXT), fonts, PdfInfo(""))
    embedded = TTFont(BytesIO(_stream(data, b"FontFile2")))
    assert set(embedded.getBestCmap() or ()) == set(map(ord, _TEXT))
    assert len(data) < 30_000


def test_characters_beyond_the_first_plane_are_copied_as_themselves(fonts: FontSet) -> None:
    data = pdf_bytes(_pages(_TEXT), fonts, PdfInfo(""))
    text = pypdfium2.PdfDocument(data)[0].get_textpage().get_text_range()
    assert text.strip() == _TEXT


def test_a_subset_is_kept_until_other_characters_are_wanted(fonts: FontSet) -> None:
    subsets = FontSubsets()
    file, opened = fonts.files[Face.KAITI], fonts.metrics(Face.KAITI).opened()
    first = subsets.subset(file, opened, "国家")
    assert subsets.subset(file, opened, {"家", "国"}) is first
    other = subsets.subset(file, opened, "国")
    assert (set(other.codes), other.name != first.name) == ({"国"}, True)
    assert subsets.subset(file, opened, "国家") == first


def test_kept_subsets_change_nothing_in_the_file(fonts: FontSet) -> None:
    subsets = FontSubsets()
    for text in ("国家", "国", "国家", "家", "国家"):
        for face in (Face.KAITI, Face.SONGTI):
            pages = _pages(text, face)
            fresh = pdf_bytes(pages, fonts, PdfInfo(""))
            assert pdf_bytes(pages, fonts, PdfInfo(""), subsets) == fresh


def test_every_stream_ends_with_a_line_break_of_its_own(fonts: FontSet) -> None:
    data = pdf_bytes(_pages(_TEXT), fonts, PdfInfo(""))
    lengths = [int(length) for length in re.findall(rb"/Length (\d+)", data)]
    streams = [found.end() for found in re.finditer(rb">>\nstream\n", data)]
    assert len(lengths) == len(streams) > 3
    for start, length in zip(streams, lengths, strict=True):
        assert data[start + length :].startswith(b"\nendstream\nendobj\n")


def test_a_subset_is_cut_anew_out_of_a_file_that_was_opened_anew(
    fonts: FontSet, tmp_path: Path
) -> None:
    path = tmp_path / "font.ttf"
    file = replace(fonts.files[Face.KAITI], path=path)
    subsets, made = FontSubsets(), list[FontSubset]()
    for face in (Face.KAITI, Face.HEITI):
        path.unlink(missing_ok=True)
        shutil.copy(fonts.files[face].path, path)
        made.append(subsets.subset(file, FontMetrics(file).opened(), "国家"))
    assert [subset.name.partition("+")[2] for subset in made] == [
        "XJKaiTi-Regular",
        "XJHeiTi-Regular",
    ]


def test_of_a_collection_the_font_that_was_chosen_is_embedded(
    fonts: FontSet, tmp_path: Path
) -> None:
    collection = TTCollection()
    collection.fonts = [TTFont(fonts.files[face].path) for face in (Face.SONGTI, Face.KAITI)]
    both = tmp_path / "both.ttc"
    collection.save(both)
    file = replace(fonts.files[Face.KAITI], path=both, index=1)
    chosen = FontSet({**fonts.files, Face.KAITI: file})
    shapes = [_shape_of_a_glyph("国", of) for of in (chosen, fonts)]
    assert shapes[0] == shapes[1]


def _shape_of_a_glyph(character: str, fonts: FontSet) -> object:
    """The points of the outline with which a document in 楷体 embeds a character."""
    data = pdf_bytes(_pages(character), fonts, PdfInfo(""))
    embedded = TTFont(BytesIO(_stream(data, b"FontFile2")))
    name = (embedded.getBestCmap() or {})[ord(character)]
    return list(embedded["glyf"][name].getCoordinates(embedded["glyf"])[0])
