from __future__ import annotations

import io
import struct
import tracemalloc
import zipfile
import zlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.storage.forged_zip import BZIP2, LZMA, STORED, ForgedEntry, forged_zip
from xjdesk.storage.files.bounded_zip import BoundedZip, ZipFaultError, names_in

_A, _B = ForgedEntry(b"a", b"first" * 100), ForgedEntry("乙".encode(), b"second", flags=0x800)
_MOST = 1024 * 1024
_MOST_MEMORY = 20 * 1024 * 1024


def _read(data: bytes) -> dict[str, bytes]:
    return BoundedZip(data).read_all(_MOST)


def test_a_plain_zip_is_read() -> None:
    data = forged_zip([_A, _B], comment=b"said")
    assert _read(data) == {"a": _A.content, "乙": _B.content}
    packed = BoundedZip(data)
    assert packed.comment == b"said"
    assert packed.names() == ["a", "乙"] == list(names_in(data))
    assert packed.read("乙", 6) == b"second"


@given(st.dictionaries(st.text("abcd甲乙.", min_size=1, max_size=5), st.binary(), max_size=6))
def test_what_the_library_writes_is_read(entries: dict[str, bytes]) -> None:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in entries.items():
            archive.writestr(zipfile.ZipInfo(name), data, zipfile.ZIP_DEFLATED)
    assert _read(buffer.getvalue()) == entries


def test_there_is_no_more_in_it_than_may_be() -> None:
    packed = BoundedZip(forged_zip([_A, _B]))
    with pytest.raises(ZipFaultError, match="unpacks to 500"):
        packed.read("a", 499)
    with pytest.raises(ZipFaultError, match="unpacks to 6"):
        packed.read_all(505)
    assert len(packed.read_all(506)) == 2
    with pytest.raises(ZipFaultError, match="there is no b"):
        packed.read("b", 10)


def _deflated(data: bytes, end: int = zlib.Z_FINISH) -> bytes:
    deflate = zlib.compressobj(9, zlib.DEFLATED, -zlib.MAX_WBITS)
    return deflate.compress(data) + deflate.flush(end)


