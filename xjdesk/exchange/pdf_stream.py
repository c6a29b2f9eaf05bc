"""Streams of bytes in a PDF."""

from __future__ import annotations

import zlib

from reportlab.pdfbase.pdfdoc import PDFDocument, PDFObject

_COMPRESSION = 2
"""Level 6 makes the sample's glyph outlines 4 % smaller and takes more than twice as long."""


class Stream(PDFObject):
    """Bytes under a dictionary, whose entries but the length are given as they stand in the file.

    Unlike reportlab's own, its data end with a line break, as ISO 19005-2, 6.1.7.1 asks.
    """

    __RefOnly__ = 1

    def __init__(self, data: bytes, entries: str) -> None:
        self._data = data
        self._entries = entries.encode("ascii")

    def format(self, _document: PDFDocument) -> bytes:
        """The stream as it stands in the file."""
        head = b"<< %s /Length %d >>\nstream\n" % (self._entries, len(self._data))
        return b"".join((head, self._data, b"\nendstream\n"))


def compressed(data: bytes) -> bytes:
    """Data for `flate_stream`."""
    return zlib.compress(data, _COMPRESSION)


def flate_stream(data: bytes, entries: str = "") -> Stream:
    """A stream of bytes that `compressed` made."""
    return Stream(data, f"/Filter /FlateDecode {entries}".strip())
