"""Text in cells of a workbook: never a formula, never an invalid character, high enough to read."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING, cast

if TYPE_CHECKING:
    from openpyxl.cell.cell import Cell
    from openpyxl.worksheet.worksheet import Worksheet

LONGEST_TEXT = 800
"""Characters (字) in one cell: more would not fit into the highest row, 409 pt, and be cut off."""

_LINE_PT = 16.0
_LIKE_FORMULAS = ("=", "+", "-", "@")


def cell_at(sheet: Worksheet, row: int, column: int) -> Cell:
    """The cell of a sheet, counted from 1; it must not lie inside a merged range."""
    return cast("Cell", sheet.cell(row, column))


def put_text(cell: Cell, text: str) -> None:
    """Put `text` into the cell as text, whatever it begins with."""
    cell.value = without_controls(text)
    # openpyxl takes a text that begins with "=" for a formula; the type is set back to text.
    cell.data_type = "s"
    if text.lstrip().startswith(_LIKE_FORMULAS):
        # It stays text when somebody opens the cell and leaves it again.
        cell.quotePrefix = True


def without_controls(text: str) -> str:
    """The text without control characters and lone surrogates, which no workbook may contain."""
    return (
        "".join(c for c in text if c in "\n\t" or unicodedata.category(c) not in ("Cc", "Cs"))
        .replace("\ufffe", "")
        .replace("\uffff", "")
    )


def height_for(text: str, width: float) -> float:
    """The height in pt that `text` needs in a column `width` half-width characters wide."""
    lines = sum(max(1, -(-_half_widths(part) // int(width))) for part in text.split("\n"))
    return _LINE_PT * lines + 4


def _half_widths(text: str) -> int:
    return sum(2 if unicodedata.east_asian_width(c) in "WFA" else 1 for c in text)
