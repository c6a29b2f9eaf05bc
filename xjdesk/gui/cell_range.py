"""Ranges of cells as Excel and WPS put them on the clipboard: lines of fields between tabs."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence


def read_range(text: str) -> list[list[str]]:
    """The rows of fields in `text`; quoted fields may hold tabs and line breaks."""
    plain = text.replace("\r\n", "\n").replace("\r", "\n").removesuffix("\n")
    if not plain:
        return []
    return [row or [""] for row in csv.reader(io.StringIO(plain), dialect="excel-tab")]


def write_range(rows: Iterable[Sequence[str]]) -> str:
    """The clipboard text of `rows`; fields that need it are quoted."""
    buffer = io.StringIO()
    csv.writer(buffer, dialect="excel-tab", lineterminator="\n").writerows(rows)
    return buffer.getvalue()
