"""Whether a font can be used: whole, TrueType outlines, usual characters, embedding allowed.

What is asked of a font follows from the PDF: only glyf outlines are embedded, and only where the
font's own licence bits (OpenType 1.9, OS/2 fsType) let a subset of its outlines be embedded.
"""

from __future__ import annotations

import struct
from pathlib import Path
from typing import BinaryIO

from xjdesk.typesetting.fonts.font_directory import (
    Directory,
    FontFormatError,
    read_directories,
    read_table,
)
from xjdesk.typesetting.fonts.harfbuzz import open_font

_NEEDED_TABLES = frozenset({"cmap", "glyf", "head", "hhea", "hmtx", "loca", "maxp"})
_USUAL_CHARACTERS = "一国的，。：— 0123456789?"
_RESTRICTED, _NO_SUBSETS, _BITMAPS_ONLY = 0x0002, 0x0100, 0x0200
_FREER_THAN_RESTRICTED = 0x000C
"""Preview and print (4), editable (8): fonts of the first OS/2 versions may set several bits."""
_LICENCE_AT, _LICENCE_END = 8, 10


def font_objection(path: Path, index: int) -> str:
    """Why the font at place `index` of the file cannot be used (Chinese); empty when it can.

    Never raises for a bad file.
    """
    try:
        return _table_objection(path, index) or _character_objection(path, index)
    except FontFormatError:
        return "文件已损坏"
    except OSError:
        return "文件无法读取"


def _table_objection(path: Path, index: int) -> str:
    size = path.stat().st_size
    with path.open("rb") as file:
        directories = read_directories(file)
        if index >= len(directories):
            return "文件已损坏"
        tables = directories[index]
        if any(table.offset + table.length > size for table in tables.values()):
            return "文件已损坏"
        if not _NEEDED_TABLES.issubset(tables):
            return "不是可嵌入的 TrueType 字体"
        if not _may_embed(file, tables):
            return "字体许可不允许嵌入文件"
    return ""


def _may_embed(file: BinaryIO, tables: Directory) -> bool:
    """A font without the table says nothing against it."""
    data = read_table(file, tables["OS/2"], _LICENCE_END) if "OS/2" in tables else b""
    if len(data) < _LICENCE_END:
        return True
    (licence,) = struct.unpack_from(">H", data, _LICENCE_AT)
    restricted = licence & _RESTRICTED and not licence & _FREER_THAN_RESTRICTED
    return not (restricted or licence & (_NO_SUBSETS | _BITMAPS_ONLY))


def _character_objection(path: Path, index: int) -> str:
    font = open_font(path, index).font
    has_all = all(font.get_nominal_glyph(ord(character)) for character in _USUAL_CHARACTERS)
    return "" if has_all else "缺少常用字"
