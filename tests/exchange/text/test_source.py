from __future__ import annotations

import codecs
import io
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.storage.sample_project import sample_project
from xjdesk.exchange.text.source import ImportFailedError, decode_text
from xjdesk.storage.project_file import encode_project

_NAME = "年报.txt"
_TEXT = "西吉县人民政府\r\n2016年度报告\r\n一、概述\r\n收到申请200件，占99.0%。\r\n"
_LETTERS = st.characters(codec="gb18030", exclude_categories=["C", "Zl", "Zp"])


def _zip(*names: str) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name in names:
            archive.writestr(name, b"<x/>")
    return buffer.getvalue()


def _sentence(data: bytes) -> str:
    with pytest.raises(ImportFailedError) as caught:
        decode_text(data, _NAME)
    assert caught.value.sentence.count("。") == 1
    assert _NAME in caught.value.sentence
    return caught.value.sentence


@pytest.mark.parametrize(
    "encoding",
    ["utf-8", "utf-8-sig", "gb18030", "gbk", "utf-16", "utf-16-le", "utf-16-be"],
)
def test_a_text_is_read_in_every_encoding_that_windows_writes(encoding: str) -> None:
    assert decode_text(_TEXT.encode(encoding), _NAME) == _TEXT


@given(st.text(_LETTERS, max_size=200), st.sampled_from(["utf-16-le", "utf-16-be"]))
def test_lines_in_utf_16_are_told_without_its_mark(text: str, encoding: str) -> None:
    lines = f"文{text}\r\n2016年\r\n"
    assert decode_text(lines.encode(encoding), _NAME) == lines


@given(st.binary(min_size=1, max_size=300).map(lambda data: data + b"\0"))
def test_any_bytes_are_text_or_refused(data: bytes) -> None:
    for case in (data, data[:-1], codecs.BOM_UTF16_LE + data, codecs.BOM_UTF8 + data):
        try:
            assert "\0" not in decode_text(case, _NAME)
        except ImportFailedError:
            assert "。" in _sentence(case)


@pytest.mark.parametrize(
    ("data", "kind", "way"),
    [
        (_zip("[Content_Types].xml", "xl/workbook.xml"), "是 Excel 工作簿", "“文本文件（*.txt）”"),
        (
            _zip("xl/workbook.xml", "xl/vbaProject.bin"),
            "是带宏的 Excel 工作簿",
            "“文本文件（*.txt）”",
        ),
        (_zip("[Content_Types].xml", "word/document.xml"), "是 Word 文档", "“纯文本（*.txt）”"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "是 Office 文件", "“纯文本（*.txt）”"),
        (
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"),
            "是加密的 Office 文件",
            "输入密码",
        ),
        (b"%PDF-1.4", "是 PDF 文件", "Word 文档另存为"),
        (rb"{\rtf1 2016}", "是 RTF 文档", "“纯文本（*.txt）”"),
        (b"\x89PNG\r\n\x1a\n" + bytes(9), "是图片", "请选择“纯文本（*.txt）”的报告"),
        (_zip("年报.txt"), "是压缩包", "请先解压"),
        (encode_project(sample_project()), "是西吉填报的项目文件", "请直接打开"),
        (bytes(100), "不是纯文本", "另存为“纯文本（*.txt）”"),
        (b"MZ\x90\x00\x03\x00\x00\x00", "不是纯文本", "另存为“纯文本（*.txt）”"),
        (codecs.BOM_UTF16_LE + b"a\0\0\0", "不是纯文本", "另存为“纯文本（*.txt）”"),
        ("无a".encode("utf-16-le"), "不是纯文本", "另存为“纯文本（*.txt）”"),
    ],
    ids=lambda value: value if isinstance(value, str) else f"{len(value)} bytes",
)
def test_what_is_no_text_is_refused_by_its_kind(data: bytes, kind: str, way: str) -> None:
    sentence = _sentence(data)
    assert kind in sentence
    assert way in sentence


@pytest.mark.parametrize(
    "data",
    [b"a\n" * 1_000_000, b"2016\r" * 5001, b"1" * 200_001, ("文" * 200_001).encode("gb18030")],
    ids=["rows", "returns", "digits", "letters"],
)
def test_what_is_longer_than_any_report_is_refused_unread(data: bytes) -> None:
    assert "太长" in _sentence(data)


def test_a_long_report_is_not_too_long() -> None:
    text = "文" * 30 + "\r\n"
    assert decode_text((text * 4900).encode(), _NAME) == text * 4900
