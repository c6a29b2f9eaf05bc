"""Ranges of cells as Excel and WPS put them on the clipboard: lines of fields between tabs."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Sequence

_FIELD = re.compile(
    r"""
    "(?P<quoted>[^"]*+(?:""[^"]*+)*+)"(?=[\t\n]|\Z)
    | (?P<plain>[^\t\n]*+)
    """,
    re.VERBOSE,
)


def read_range(text: str) -> list[list[str]]:
    """The rows of fields in `text`; quoted fields may hold tabs and line breaks.

    A field is quoted only when its quotes close before a tab, a line break or the end: a quote
    that somebody wrote or forgot to close is a character like others.
    """
    plain = text.replace("\r\n", "\n").replace("\r", "\n").removesuffix("\n")
    if not plain:
        return []
    rows: list[list[str]] = [[]]
    at = 0
    while found := _FIELD.match(plain, at):
        quoted = found["quoted"]
        rows[-1].append(found["plain"] if quoted is None else quoted.replace('""', '"'))
        at = found.end() + 1
        if at > len(plain):
            break
        if plain[at - 1] == "\n":
            rows.append([])
    return rows


def write_range(rows: Iterable[Sequence[str]]) -> str:
    """The clipboard text of `rows`; fields that need it are quoted."""
    buffer = io.StringIO()
    csv.writer(buffer, dialect="excel-tab", lineterminator="\n").writerows(rows)
    return buffer.getvalue()
