"""Zips written byte by byte, as no zip program writes them."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Sequence
from dataclasses import dataclass

DEFLATED, STORED, BZIP2, LZMA = 8, 0, 12, 14


@dataclass(frozen=True)
class ForgedEntry:
    """An entry; what is None is as it should be. `at` and sizes are what the directory claims."""

    name: bytes
    content: bytes
    method: int = DEFLATED
    flags: int = 0
    claimed_size: int | None = None
    claimed_crc: int | None = None
    at: int | None = None
    local_name: bytes | None = None
    local_flags: int | None = None
    packed: bytes | None = None
    claimed_packed_size: int | None = None
    directory_extra: bytes = b""

    def packed_content(self) -> bytes:
        """What stands in the file."""
        if self.packed is not None:
            return self.packed
        if self.method != DEFLATED:
            return self.content
        deflate = zlib.compressobj(9, zlib.DEFLATED, -zlib.MAX_WBITS)
        return deflate.compress(self.content) + deflate.flush()


def forged_zip(
    entries: Sequence[ForgedEntry],
    *,
    before: bytes = b"",
    between: bytes = b"",
    after: bytes = b"",
    comment: bytes = b"",
    count: int | None = None,
) -> bytes:
    """The zip of these entries, with other bytes before, between and after them."""
    body, directory = bytearray(before), bytearray()
    for entry in entries:
        at = len(body)
        packed = entry.packed_content()
        packed_size = entry.claimed_packed_size
        packed_size = len(packed) if packed_size is None else packed_size
        size = len(entry.content) if entry.claimed_size is None else entry.claimed_size
        crc = zlib.crc32(entry.content) if entry.claimed_crc is None else entry.claimed_crc
        flags = entry.flags if entry.local_flags is None else entry.local_flags
        name = entry.name if entry.local_name is None else entry.local_name
        body += struct.pack(
            "<4sHHHHHIIIHH",
            *(b"PK\3\4", 20, flags, entry.method, 0, 33, crc, packed_size, size, len(name), 0),
        )
        body += name + packed + between
        directory += struct.pack(
            "<4sHHHHHHIIIHHHHHII",
            *(b"PK\1\2", 20, 20, entry.flags, entry.method, 0, 33, crc, packed_size, size),
            *(len(entry.name), len(entry.directory_extra), 0, 0, 0, 0),
            at if entry.at is None else entry.at,
        )
        directory += entry.name + entry.directory_extra
    body += after
    number = (len(entries) if count is None else count) & 0xFFFF
    end = struct.pack(
        "<4sHHHHIIH",
        *(b"PK\5\6", 0, 0, number, number, len(directory), len(body), len(comment)),
    )
    return bytes(body + directory + end + comment)
