from __future__ import annotations

import re
from pathlib import Path
from typing import ClassVar
from xml.etree import ElementTree

import pypdfium2
import pytest

from xjdesk.exchange.pdf_info import CREATOR, PdfInfo
from xjdesk.exchange.pdf_metadata import metadata_text
from xjdesk.exchange.pdf_painter import pdf_bytes
from xjdesk.typesetting.fonts.font_report import font_report
from xjdesk.typesetting.fonts.font_search import find_fonts
from xjdesk.typesetting.fonts.font_set import FontSet
from xjdesk.typesetting.pages import Bookmark, Face, GlyphRun, Page, PageSet

_FONTS = Path(__file__).parents[2] / "resources" / "fonts"
_INFO = PdfInfo("西吉县人民政府关于2016年<政府信息公开>工作年度报告", "西吉县人民政府 & 办", "年报")
_RDF = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}"
_DC = "{http://purl.org/dc/elements/1.1/}"


@pytest.fixture(scope="module")
def fonts() -> FontSet:
    return find_fonts([], _FONTS)


def _pages(*bookmarks: Bookmark) -> PageSet:
    faces = (Face.FANGSONG, Face.HEITI)
    runs = tuple(GlyphRun(face, 16.0, 20.0, 50.0, "国家") for face in faces)
    return PageSet((Page(1, 28.0, runs, ()),), bookmarks, frozenset(faces), ())


class _Packet:
    """The XMP packet as it stands in the file, where a program that cannot read PDF finds it."""

    _NAMES: ClassVar = {
        "dc": _DC,
        "xmp": "{http://ns.adobe.com/xap/1.0/}",
        "pdf": "{http://ns.adobe.com/pdf/1.3/}",
        "fonts": "{urn:xjdesk:fonts:}",
    }

    def __init__(self, data: bytes) -> None:
        found = re.search(rb"<x:xmpmeta.*</x:xmpmeta>", data, re.DOTALL)
        assert found
        self._root = ElementTree.fromstring(found[0].decode("utf-8"))

    def texts(self, name: str) -> list[str | None]:
        prefix, local = name.split(":")
        element = self._root.find(f".//{self._NAMES[prefix]}{local}")
        if element is None:
            return []
        return [item.text for item in element.iter(f"{_RDF}li")] or [element.text]


def _properties(data: bytes) -> dict[str, str]:
    return pypdfium2.PdfDocument(data).get_metadata_dict(skip_empty=True)


def test_dictionary_and_packet_say_the_same(fonts: FontSet) -> None:
    data = pdf_bytes(_pages(), fonts, _INFO)
    found, packet = _properties(data), _Packet(data)
    assert [found["Title"]] == packet.texts("dc:title") == [_INFO.title]
    assert [found["Author"]] == packet.texts("dc:creator") == [_INFO.author]
    assert [found["Subject"]] == packet.texts("dc:description") == [_INFO.subject]
    assert [found["Creator"]] == packet.texts("xmp:CreatorTool") == [CREATOR]
    assert [found["Producer"]] == packet.texts("pdf:Producer")
    assert packet.texts("dc:language") == ["zh-CN"]
    assert b"/Lang (zh-CN)" in data


def test_no_date_is_written_and_nothing_stands_for_what_is_empty(fonts: FontSet) -> None:
    data = pdf_bytes(_pages(), fonts, PdfInfo(""))
    assert set(_properties(data)) == {"Creator", "Producer"}
    assert _Packet(data).texts("dc:title") == []
    assert b"Date" not in data


def test_the_fonts_used_and_replaced_are_reported(fonts: FontSet) -> None:
    data = pdf_bytes(_pages(), fonts, _INFO)
    sentences = [use.sentence for use in font_report(fonts, [Face.FANGSONG, Face.HEITI])]
    assert len(sentences) == 2
    assert all("代替" in sentence for sentence in sentences)
    assert _Packet(data).texts("fonts:used") == sentences
    assert _custom_property(data, "Fonts") == "；".join(sentences)


def _custom_property(data: bytes, key: str) -> str:
    document = pypdfium2.PdfDocument(data)
    return document.get_metadata_value(key)


def test_text_that_is_no_text_is_cleaned_wherever_it_is_shown(fonts: FontSet) -> None:
    dirty = "题\ud83d目\x00\x1f\x0b\ufffe(\\"
    bookmark = Bookmark(f"一、{dirty}", 1, 50.0)
    data = pdf_bytes(_pages(bookmark), fonts, PdfInfo(dirty, dirty, dirty))
    clean = "题〓目(\\"
    found, packet = _properties(data), _Packet(data)
    assert (found["Title"], found["Author"], found["Subject"]) == (clean,) * 3
    assert packet.texts("dc:title") == packet.texts("dc:creator") == [clean]
    (entry,) = pypdfium2.PdfDocument(data).get_toc()
    assert entry.get_title() == f"一、{clean}"


def test_every_character_that_is_one_is_kept() -> None:
    text = "㛃䶮𬱖𫖯𣲘﹙ Latin é \u3000 😀"
    assert metadata_text(text) == text


def test_a_reader_shows_the_title_and_prints_at_full_size(fonts: FontSet) -> None:
    data = pdf_bytes(_pages(), fonts, _INFO)
    assert b"/DisplayDocTitle true" in data
    assert b"/PrintScaling /None" in data


def test_the_identifier_follows_the_contents(fonts: FontSet) -> None:
    pages = _pages()
    moved = PageSet(
        (Page(1, 28.0, tuple(run.moved(1.0, 0.0) for run in pages.pages[0].runs), ()),),
        (),
        pages.faces,
        (),
    )
    ids = {
        _identifier(pdf_bytes(of, fonts, info))
        for of, info in ((pages, _INFO), (moved, _INFO), (pages, _INFO))
    }
    assert len(ids) == 2


def _identifier(data: bytes) -> bytes:
    found = re.search(rb"/ID\s*\[<(\w{32})><(\w{32})>\]", data)
    assert found
    assert found[1] == found[2]
    return found[1]


def test_conformance_that_nobody_has_verified_is_not_claimed(fonts: FontSet) -> None:
    assert b"pdfaid" not in pdf_bytes(_pages(), fonts, _INFO)
