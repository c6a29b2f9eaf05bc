"""A list on a worksheet: a title, a header row repeated on every printed page, wrapped text."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from xjdesk.exchange.xlsx_text import cell_at, height_for, put_text, without_controls

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

_TITLE_FONT, _HEADING_FONT, _BODY_FONT = "方正小标宋简体", "黑体", "宋体"
_TITLE_PT, _BODY_PT = 18, 11
_TITLE_HEIGHT_PT, _NOTE_HEIGHT_PT, _HEADER_HEIGHT_PT = 34, 22, 24
_HIGHEST_PT = 400.0
"""No row of a workbook is higher than 409 pt; what does not fit goes on in the next row."""
_BREAKS = "。；，、\n"
_USABLE = 0.94
"""The share of a column's width that is counted on: lines end early before punctuation."""


@dataclass(frozen=True, slots=True)
class ListColumn:
    """A column: its caption, its width in half-width characters, how its text is aligned."""

    caption: str
    width: float
    align: str = "left"


def write_list(
    sheet: Worksheet,
    title: str,
    note: str,
    columns: Sequence[ListColumn],
    rows: Sequence[Sequence[str]],
) -> None:
    """Write the rows, which have one text for each column, onto an empty sheet."""
    writer = _ListWriter(sheet, columns)
    writer.write_across(title, _TITLE_FONT, _TITLE_PT, _TITLE_HEIGHT_PT, "center")
    writer.write_across(note, _BODY_FONT, _BODY_PT, _NOTE_HEIGHT_PT, "left")
    writer.write_header()
    for row in rows:
        writer.write_row(row)
    writer.set_print_area()


class _ListWriter:
    def __init__(self, sheet: Worksheet, columns: Sequence[ListColumn]) -> None:
        self._sheet = sheet
        self._columns = columns
        self._row = 0
        for number, column in enumerate(columns, start=1):
            letter = cell_at(sheet, 1, number).column_letter
            sheet.column_dimensions[letter].width = column.width

    def write_across(self, text: str, font: str, size: int, height: int, align: str) -> None:
        from openpyxl.styles import Alignment, Font

        self._row += 1
        cell = cell_at(self._sheet, self._row, 1)
        put_text(cell, text)
        cell.font = Font(name=font, size=size)
        cell.alignment = Alignment(horizontal=align, vertical="center", wrap_text=True)
        self._sheet.merge_cells(
            start_row=self._row, start_column=1, end_row=self._row, end_column=len(self._columns)
        )
        self._sheet.row_dimensions[self._row].height = height

    def write_header(self) -> None:
        self._row += 1
        for number, column in enumerate(self._columns, start=1):
            self._put(number, column.caption, _HEADING_FONT, "center", "center")
        self._sheet.row_dimensions[self._row].height = _HEADER_HEIGHT_PT
        self._sheet.print_title_rows = f"{self._row}:{self._row}"
        self._sheet.freeze_panes = cell_at(self._sheet, self._row + 1, 1)

    def write_row(self, texts: Sequence[str]) -> None:
        rest = [without_controls(text) for text in texts]
        while any(rest):
            self._row += 1
            height = 0.0
            for number, column in enumerate(self._columns):
                part = _fitting(rest[number], column.width)
                rest[number] = rest[number][len(part) :]
                self._put(number + 1, part.strip("\n"), _BODY_FONT, column.align, "top")
                height = max(height, _height(part.strip("\n"), column.width))
            self._sheet.row_dimensions[self._row].height = height

    def set_print_area(self) -> None:
        last = cell_at(self._sheet, self._row, len(self._columns))
        self._sheet.print_area = f"A1:{last.coordinate}"

    def _put(self, column: int, text: str, font: str, align: str, vertical: str) -> None:
        from openpyxl.styles import Alignment, Border, Font, Side

        cell = cell_at(self._sheet, self._row, column)
        put_text(cell, text)
        cell.font = Font(name=font, size=_BODY_PT)
        thin = Side(style="thin")
        cell.border = Border(left=thin, right=thin, top=thin, bottom=thin)
        cell.alignment = Alignment(horizontal=align, vertical=vertical, wrap_text=True)


def _height(text: str, width: float) -> float:
    return height_for(text, width * _USABLE)


def _fitting(text: str, width: float) -> str:
    """As much of the beginning of `text` as one row can show."""
    if _height(text, width) <= _HIGHEST_PT:
        return text
    fits, too_much = 0, len(text)
    while too_much - fits > 1:
        middle = (fits + too_much) // 2
        if _height(text[:middle], width) <= _HIGHEST_PT:
            fits = middle
        else:
            too_much = middle
    # A number is not torn apart where a mark is near.
    end = 1 + max(text.rfind(mark, fits // 2, fits) for mark in _BREAKS)
    return text[: end or fits]