_ZIP64 = struct.pack("<HHQQ", 1, 16, 5, 10)
_MANY = forged_zip([ForgedEntry(b"%d" % n, b"", STORED) for n in range(100_000)])
_HOSTILE = {
    "bytes before the first entry": ("not follow", forged_zip([_A], before=b"MZ")),
    "bytes between entries": ("not follow", forged_zip([_A, _B], between=b"hidden")),
    "bytes before the directory": ("bytes between", forged_zip([_A], after=b"hidden")),
    "bytes after the end": ("not end the file", forged_zip([_A]) + b"\0"),
    "a zip after the end": ("not end the file", forged_zip([_A]) + forged_zip([_B])),
    "two entries of one name": ("one name", forged_zip([_A, ForgedEntry(b"a", b"other")])),
    "names that differ in case": ("one name", forged_zip([_A, ForgedEntry(b"A", b"other")])),
    "overlapping entries": (
        "not follow",
        forged_zip([_A, ForgedEntry(b"b", b"first" * 100, at=0)]),
    ),
    "one entry for many names": (
        "not follow",
        forged_zip([_A, *(ForgedEntry(b"a%d" % n, b"first" * 100, at=0) for n in range(50))]),
    ),
    "an entry in the directory": (
        "not follow",
        forged_zip([_A, ForgedEntry(b"b", b"", at=10_000)]),
    ),
    "an entry beyond the file": ("not follow", forged_zip([ForgedEntry(b"b", b"", at=2**31)])),
    "an entry that ends beyond": (
        "reaches into",
        forged_zip([ForgedEntry(b"b", b"x", claimed_packed_size=10_000)]),
    ),
    "another name in the entry": (
        "another entry",
        forged_zip([ForgedEntry(b"a", b"x", local_name=b"b")]),
    ),
    "other flags in the entry": (
        "another entry",
        forged_zip([ForgedEntry(b"a", b"x", local_flags=8)]),
    ),
    "encrypted": ("packed in a way", forged_zip([ForgedEntry(b"a", b"x", flags=1)])),
    "sizes behind the content": ("packed in a way", forged_zip([ForgedEntry(b"a", b"x", flags=8)])),
    "bzip2": ("packed in a way", forged_zip([ForgedEntry(b"a", b"x", method=BZIP2)])),
    "lzma": ("packed in a way", forged_zip([ForgedEntry(b"a", b"x", method=LZMA)])),
    "an unknown method": ("packed in a way", forged_zip([ForgedEntry(b"a", b"x", method=99)])),
    "too large": ("unpacks to 31457280", forged_zip([ForgedEntry(b"a", bytes(30 * 1024 * 1024))])),
    "too large together": (
        "8 unpacks to",
        forged_zip([ForgedEntry(b"%d" % n, bytes(_MOST // 8)) for n in range(9)]),
    ),
    "said to be small": (
        "not what",
        forged_zip([ForgedEntry(b"a", bytes(30 * 1024 * 1024), claimed_size=100)]),
    ),
    "small, with the sum of the beginning": (
        "not what",
        forged_zip(
            [ForgedEntry(b"a", bytes(10**6), claimed_size=5, claimed_crc=zlib.crc32(bytes(5)))]
        ),
    ),
    "empty, with something in it": (
        "not what",
        forged_zip([ForgedEntry(b"a", bytes(10**6), claimed_size=0, claimed_crc=0)]),
    ),
    "stored, with more in it": (
        "not what",
        forged_zip([ForgedEntry(b"a", b"ab", STORED, claimed_size=0, claimed_crc=0)]),
    ),
    "said to be large": ("not what", forged_zip([ForgedEntry(b"a", b"x", claimed_size=1000)])),
    "another sum": ("not what", forged_zip([ForgedEntry(b"a", b"x", claimed_crc=1)])),
    "cut short": (
        "not what",
        forged_zip([ForgedEntry(b"a", b"", claimed_size=5, packed=b"\x4b\x4c")]),
    ),
    "not deflated": ("invalid block", forged_zip([ForgedEntry(b"a", b"x", packed=b"\xff\xff")])),
    "bytes after the deflated": (
        "not what",
        forged_zip([ForgedEntry(b"a", b"x", packed=_deflated(b"x") + b"hidden")]),
    ),
    "no end of the deflated": (
        "not what",
        forged_zip([ForgedEntry(b"a", b"x", packed=_deflated(b"x", zlib.Z_SYNC_FLUSH))]),
    ),
    "sizes of 64 bits": (
        "not what",
        forged_zip([ForgedEntry(b"a", b"x", claimed_size=0xFFFFFFFF, directory_extra=_ZIP64)]),
    ),
    "201 entries": ("201 entries", forged_zip([ForgedEntry(b"%d" % n, b"") for n in range(201)])),
    "100 000 entries": ("larger than any", _MANY),
    "100 000 entries said to be one": ("larger than any", _MANY[:-12] + b"\1\0" + _MANY[-10:]),
    "nothing": ("no end", b""),
    "no end": ("no end", b"PK\3\4"),
    "an end alone, cut": ("no end", b"PK\5\6" + bytes(10)),
    "a directory larger than the file": ("not end the file", b"PK\5\6" + b"\xff" * 16 + bytes(2)),
    "a long comment": ("no end", forged_zip([_A], comment=bytes(2000))),
    "an end within the comment": ("not end the file", forged_zip([_A], comment=forged_zip([_B]))),
}


@pytest.mark.parametrize("trick", _HOSTILE)
def test_a_hostile_zip_is_refused_in_little_memory(trick: str) -> None:
    reason, data = _HOSTILE[trick]
    tracemalloc.start()
    try:
        with pytest.raises(ZipFaultError, match=reason):
            _read(data)
        names_in(data)
        assert tracemalloc.get_traced_memory()[1] < _MOST_MEMORY
    finally:
        tracemalloc.stop()


def test_an_end_of_an_empty_zip_holds_nothing() -> None:
    assert _read(forged_zip([])) == {}


@given(st.binary(max_size=400) | st.binary(max_size=100).map(lambda b: forged_zip([_A]) + b))
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    try:
        _read(data)
    except ZipFaultError:
        names_in(data)
