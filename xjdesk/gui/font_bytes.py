"""The bytes of one font, also where its file is a collection of several."""

from __future__ import annotations

import struct

from xjdesk.core.errors import UserError
from xjdesk.typesetting.fonts.font_file import FontFile

_COLLECTION = b"ttcf"
_DIRECTORY_HEAD, _DIRECTORY_ENTRY = ">4sHHHH", ">4sIII"
_HEAD_BYTES, _ENTRY_BYTES = 12, 16


def font_bytes(file: FontFile) -> bytes:
    """A font file that holds only this font; UserError when it cannot be read.

    Qt opens the first font of a collection and cannot be told another.
    """
    try:
        data = file.path.read_bytes()
        return _taken_out(data, file.index) if data.startswith(_COLLECTION) else data
    except (OSError, struct.error) as error:
        sentence = f"字体“{file.family}”的文件无法读取，请重新安装该字体或本程序。"
        raise UserError(sentence, f"{file.path} #{file.index}: {error}") from error


def _taken_out(data: bytes, index: int) -> bytes:
    """The tables of font `index` of a collection with a directory of their own (OpenType 1.9)."""
    (start,) = struct.unpack_from(">I", data, 12 + 4 * index)
    head = struct.unpack_from(_DIRECTORY_HEAD, data, start)
    entries = [
        struct.unpack_from(_DIRECTORY_ENTRY, data, start + _HEAD_BYTES + _ENTRY_BYTES * number)
        for number in range(head[1])
    ]
    directory = [struct.pack(_DIRECTORY_HEAD, *head)]
    tables: list[bytes] = []
    offset = _HEAD_BYTES + _ENTRY_BYTES * len(entries)
    for tag, checksum, at, length in entries:
        table = data[at : at + length]
        padded = table + bytes(-length % 4)
        directory.append(struct.pack(_DIRECTORY_ENTRY, tag, checksum, offset, length))
        tables.append(padded)
        offset += len(padded)
    return b"".join(directory + tables)
