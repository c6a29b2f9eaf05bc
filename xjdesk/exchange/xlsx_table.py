"""A statistics table on a worksheet, as the official form prints it."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from xjdesk.core import document_fields as fields
from xjdesk.core.address import CellAddress, FieldAddress
from xjdesk.core.document_fields import field_at
from xjdesk.core.numbers import Entry
from xjdesk.core.report import Report
from xjdesk.core.table import Row, Table
from xjdesk.exchange.xlsx_text import cell_at, height_for, put_text

if TYPE_CHECKING:
    from openpyxl.cell.cell import Cell
    from openpyxl.worksheet.worksheet import Worksheet

_LABEL_WIDTH, _UNIT_WIDTH, _VALUE_WIDTH = 62.0, 10.0, 14.0
_TITLE_FONT, _HEADING_FONT, _BODY_FONT = "方正小标宋简体", "黑体", "宋体"
_SIGNERS = (fields.HEAD, fields.REVIEWER, fields.PREPARER)
_CONTACT = (fields.PHONE, fields.FILLED_ON)


def write_table(sheet: Worksheet, report: Report, table: Table) -> None:
    """Write the table with its head and its sign-off lines onto an empty sheet."""
    writer = _TableWriter(sheet, report, table)
    writer.write_widths()
    writer.write_head()
    writer.write_header_row()
    for row in table.rows:
        writer.write_row(row)
    if not table.chapter:
        writer.write_sign_off()
    writer.set_print_area()


class _TableWriter:
    def __init__(self, sheet: Worksheet, report: Report, table: Table) -> None:
        self._sheet = sheet
        self._report = report
        self._table = table
        self._columns = 2 + len(table.columns)
        self._row = 0

    def write_widths(self) -> None:
        widths = [_LABEL_WIDTH, _UNIT_WIDTH, *([_VALUE_WIDTH] * len(self._table.columns))]
        for number, width in enumerate(widths, start=1):
            letter = cell_at(self._sheet, 1, number).column_letter
            self._sheet.column_dimensions[letter].width = width

    def write_head(self) -> None:
        title = self._report.field(fields.ANNEX_TITLE) or self._table.title
        if title and not self._table.chapter:
            self._write_across(title, font=_TITLE_FONT, size=18, height=34, align="center")
        if self._table.period:
            period = self._table.period.format(year=self._report.year)
            self._write_across(period, font=_BODY_FONT, size=12, height=22, align="center")
        if not self._table.chapter:
            self._write_across(self._labelled(fields.FILLING_UNIT), height=22)

    def write_header_row(self) -> None:
        captions = [self._table.panels[0].label_caption, self._table.unit_caption]
        captions += [column.label for column in self._table.columns]
        self._row += 1
        for number, caption in enumerate(captions, start=1):
            cell = self._bordered(number, "center")
            put_text(cell, caption)
            self._style(cell, font=_HEADING_FONT)
        self._sheet.row_dimensions[self._row].height = 24
        self._sheet.print_title_rows = f"{self._row}:{self._row}"
        self._sheet.freeze_panes = cell_at(self._sheet, self._row + 1, 2)

    def write_row(self, row: Row) -> None:
        self._row += 1
        label = self._bordered(1, "left", indent=row.level * 2)
        put_text(label, row.label)
        self._style(label, font=_BODY_FONT if row.is_indicator else _HEADING_FONT)
        put_text(self._bordered(2, "center"), row.unit)
        for number, column in enumerate(self._table.columns, start=3):
            address = CellAddress(self._table.id, row.id, column.id)
            _put_entry(self._bordered(number, "center"), self._report.value(address))
        height = height_for(row.label, _LABEL_WIDTH - 2 - 2 * row.level)
        self._sheet.row_dimensions[self._row].height = height

    def write_sign_off(self) -> None:
        self._row += 1
        for line in (_SIGNERS, _CONTACT):
            self._write_across("        ".join(map(self._labelled, line)), height=24)

    def set_print_area(self) -> None:
        last = cell_at(self._sheet, self._row, self._columns)
        self._sheet.print_area = f"A1:{last.coordinate}"

    def _labelled(self, address: FieldAddress) -> str:
        return f"{field_at(address).label}：{self._report.field(address)}"

    def _write_across(
        self, text: str, *, font: str = _BODY_FONT, size: int = 11, height: int, align: str = "left"
    ) -> None:
        from openpyxl.styles import Alignment

        self._row += 1
        cell = cell_at(self._sheet, self._row, 1)
        put_text(cell, text)
        self._style(cell, font=font, size=size)
        cell.alignment = Alignment(horizontal=align, vertical="center", wrap_text=True)
        self._sheet.merge_cells(
            start_row=self._row, start_column=1, end_row=self._row, end_column=self._columns
        )
        self._sheet.row_dimensions[self._row].height = height

    def _bordered(self, column: int, align: str, indent: int = 0) -> Cell:
        from openpyxl.styles import Alignment, Border, Side

        cell = cell_at(self._sheet, self._row, column)
        thin = Side(style="thin")
        cell.border = Border(left=thin, right=thin, top=thin, bottom=thin)
        cell.alignment = Alignment(
            horizontal=align, vertical="center", wrap_text=True, indent=indent
        )
        self._style(cell)
        return cell

    def _style(self, cell: Cell, *, font: str = _BODY_FONT, size: int = 11) -> None:
        from openpyxl.styles import Font

        cell.font = Font(name=font, size=size)


def _put_entry(cell: Cell, entry: Entry | None) -> None:
    """A number as a number with the decimals it was entered with; anything else as text."""
    if isinstance(entry, Decimal):
        cell.value = entry
        exponent = entry.as_tuple().exponent
        decimals = -exponent if isinstance(exponent, int) and exponent < 0 else 0
        cell.number_format = "0." + "0" * decimals if decimals else "0"
    elif entry is not None:
        put_text(cell, entry)
