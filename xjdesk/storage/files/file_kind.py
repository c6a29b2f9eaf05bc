"""What kind of file some bytes are: to tell the user which file was chosen, and what to do.

Nothing is unpacked, and of a zip the names alone are read: this is safe on any bytes.
"""

from __future__ import annotations

import codecs
import unicodedata
from enum import StrEnum

from xjdesk.storage.files.bounded_zip import names_in

PROJECT_MARK = b"mimetypeapplication/x-xjdesk-project"
"""What stands near the beginning of every project file: its first entry, which is not packed."""

_NEAR = 128
_SAMPLE = 4096
_ZIPS = (b"PK\3\4", b"PK\5\6")
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_BOMS = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_ENCODINGS = ("utf-8", "gb18030")
_CONTROLS_IN_TEXT = "\t\n\r\x07\x0b\x0c\x1a"


class FileKind(StrEnum):
    """A kind of file, as the user calls it; UNKNOWN is empty."""

    UNKNOWN = ""
    EMPTY = "空文件"
    PROJECT = "西吉填报的项目文件"
    EXCEL = "Excel 工作簿"
    EXCEL_WITH_MACROS = "带宏的 Excel 工作簿"
    OLD_EXCEL = "旧版 Excel 工作簿"
    WORD = "Word 文档"
    WORD_WITH_MACROS = "带宏的 Word 文档"
    OLD_WORD = "旧版 Word 文档"
    ENCRYPTED_OFFICE = "加密的 Office 文件"
    OTHER_OFFICE = "Office 文件"
    OFD = "OFD 文件"
    PDF = "PDF 文件"
    PICTURE = "图片"
    PACKED = "压缩包"
    RICH_TEXT = "RTF 文档"
    WEB_PAGE = "网页"
    TEXT = "文本文件"

    @property
    def clause(self) -> str:
        """是…, as a sentence says it."""
        return f"是 {self.value}" if self.value[:1].isascii() else f"是{self.value}"

    @property
    def way_to_import(self) -> str:
        """How the report in such a file can be imported, as a clause; empty when it cannot."""
        match self:
            case FileKind.EXCEL | FileKind.EXCEL_WITH_MACROS | FileKind.OLD_EXCEL:
                return "请在 Excel 或 WPS 中另存为“文本文件（*.txt）”后再导入"
            case FileKind.ENCRYPTED_OFFICE:
                return "请在 Office 或 WPS 中输入密码打开，另存为“纯文本（*.txt）”后再导入"
            case FileKind.PDF | FileKind.OFD:
                return "请把排版前的 Word 文档另存为“纯文本（*.txt）”后再导入"
            case FileKind.PACKED:
                return "请先解压，再选择其中的文件"
            case FileKind.TEXT:
                return "请先导入（文件名应以 .txt 结尾）"
            case FileKind.WEB_PAGE:
                return "请先导入（文件名应以 .html 结尾）"
            case FileKind.UNKNOWN | FileKind.EMPTY | FileKind.PROJECT | FileKind.PICTURE:
                return ""
            case _:
                return "请在 Word 或 WPS 中另存为“纯文本（*.txt）”后再导入"


_STARTS: tuple[tuple[bytes, FileKind], ...] = (
    (b"%PDF-", FileKind.PDF),
    (b"Rar!\x1a\x07", FileKind.PACKED),
    (b"7z\xbc\xaf\x27\x1c", FileKind.PACKED),
    (b"\x1f\x8b\x08", FileKind.PACKED),
    (b"\x89PNG\r\n\x1a\n", FileKind.PICTURE),
    (b"\xff\xd8\xff", FileKind.PICTURE),
    (b"GIF89a", FileKind.PICTURE),
    (b"GIF87a", FileKind.PICTURE),
    (b"II*\0", FileKind.PICTURE),
    (b"MM\0*", FileKind.PICTURE),
    (b"{\\rtf", FileKind.RICH_TEXT),
)
_STREAMS: tuple[tuple[str, FileKind], ...] = (
    ("EncryptedPackage", FileKind.ENCRYPTED_OFFICE),
    ("WordDocument", FileKind.OLD_WORD),
    ("Workbook", FileKind.OLD_EXCEL),
)


def kind_of(data: bytes) -> FileKind:
    """The kind of file that holds `data`, or begins with it."""
    if not data:
        return FileKind.EMPTY
    if data.startswith(_ZIPS):
        return _kind_of_zip(data)
    if data.startswith(_OLE):
        return _kind_of_compound(data)
    for start, kind in _STARTS:
        if data.startswith(start):
            return kind
    if data.startswith(b"BM") and data[6:10] == bytes(4):
        return FileKind.PICTURE
    if (
        data[:_SAMPLE]
        .removeprefix(codecs.BOM_UTF8)
        .lstrip()
        .lower()
        .startswith((b"<!doctype html", b"<html"))
    ):
        return FileKind.WEB_PAGE
    return FileKind.TEXT if _is_text(data[:_SAMPLE]) else FileKind.UNKNOWN


def _kind_of_zip(data: bytes) -> FileKind:
    names = names_in(data)
    if PROJECT_MARK in data[:_NEAR] or {"manifest.json", "report.json"} <= set(names):
        return FileKind.PROJECT
    has_macros = any(name.endswith("vbaProject.bin") for name in names)
    if any(name.startswith("xl/") for name in names):
        return FileKind.EXCEL_WITH_MACROS if has_macros else FileKind.EXCEL
    if any(name.startswith("word/") for name in names):
        return FileKind.WORD_WITH_MACROS if has_macros else FileKind.WORD
    if "OFD.xml" in names:
        return FileKind.OFD
    if len(data) < _NEAR and not names:
        return FileKind.UNKNOWN
    # Of a zip that is cut short the first name is left to go by.
    is_office = "[Content_Types].xml" in names or b"[Content_Types].xml" in data[:_NEAR]
    return FileKind.OTHER_OFFICE if is_office else FileKind.PACKED


def _kind_of_compound(data: bytes) -> FileKind:
    """Of the files that Office wrote before its zips, and still writes to encrypt."""
    for stream, kind in _STREAMS:
        if stream.encode("utf-16-le") in data:
            return kind
    return FileKind.OTHER_OFFICE


def _is_text(sample: bytes) -> bool:
    if sample.startswith(_BOMS):
        return True
    for encoding in _ENCODINGS:
        try:
            # The end of the sample may cut a character in two.
            text = codecs.getincrementaldecoder(encoding)().decode(sample)
        except UnicodeDecodeError:
            continue
        odd = (c for c in text if unicodedata.category(c) == "Cc" and c not in _CONTROLS_IN_TEXT)
        return next(odd, None) is None
    return False
