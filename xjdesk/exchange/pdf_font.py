"""Embedding the characters a document uses of a font into a PDF.

A composite font (Type 0, Identity-H) whose character codes count the characters used, from 1. Its
ToUnicode map is written in UTF-16, so that characters beyond the Basic Multilingual Plane are
copied and found right as well.
"""

from __future__ import annotations

import hashlib
import importlib
import struct
import zlib
from collections.abc import Iterable
from dataclasses import dataclass

from reportlab.pdfbase.pdfdoc import (
    PDFArray,
    PDFDictionary,
    PDFDocument,
    PDFName,
    PDFStream,
    PDFString,
)

from xjdesk.typesetting.harfbuzz import HbFace, OpenFont

_COMPRESSION = 3
"""Glyph outlines hardly shrink further above this level and take three times as long."""
_POSTSCRIPT_NAME_ID = 6
_SYMBOLIC = 4
_STEM_WIDTH = 80
_FULL_WIDTH = 1000
_CODES_PER_SECTION = 100


@dataclass(frozen=True, slots=True)
class _Subset:
    """The cut-down font file and, in the order of the characters, their glyphs in it."""

    data: bytes
    glyphs: tuple[int, ...]


class PdfFont:
    """A font as one document embeds it. `name` is how its pages refer to it."""

    def __init__(self, name: str, opened: OpenFont, characters: Iterable[str]) -> None:
        self.name = name
        self._opened = opened
        self._characters = sorted(set(characters))
        self._codes = {c: f"{code:04X}" for code, c in enumerate(self._characters, 1)}

    def codes(self, text: str) -> str:
        """The text as the hexadecimal digits of a PDF string."""
        return "".join(map(self._codes.__getitem__, text))

    def add_to(self, document: PDFDocument) -> PDFDictionary:
        """Write the font into the document; returns its dictionary."""
        face = self._opened.face
        subset = self._cut_out()
        base_name = PDFName(f"{_tag(subset.data)}+{_postscript_name(face)}")
        font_file = compressed(subset.data)
        font_file.dictionary["Length1"] = len(subset.data)
        descriptor = _descriptor(face, base_name)
        descriptor["FontFile2"] = document.Reference(font_file, f"{self.name}.file")
        glyph_map = struct.pack(f">{len(subset.glyphs) + 1}H", 0, *subset.glyphs)
        descendant = PDFDictionary(
            {
                "Type": PDFName("Font"),
                "Subtype": PDFName("CIDFontType2"),
                "BaseFont": base_name,
                "CIDSystemInfo": PDFDictionary(
                    {
                        "Registry": PDFString("Adobe"),
                        "Ordering": PDFString("Identity"),
                        "Supplement": 0,
                    }
                ),
                "FontDescriptor": document.Reference(descriptor, f"{self.name}.descriptor"),
                "DW": _FULL_WIDTH,
                "W": PDFArray(self._other_widths()),
                "CIDToGIDMap": document.Reference(compressed(glyph_map), f"{self.name}.glyphs"),
            }
        )
        to_unicode = compressed(self._to_unicode().encode("ascii"))
        return PDFDictionary(
            {
                "Type": PDFName("Font"),
                "Subtype": PDFName("Type0"),
                "BaseFont": base_name,
                "Encoding": PDFName("Identity-H"),
                "DescendantFonts": PDFArray(
                    [document.Reference(descendant, f"{self.name}.descendant")]
                ),
                "ToUnicode": document.Reference(to_unicode, f"{self.name}.unicode"),
            }
        )

    def _cut_out(self) -> _Subset:
        library = importlib.import_module("uharfbuzz")
        wanted = library.SubsetInput()
        wanted.unicode_set.update(map(ord, self._characters))
        wanted.flags = library.SubsetFlags.NO_HINTING | library.SubsetFlags.NOTDEF_OUTLINE
        face = library.subset(self._opened.face, wanted)
        font = library.Font(face)
        return _Subset(
            bytes(face.blob.data),
            tuple(font.get_nominal_glyph(ord(character)) for character in self._characters),
        )

    def _other_widths(self) -> list[object]:
        """Code and width, in 1/1000 em, of each character that is not 1 em wide."""
        font, em = self._opened.font, self._opened.face.upem
        widths: list[object] = []
        for code, character in enumerate(self._characters, 1):
            glyph = font.get_nominal_glyph(ord(character)) or 0
            width = round(font.get_glyph_h_advance(glyph) * _FULL_WIDTH / em, 2)
            if width != _FULL_WIDTH:
                widths += [code, PDFArray([width])]
        return widths

    def _to_unicode(self) -> str:
        lines = [
            "/CIDInit /ProcSet findresource begin 12 dict begin begincmap",
            "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def",
            "/CMapName /Adobe-Identity-UCS def /CMapType 2 def",
            "1 begincodespacerange <0000> <FFFF> endcodespacerange",
        ]
        pairs = [
            f"<{code}> <{character.encode('utf-16-be').hex()}>"
            for character, code in self._codes.items()
        ]
        for start in range(0, len(pairs), _CODES_PER_SECTION):
            section = pairs[start : start + _CODES_PER_SECTION]
            lines += [f"{len(section)} beginbfchar", *section, "endbfchar"]
        lines.append("endcmap CMapName currentdict /CMap defineresource pop end end")
        return "\n".join(lines)


def _descriptor(face: HbFace, base_name: object) -> PDFDictionary:
    scale = 1000 / face.upem
    box = struct.unpack_from(">4h", face.reference_table("head").data, 36)
    ascent, descent = struct.unpack_from(">2h", face.reference_table("hhea").data, 4)
    return PDFDictionary(
        {
            "Type": PDFName("FontDescriptor"),
            "FontName": base_name,
            "Flags": _SYMBOLIC,
            "FontBBox": PDFArray([round(edge * scale) for edge in box]),
            "ItalicAngle": 0,
            "Ascent": round(ascent * scale),
            "Descent": round(descent * scale),
            "CapHeight": round(ascent * scale),
            "StemV": _STEM_WIDTH,
        }
    )


def compressed(data: bytes) -> PDFStream:
    """A PDF stream of compressed bytes."""
    dictionary = PDFDictionary({"Filter": PDFName("FlateDecode")})
    return PDFStream(dictionary, zlib.compress(data, _COMPRESSION), filters=[])


def _tag(data: bytes) -> str:
    """The six capital letters that mark a subset, the same for the same subset."""
    digest = hashlib.sha256(data).digest()
    return "".join(chr(ord("A") + byte % 26) for byte in digest[:6])


def _postscript_name(face: HbFace) -> str:
    name = face.get_name(_POSTSCRIPT_NAME_ID) or "Font"
    return "".join(c for c in name if c.isascii() and (c.isalnum() or c == "-")) or "Font"
