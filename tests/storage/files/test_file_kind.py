from __future__ import annotations

import gzip
import io
import tracemalloc
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import Workbook

from tests.storage.sample_project import sample_project
from xjdesk.storage.files.file_kind import FileKind, kind_of
from xjdesk.storage.project_file import encode_project

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)
_PROJECT = encode_project(sample_project())


def _zip(*names: str) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in names:
            archive.writestr(name, b"<xml/>")
    return buffer.getvalue()


def _workbook() -> bytes:
    buffer = io.BytesIO()
    Workbook().save(buffer)
    return buffer.getvalue()


def _ole(*streams: str) -> bytes:
    return _OLE + b"".join(stream.encode("utf-16-le") + bytes(64) for stream in streams)


_DOCUMENT = ("[Content_Types].xml", "_rels/.rels", "word/document.xml")
_MACRO_BOOK = ("[Content_Types].xml", "xl/workbook.xml", "xl/vbaProject.bin")
_KINDS = {
    FileKind.EMPTY: [b""],
    FileKind.PROJECT: [_PROJECT, _PROJECT[:100], _zip("manifest.json", "report.json", "mimetype")],
    FileKind.EXCEL: [_workbook(), _zip("xl/workbook.xml")],
    FileKind.EXCEL_WITH_MACROS: [_zip(*_MACRO_BOOK)],
    FileKind.WORD: [_zip(*_DOCUMENT)],
    FileKind.WORD_WITH_MACROS: [_zip(*_DOCUMENT, "word/vbaProject.bin")],
    FileKind.OTHER_OFFICE: [
        _zip("[Content_Types].xml", "ppt/presentation.xml"),
        _zip(*_DOCUMENT)[:-100],
        _ole("PowerPoint Document"),
    ],
    FileKind.OLD_EXCEL: [_ole("Workbook", "SummaryInformation")],
    FileKind.OLD_WORD: [_ole("WordDocument", "Workbook")],
    FileKind.ENCRYPTED_OFFICE: [_ole("EncryptionInfo", "EncryptedPackage")],
    FileKind.OFD: [_zip("OFD.xml", "Doc_0/Document.xml")],
    FileKind.PDF: [b"%PDF-1.7\n%\xe2\xe3\xcf\xd3"],
    FileKind.PICTURE: [
        b"\x89PNG\r\n\x1a\n" + bytes(20),
        b"\xff\xd8\xff\xe0" + bytes(20),
        b"GIF89a",
        b"BM\x36\x00\x03\x00" + bytes(20),
    ],
    FileKind.PACKED: [
        _zip("年报.xjd", "年报.docx"),
        _zip("年报.xjd" * 20)[:-10],
        b"Rar!\x1a\x07\x01\x00",
        b"7z\xbc\xaf\x27\x1c",
        gzip.compress(b"x"),
    ],
    FileKind.RICH_TEXT: [rb"{\rtf1\ansi\ansicpg936"],
    FileKind.WEB_PAGE: [b"\xef\xbb\xbf\r\n<!DOCTYPE HTML>", b"<html><body>"],
    FileKind.TEXT: [
        "西吉县人民政府\r\n\t年度报告".encode(),
        "西吉县人民政府".encode("gb18030"),
        "西吉县人民政府".encode("utf-16"),
        ("文" * 3000).encode(),
        b"a" + ("文" * 3000).encode("gb18030"),
        b"BMI is no picture",
        b"PK\t2016\r\nGIF8",
        b"<?xml version='1.0'?><!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>",
    ],
    FileKind.UNKNOWN: [bytes(1000), b"\1\2\3", b"\xff" * 50, b"MZ\x90\x00\x03", _PROJECT[:50]],
}


@pytest.mark.parametrize("kind", FileKind, ids=lambda kind: kind.name)
def test_a_file_is_known_by_what_it_holds(kind: FileKind) -> None:
    assert [kind_of(data) for data in _KINDS[kind]] == [kind] * len(_KINDS[kind])
    assert _KINDS[kind]


@given(st.binary(max_size=300) | st.binary(max_size=60).map(lambda data: b"PK\3\4" + data))
def test_any_bytes_are_of_some_kind(data: bytes) -> None:
    kind_of(data)
    kind_of(_PROJECT[:200] + data)
    kind_of(_OLE + data)


def test_nothing_is_unpacked_to_find_out() -> None:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/workbook.xml", bytes(60_000_000))
    data = buffer.getvalue()
    tracemalloc.start()
    try:
        assert kind_of(data) is FileKind.EXCEL
        assert tracemalloc.get_traced_memory()[1] < 1_000_000
    finally:
        tracemalloc.stop()


def test_every_kind_that_can_be_told_says_what_to_do() -> None:
    silent = (FileKind.UNKNOWN, FileKind.EMPTY, FileKind.PROJECT, FileKind.PICTURE)
    for kind in FileKind:
        assert bool(kind.way_to_import) == (kind not in silent)
        assert "。" not in kind.way_to_import
    assert FileKind.WORD.clause == "是 Word 文档"
    assert FileKind.PACKED.clause == "是压缩包"
