"""The part of a font that a document uses, cut out and ready to be written into a PDF.

Nothing here belongs to one document, so that the parts are kept from one export to the next.
"""

from __future__ import annotations

import hashlib
import importlib
import struct
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from xjdesk.exchange.pdf_stream import compressed
from xjdesk.typesetting.fonts.font_file import FontFile
from xjdesk.typesetting.fonts.harfbuzz import HbFace, OpenFont

_POSTSCRIPT_NAME_ID = 6
_FULL_WIDTH = 1000
_CODES_PER_SECTION = 100


@dataclass(frozen=True, slots=True)
class FontSubset:
    """The characters a document uses of a font; their codes count them, from 1.

    `name` is the font's PostScript name behind the tag that marks a subset. `codes` has each
    character's code in hexadecimal, `widths` is the PDF's array of those that are not 1000 wide.
    `file` of `file_length` bytes, `glyphs` (code -> glyph, 16 bits each) and `unicode` (the
    ToUnicode map) are compressed. Lengths are 1/1000 em.
    """

    name: str
    codes: Mapping[str, str]
    widths: bytes
    file: bytes
    file_length: int
    glyphs: bytes
    unicode: bytes
    box: tuple[int, int, int, int]
    ascent: int
    descent: int


class FontSubsets:
    """Cuts subsets out of fonts and keeps the last one of each, since most are wanted again."""

    def __init__(self) -> None:
        self._kept: dict[FontFile, tuple[OpenFont, tuple[str, ...], FontSubset]] = {}

    def subset(self, file: FontFile, opened: OpenFont, characters: Iterable[str]) -> FontSubset:
        """What is needed of the font `opened` from `file` to set the characters."""
        wanted = tuple(sorted(characters))
        kept = self._kept.get(file)
        # A file opened anew may hold another font than it did.
        if kept is not None and kept[0] is opened and kept[1] == wanted:
            return kept[2]
        made = _cut_out(opened, wanted)
        self._kept[file] = (opened, wanted, made)
        return made


def _cut_out(opened: OpenFont, characters: Sequence[str]) -> FontSubset:
    library = importlib.import_module("uharfbuzz")
    wanted = library.SubsetInput()
    wanted.unicode_set.update(map(ord, characters))
    wanted.flags = library.SubsetFlags.NO_HINTING | library.SubsetFlags.NOTDEF_OUTLINE
    face = library.subset(opened.face, wanted)
    data = bytes(face.blob.data)
    glyph_of = library.Font(face).get_nominal_glyph
    glyphs = [glyph_of(ord(character)) for character in characters]
    codes = {character: f"{code:04X}" for code, character in enumerate(characters, 1)}
    scale = 1000 / opened.face.upem
    left, bottom, right, top = struct.unpack_from(">4h", _table(opened.face, "head"), 36)
    ascent, descent = struct.unpack_from(">2h", _table(opened.face, "hhea"), 4)
    return FontSubset(
        name=f"{_tag(data)}+{_postscript_name(opened.face)}",
        codes=codes,
        widths=_widths(opened, characters),
        file=compressed(data),
        file_length=len(data),
        glyphs=compressed(struct.pack(f">{len(glyphs) + 1}H", 0, *glyphs)),
        unicode=compressed(_to_unicode(codes).encode("ascii")),
        box=(round(left * scale), round(bottom * scale), round(right * scale), round(top * scale)),
        ascent=round(ascent * scale),
        descent=round(descent * scale),
    )


def _table(face: HbFace, tag: str) -> bytes:
    return face.reference_table(tag).data


def _widths(opened: OpenFont, characters: Sequence[str]) -> bytes:
    widths: list[str] = []
    for code, character in enumerate(characters, 1):
        glyph = opened.font.get_nominal_glyph(ord(character)) or 0
        width = round(opened.font.get_glyph_h_advance(glyph) * _FULL_WIDTH / opened.face.upem, 2)
        if width != _FULL_WIDTH:
            widths.append(f"{code} [{width:g}]")
    return f"[{' '.join(widths)}]".encode("ascii")


def _to_unicode(codes: Mapping[str, str]) -> str:
    """The map from codes to text, in UTF-16: characters beyond the BMP are copied right as well."""
    lines = [
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap",
        "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def",
        "/CMapName /Adobe-Identity-UCS def /CMapType 2 def",
        "1 begincodespacerange <0000> <FFFF> endcodespacerange",
    ]
    pairs = [
        f"<{code}> <{character.encode('utf-16-be').hex()}>" for character, code in codes.items()
    ]
    for start in range(0, len(pairs), _CODES_PER_SECTION):
        section = pairs[start : start + _CODES_PER_SECTION]
        lines += [f"{len(section)} beginbfchar", *section, "endbfchar"]
    lines.append("endcmap CMapName currentdict /CMap defineresource pop end end")
    return "\n".join(lines)


def _tag(data: bytes) -> str:
    """The six capital letters that mark a subset, the same for the same subset."""
    digest = hashlib.sha256(data).digest()
    return "".join(chr(ord("A") + byte % 26) for byte in digest[:6])


def _postscript_name(face: HbFace) -> str:
    name = face.get_name(_POSTSCRIPT_NAME_ID) or "Font"
    return "".join(c for c in name if c.isascii() and (c.isalnum() or c == "-")) or "Font"
