"""The table directories of a font file (OpenType 1.9): which tables it has, and where.

Only the few bytes asked for are read. Nothing in the file is believed further than its size goes.
"""

from __future__ import annotations

import struct
from collections.abc import Mapping
from dataclasses import dataclass
from typing import BinaryIO

_COLLECTION = b"ttcf"
_OUTLINE_FORMATS = frozenset({b"\x00\x01\x00\x00", b"true", b"OTTO"})
_MOST_FONTS = 64
_HEAD, _HEAD_BYTES = ">4sH6x", 12
_ENTRY, _ENTRY_BYTES = ">4s4xII", 16


class FontFormatError(ValueError):
    """The file is not a font, or not all of one."""


@dataclass(frozen=True, slots=True)
class Table:
    """Where a table lies in the file, in bytes."""

    offset: int
    length: int


Directory = Mapping[str, Table]
"""The tables of one font by their tags."""


def read_directories(file: BinaryIO) -> tuple[Directory, ...]:
    """A directory for each font: one, or several where the file is a collection.

    FontFormatError when a directory is broken. OSError when the file cannot be read.
    """
    return tuple(_directory(file, start) for start in _starts(file))


def read_table(file: BinaryIO, table: Table, most: int) -> bytes:
    """The table's first bytes, at most `most`; FontFormatError when the file ends before them."""
    return _bytes(file, table.offset, min(table.length, most))


def _starts(file: BinaryIO) -> tuple[int, ...]:
    if _bytes(file, 0, 4) != _COLLECTION:
        return (0,)
    (count,) = struct.unpack(">I", _bytes(file, 8, 4))
    if not 0 < count <= _MOST_FONTS:
        raise FontFormatError(f"{count} fonts in a collection")
    return struct.unpack(f">{count}I", _bytes(file, 12, 4 * count))


def _directory(file: BinaryIO, start: int) -> Directory:
    kind, count = struct.unpack(_HEAD, _bytes(file, start, _HEAD_BYTES))
    if kind not in _OUTLINE_FORMATS or count == 0:
        raise FontFormatError(f"no font begins at byte {start}")
    entries = _bytes(file, start + _HEAD_BYTES, count * _ENTRY_BYTES)
    return {
        tag.decode("latin-1"): Table(offset, length)
        for tag, offset, length in struct.iter_unpack(_ENTRY, entries)
    }


def _bytes(file: BinaryIO, offset: int, length: int) -> bytes:
    file.seek(offset)
    data = file.read(length)
    if len(data) != length:
        raise FontFormatError(f"the file ends before byte {offset + length}")
    return data
