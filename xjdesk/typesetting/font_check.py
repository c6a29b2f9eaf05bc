"""Whether a font file can be used: readable, whole, TrueType outlines, embedding allowed.

What is asked of a font follows from the PDF: only glyf outlines are embedded, and only where the
font's own licence bits (OS/2 fsType) let a subset be embedded.
"""

from __future__ import annotations

import struct
from dataclasses import dataclass
from pathlib import Path

from xjdesk.typesetting.harfbuzz import HbFace, open_font

_COLLECTION = b"ttcf"
_NEEDED_TABLES = frozenset({"cmap", "glyf", "head", "hhea", "hmtx", "loca", "maxp"})
_USUAL_CHARACTERS = "一国的，。：— 0123456789?"
_RESTRICTED, _NO_SUBSETS, _BITMAPS_ONLY = 0x0002, 0x0100, 0x0200
_FREER_THAN_RESTRICTED = 0x000C
_FAMILY_NAME_ID = 1


@dataclass(frozen=True, slots=True)
class FontVerdict:
    """What was found: the family name to show, or why the font cannot be used (Chinese)."""

    family: str
    objection: str = ""

    @property
    def usable(self) -> bool:
        """Whether there is no objection."""
        return not self.objection


def examine_font(path: Path, index: int) -> FontVerdict:
    """Look at the font at place `index` of the file; never raises for a bad file."""
    try:
        if not _is_whole(path, index):
            return FontVerdict("", "文件已损坏")
        opened = open_font(path, index)
    except struct.error:
        return FontVerdict("", "文件已损坏")
    except OSError:
        return FontVerdict("", "文件无法读取")
    face = opened.face
    family = face.get_name(_FAMILY_NAME_ID, "zh") or face.get_name(_FAMILY_NAME_ID) or path.stem
    if not _NEEDED_TABLES.issubset(face.table_tags):
        return FontVerdict(family, "不是可嵌入的 TrueType 字体")
    if not all(opened.font.get_nominal_glyph(ord(c)) for c in _USUAL_CHARACTERS):
        return FontVerdict(family, "缺少常用字")
    if not _may_embed(face):
        return FontVerdict(family, "字体许可不允许嵌入文件")
    return FontVerdict(family)


def _may_embed(face: HbFace) -> bool:
    os2 = face.reference_table("OS/2").data
    if len(os2) < 10:
        return True
    (licence,) = struct.unpack_from(">H", os2, 8)
    restricted = licence & _RESTRICTED and not licence & _FREER_THAN_RESTRICTED
    return not (restricted or licence & (_NO_SUBSETS | _BITMAPS_ONLY))


def _is_whole(path: Path, index: int) -> bool:
    """Whether every table that the font's directory names lies inside the file."""
    size = path.stat().st_size
    with path.open("rb") as file:
        start = 0
        if file.read(4) == _COLLECTION:
            file.seek(12 + 4 * index)
            (start,) = struct.unpack(">I", file.read(4))
        file.seek(start + 4)
        (tables,) = struct.unpack(">H", file.read(2))
        file.seek(start + 12)
        directory = file.read(16 * tables)
    ends = [offset + length for _, _, offset, length in struct.iter_unpack(">4sIII", directory)]
    return tables > 0 and len(ends) == tables and max(ends) <= size
