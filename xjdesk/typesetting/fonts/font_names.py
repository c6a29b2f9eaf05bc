"""The names a font gives itself (OpenType 1.9, table name), read without the rest of the file."""

from __future__ import annotations

import struct
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from xjdesk.typesetting.fonts.font_directory import Directory, read_directories, read_table

_MOST_NAME_BYTES = 0x10000
"""A name table addresses its strings with 16 bits; the names sought stand near its beginning."""
_BUFFER_BYTES = 2048
"""Holds a usual directory; more would be read in vain from every font of the computer."""
_RECORD = ">6H"
_RECORD_BYTES = 12
_FAMILY, _STYLE, _FULL, _TYPOGRAPHIC_FAMILY, _TYPOGRAPHIC_STYLE = 1, 2, 4, 16, 17
_UNICODE, _MACINTOSH, _WINDOWS = 0, 1, 3
_MAC_CHINESE_ENCODING, _MAC_CHINESE_LANGUAGE, _MAC_ENGLISH = 25, 33, 0
_WINDOWS_GB_ENCODING, _WINDOWS_CHINESE, _WINDOWS_ENGLISH = 3, 0x0804, 0x0409
_OTHER_STYLES = (
    *("bold", "black", "heavy", "light", "thin", "italic", "oblique"),
    *("粗", "细", "斜"),
)


@dataclass(frozen=True, slots=True)
class FontNames:
    """What a font is called. `shown` is the name for the screen, Chinese where it has one.

    `keys` are all its family and full names in the form that `name_key` gives them; `regular` is
    unset for a bold, light or slanted style of a family.
    """

    shown: str
    keys: frozenset[str]
    regular: bool


@dataclass(frozen=True, slots=True)
class _Name:
    """A string of the table: what it names, and whether it is Chinese or English."""

    kind: int
    chinese: bool
    english: bool
    text: str


def name_key(name: str) -> str:
    """The name without what writers of names are not agreed on: case, width, blanks, - and _."""
    folded = unicodedata.normalize("NFKC", name).casefold()
    return "".join(c for c in folded if c.isalnum())


def read_names(path: Path) -> tuple[FontNames, ...]:
    """The names of each font in the file, in the order of the collection.

    FontFormatError when it is not a whole font file, OSError when it cannot be read.
    """
    with path.open("rb", buffering=_BUFFER_BYTES) as file:
        return tuple(_font_names(file, found, path) for found in read_directories(file))


def _font_names(file: BinaryIO, directory: Directory, path: Path) -> FontNames:
    table = directory.get("name")
    data = read_table(file, table, _MOST_NAME_BYTES) if table else b""
    names = [name for name in _names(data) if name.text]
    families = [name for name in names if name.kind == _FAMILY]
    families.sort(key=lambda name: (not name.chinese, not name.english))
    called = (_FAMILY, _FULL, _TYPOGRAPHIC_FAMILY)
    styles = [name.text for name in names if name.kind == _TYPOGRAPHIC_STYLE] or [
        name.text for name in names if name.kind == _STYLE
    ]
    return FontNames(
        shown=families[0].text if families else path.stem,
        keys=frozenset(name_key(name.text) for name in names if name.kind in called),
        regular=not any(_is_other_style(style) for style in styles),
    )


def _is_other_style(style: str) -> bool:
    folded = style.casefold()
    return any(word in folded for word in _OTHER_STYLES)


def _names(table: bytes) -> Iterator[_Name]:
    """The strings of the table as far as it is whole."""
    if len(table) < 6:
        return
    _, count, strings = struct.unpack_from(">3H", table)
    records = table[6 : 6 + count * _RECORD_BYTES]
    whole = len(records) // _RECORD_BYTES * _RECORD_BYTES
    for record in struct.iter_unpack(_RECORD, records[:whole]):
        platform, encoding, language, kind, length, offset = record
        if kind not in (_FAMILY, _STYLE, _FULL, _TYPOGRAPHIC_FAMILY, _TYPOGRAPHIC_STYLE):
            continue
        start = strings + offset
        text = _text(table[start : start + length], platform, encoding)
        yield _Name(
            kind,
            (platform, language)
            in ((_WINDOWS, _WINDOWS_CHINESE), (_MACINTOSH, _MAC_CHINESE_LANGUAGE)),
            (platform, language) in ((_WINDOWS, _WINDOWS_ENGLISH), (_MACINTOSH, _MAC_ENGLISH)),
            text,
        )


def _text(data: bytes, platform: int, encoding: int) -> str:
    if platform == _WINDOWS and encoding == _WINDOWS_GB_ENCODING:
        # Every character takes two bytes there, also one that GBK writes in a single byte.
        return _decoded(data.replace(b"\0", b""), "gbk")
    if platform in (_UNICODE, _WINDOWS):
        return _decoded(data, "utf-16-be")
    return _decoded(data, "gbk" if encoding == _MAC_CHINESE_ENCODING else "mac-roman")


def _decoded(data: bytes, encoding: str) -> str:
    return data.decode(encoding, errors="ignore").strip().strip("\0")
