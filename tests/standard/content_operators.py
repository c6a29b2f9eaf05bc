"""The colours a PDF's pages ask for.

PDFium shows every colour as red, green and blue; which inks are meant stands in the operators.
"""

from __future__ import annotations

import re
import zlib

_STREAM = re.compile(rb"stream\r?\n(.*?)\r?\nendstream", re.DOTALL)
_COLOUR = re.compile(rb"((?:-?[\d.]+\s+)+)(k|K|rg|RG|g|G)(?=\s|$)")
_SPACES = {"k": "CMYK", "rg": "RGB", "g": "grey"}


def colours_in(data: bytes) -> frozenset[str]:
    """Every colour set by an operator on any page, as in "CMYK 0 0.8 0.8 0"."""
    found: set[str] = set()
    for stream in _STREAM.findall(data):
        content = _inflated(stream)
        if b" Tf" not in content or b" Tj" not in content:
            continue
        for numbers, operator in _COLOUR.findall(content):
            shares = " ".join(f"{float(number):g}" for number in numbers.split())
            found.add(f"{_SPACES[operator.decode().lower()]} {shares}")
    return frozenset(found)


def _inflated(stream: bytes) -> bytes:
    try:
        return zlib.decompress(stream)
    except zlib.error:
        return b""
