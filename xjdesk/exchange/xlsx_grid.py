"""The printed layout of a table on a worksheet: merged cells, each row as high as its text."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import TYPE_CHECKING

from xjdesk.core.numbers import Entry
from xjdesk.core.report import Report
from xjdesk.core.table_layout import CellRole, LayoutCell, LayoutRow, TableLayout
from xjdesk.exchange.xlsx_columns import column_widths, width_of
from xjdesk.exchange.xlsx_text import cell_at, height_for, put_text

if TYPE_CHECKING:
    from openpyxl.cell.cell import Cell
    from openpyxl.worksheet.worksheet import Worksheet

HEADING_FONT, BODY_FONT = "黑体", "宋体"
_USUAL_PT, _SMALL_PT = 11, 10
_MOST_USUAL_COLUMNS = 4
_HEADER_HEIGHT_PT = 24.0
_HIGHEST_PT = 409.0
"""No row of a workbook may be higher."""
_SIDES = 2.0
"""What of a column's width is left blank beside its text."""


class GridWriter:
    """Writes the rows of a layout onto a sheet, each on a row of its own."""

    def __init__(self, sheet: Worksheet, report: Report, layout: TableLayout) -> None:
        self._sheet = sheet
        self._report = report
        self._layout = layout
        self._widths = column_widths(layout)
        is_crowded = layout.value_columns > _MOST_USUAL_COLUMNS
        self._size = _SMALL_PT if is_crowded else _USUAL_PT

    def write_widths(self) -> None:
        """Set the widths of the columns."""
        for number, width in enumerate(self._widths, start=1):
            letter = cell_at(self._sheet, 1, number).column_letter
            self._sheet.column_dimensions[letter].width = width

    def write(self, top: int) -> int:
        """Write all rows, the first on row `top` of the sheet; returns the last row written.

        Captions that head the whole table are repeated on every printed page, and stay in sight
        together with the labels.
        """
        layout, sheet = self._layout, self._sheet
        rows = (*layout.header, *layout.body)
        for number, row in enumerate(rows, start=top):
            for cell in row.cells:
                self._write_cell(number, cell)
        for number, height in enumerate(self._heights(rows, len(layout.header)), start=top):
            sheet.row_dimensions[number].height = min(height, _HIGHEST_PT)
        below_header = top + len(layout.header)
        if layout.header:
            sheet.print_title_rows = f"{top}:{below_header - 1}"
        sheet.freeze_panes = f"{_letter(layout.label_columns + 1)}{below_header}"
        return top + len(rows) - 1

    def _write_cell(self, row: int, cell: LayoutCell) -> None:
        target = cell_at(self._sheet, row, cell.column + 1)
        entry = self._entry(cell)
        if cell.role is CellRole.VALUE:
            _put_entry(target, entry)
        else:
            put_text(target, cell.text)
        self._style(target, cell, isinstance(entry, Decimal))
        if cell.row_span > 1 or cell.column_span > 1:
            self._sheet.merge_cells(
                start_row=row,
                start_column=cell.column + 1,
                end_row=row + cell.row_span - 1,
                end_column=cell.column + cell.column_span,
            )

    def _style(self, target: Cell, cell: LayoutCell, is_number: bool) -> None:
        from openpyxl.styles import Alignment, Border, Font, Side

        thin = Side(style="thin")
        target.border = Border(left=thin, right=thin, top=thin, bottom=thin)
        target.font = Font(name=_font(cell), size=self._size)
        target.alignment = Alignment(
            horizontal="left" if self._begins_left(cell) else "center",
            vertical="center",
            # A number too long for its column would be shown as ###.
            wrap_text=not is_number,
            shrink_to_fit=is_number or None,
            indent=self._indent(cell),
        )

    def _begins_left(self, cell: LayoutCell) -> bool:
        """The label of a row, and a caption across all labels and values."""
        layout = self._layout
        if cell.role is CellRole.CAPTION:
            return bool(layout.first_value_column) and cell.column_span == layout.columns
        is_last_label = cell.column + cell.column_span == layout.label_columns
        return cell.role is CellRole.LABEL and is_last_label

    def _indent(self, cell: LayoutCell) -> int:
        """Where all labels stand in one column they are indented by their level."""
        is_indented = cell.role is CellRole.LABEL and self._layout.label_columns == 1
        return cell.row.level * 2 if is_indented and cell.row else 0

    def _heights(self, rows: Sequence[LayoutRow], headers: int) -> list[float]:
        """The heights in pt; rows beside a text that needs more are all heightened alike."""
        heights = [
            max(self._least_height(row), _HEADER_HEIGHT_PT if number < headers else 0.0)
            for number, row in enumerate(rows)
        ]
        for number, row in enumerate(rows):
            for cell in row.cells:
                reached = range(number, number + cell.row_span)
                lacking = self._height(cell) - sum(heights[at] for at in reached)
                for at in reached if cell.row_span > 1 and lacking > 0 else ():
                    heights[at] += lacking / cell.row_span
        return heights

    def _least_height(self, row: LayoutRow) -> float:
        own = (self._height(cell) for cell in row.cells if cell.row_span == 1)
        return max(own, default=0.0)

    def _height(self, cell: LayoutCell) -> float:
        entry = self._entry(cell)
        text = entry if isinstance(entry, str) else cell.text
        room = width_of(self._widths, cell) - _SIDES - self._indent(cell)
        return height_for(text, max(room, _SIDES))

    def _entry(self, cell: LayoutCell) -> Entry | None:
        return self._report.value(cell.address) if cell.address else None


def _font(cell: LayoutCell) -> str:
    """Captions and headings are set off from the rows."""
    is_heading = cell.role is CellRole.LABEL and cell.row and not cell.row.is_indicator
    return HEADING_FONT if cell.role is CellRole.CAPTION or is_heading else BODY_FONT


def _letter(column: int) -> str:
    from openpyxl.utils import get_column_letter

    return get_column_letter(column)


def _put_entry(cell: Cell, entry: Entry | None) -> None:
    """A number as a number with the decimals it was entered with; anything else as text."""
    if isinstance(entry, Decimal):
        cell.value = entry
        exponent = entry.as_tuple().exponent
        decimals = -exponent if isinstance(exponent, int) and exponent < 0 else 0
        cell.number_format = "0." + "0" * decimals if decimals else "0"
    elif entry is not None:
        put_text(cell, entry)
