"""A zip from anywhere, read within bounds: nothing is unpacked before it is known to be small.

Only the plain zip that the program itself writes is read: entries one behind the other from the
first byte on, stored or deflated, the directory behind them. What hides bytes between entries,
lets them overlap, encrypts, or says less than it unpacks to is refused.
"""

from __future__ import annotations

import io
import struct
import zipfile
import zlib

_END, _END_64_LOCATOR, _LOCAL = b"PK\5\6", b"PK\6\7", b"PK\3\4"
_END_FORM = struct.Struct("<4sHHHHIIH")
_LOCAL_FORM = struct.Struct("<4sHHHHHIIIHH")
_LONGEST_COMMENT = 1024
_MOST_DIRECTORY_BYTES = 128 * 1024
_MOST_ENTRIES = 200
_UTF8_NAME = 0x800


class ZipFaultError(ValueError):
    """Bytes that are no such zip, or that unpack to more than they may."""


class BoundedZip:
    """The entries of a zip, read one by one or all together."""

    def __init__(self, data: bytes) -> None:
        """ZipFaultError when the directory cannot be read."""
        self._data = data
        self._directory = _directory_start(data)
        try:
            with zipfile.ZipFile(io.BytesIO(data)) as packed:
                self._infos = packed.infolist()
                self.comment = packed.comment
        except Exception as error:
            # Damaged directories raise a dozen kinds of error; all mean the same here.
            raise ZipFaultError(repr(error)) from error

    def names(self) -> list[str]:
        """The names of the entries, in order."""
        return [info.orig_filename for info in self._infos]

    def read(self, name: str, most_bytes: int) -> bytes:
        """The content of the entry; ZipFaultError when it is not there or unpacks to more."""
        for info in self._infos:
            if info.orig_filename == name:
                return self._unpacked(info, most_bytes)[0]
        raise ZipFaultError(f"there is no {name}")

    def read_all(self, most_bytes: int) -> dict[str, bytes]:
        """Every entry by name; ZipFaultError when together they unpack to more.

        Nor may there be anything between them, or two whose names differ in case alone.
        """
        if len(self._infos) > _MOST_ENTRIES:
            raise ZipFaultError(f"{len(self._infos)} entries")
        if len({name.casefold() for name in self.names()}) < len(self._infos):
            raise ZipFaultError("two entries of one name")
        entries: dict[str, bytes] = {}
        at = 0
        for info in self._infos:
            if info.header_offset != at:
                raise ZipFaultError(f"{info.orig_filename} does not follow the entry before it")
            entries[info.orig_filename], at = self._unpacked(info, most_bytes)
            most_bytes -= info.file_size
        if at != self._directory:
            raise ZipFaultError("bytes between the entries and their directory")
        return entries

    def _unpacked(self, info: zipfile.ZipInfo, most_bytes: int) -> tuple[bytes, int]:
        """The content of an entry, and where the entry ends."""
        name = info.orig_filename
        if info.file_size > most_bytes:
            raise ZipFaultError(f"{name} unpacks to {info.file_size} bytes")
        start = self._content_start(info)
        end = start + info.compress_size
        if end > self._directory:
            raise ZipFaultError(f"{name} reaches into the directory")
        packed = memoryview(self._data)[start:end]
        if info.compress_type == zipfile.ZIP_STORED:
            content = bytes(packed)
        else:
            content = _inflated(packed, info.file_size)
        if content is None or len(content) != info.file_size or zlib.crc32(content) != info.CRC:
            raise ZipFaultError(f"{name} is not what its directory entry says")
        return content, end

    def _content_start(self, info: zipfile.ZipInfo) -> int:
        """Where the content begins; ZipFaultError when entry and directory tell two things."""
        name, at = info.orig_filename, info.header_offset
        if not 0 <= at <= self._directory - _LOCAL_FORM.size:
            raise ZipFaultError(f"{name} lies nowhere")
        local = _LOCAL_FORM.unpack_from(self._data, at)
        flags, method = info.flag_bits, info.compress_type
        if flags & ~_UTF8_NAME or method not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
            raise ZipFaultError(f"{name} is encrypted, or packed in a way not used here")
        start = at + _LOCAL_FORM.size
        encoding = "utf-8" if flags & _UTF8_NAME else "cp437"
        own_name = self._data[start : start + local[9]].decode(encoding, "replace")
        if (local[0], local[2], local[3], own_name) != (_LOCAL, flags, method, name):
            raise ZipFaultError(f"{name} is another entry than its directory says")
        return start + local[9] + local[10]


def names_in(data: bytes) -> tuple[str, ...]:
    """The names of the entries of any zip, as far as they can be told cheaply; none for others."""
    try:
        return tuple(BoundedZip(data).names())
    except ZipFaultError:
        return ()


def _directory_start(data: bytes) -> int:
    """Where the directory begins, which ends the bytes but for its end record and a comment."""
    at = data.rfind(_END, max(0, len(data) - _END_FORM.size - _LONGEST_COMMENT))
    if at < 0 or at + _END_FORM.size > len(data):
        raise ZipFaultError("there is no end of a directory")
    record = _END_FORM.unpack_from(data, at)
    size, start, comment = record[5], record[6], record[7]
    if at + _END_FORM.size + comment != len(data) or start + size != at:
        raise ZipFaultError("the directory does not end the file")
    if size > _MOST_DIRECTORY_BYTES or data[max(0, at - 20) :].startswith(_END_64_LOCATOR):
        raise ZipFaultError("the directory is larger than any of ours")
    return start


def _inflated(packed: memoryview, size: int) -> bytes | None:
    """The content that takes up all of `packed`; None when that goes beyond `size` bytes."""
    inflate = zlib.decompressobj(-zlib.MAX_WBITS)
    try:
        # One byte more than there should be: that alone tells of what would not fit.
        content = inflate.decompress(packed, size + 1)
    except zlib.error as error:
        raise ZipFaultError(repr(error)) from error
    return content if inflate.eof and not inflate.unused_data else None
