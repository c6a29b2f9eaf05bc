"""A statistics table on a worksheet, as the official form prints it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from xjdesk.core import document_fields as fields
from xjdesk.core.address import FieldAddress
from xjdesk.core.document_fields import field_at
from xjdesk.core.report import Report
from xjdesk.core.table import Table
from xjdesk.core.table_layout import layout_of
from xjdesk.core.table_scope import printed_scope
from xjdesk.exchange.xlsx_grid import BODY_FONT, HEADING_FONT, GridWriter
from xjdesk.exchange.xlsx_text import cell_at, put_text

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

_TITLE_FONT = "方正小标宋简体"
_SIGNERS = (fields.HEAD, fields.REVIEWER, fields.PREPARER)
_CONTACT = (fields.PHONE, fields.FILLED_ON)


def write_table(sheet: Worksheet, report: Report, table: Table) -> None:
    """Write the table with its head and, in the annex, its sign-off lines onto an empty sheet."""
    layout = layout_of(table, report.values)
    grid = GridWriter(sheet, report, layout)
    grid.write_widths()
    lines = _LineWriter(sheet, layout.columns)
    _write_head(lines, report, table)
    lines.row = grid.write(lines.row + 1)
    if not table.chapter:
        _write_sign_off(lines, report)
    last = cell_at(sheet, lines.row, layout.columns)
    sheet.print_area = f"A1:{last.coordinate}"


def _write_head(lines: _LineWriter, report: Report, table: Table) -> None:
    """The table's title; above one that stands in a chapter that of the report, and the heading.

    So every sheet says by itself what it is part of.
    """
    if table.chapter:
        title = "".join(report.field(fields.TITLE).split())
        _write_title(lines, title)
        heading = next((c.heading for c in report.chapters if c.id == table.chapter), "")
        _write_line(lines, heading, font=HEADING_FONT)
    else:
        _write_title(lines, report.field(fields.ANNEX_TITLE) or table.title)
    _write_line(lines, table.period.format(year=report.year))
    scope = printed_scope(table, report)
    _write_line(lines, scope.text if scope else "")
    if not table.chapter:
        lines.write(_labelled(report, fields.FILLING_UNIT), height=22)


def _write_title(lines: _LineWriter, title: str) -> None:
    if title:
        lines.write(title, font=_TITLE_FONT, size=18, height=34, align="center")


def _write_line(lines: _LineWriter, text: str, font: str = BODY_FONT) -> None:
    if text:
        lines.write(text, font=font, size=12, height=22, align="center")


def _write_sign_off(lines: _LineWriter, report: Report) -> None:
    lines.row += 1
    for line in (_SIGNERS, _CONTACT):
        lines.write("        ".join(_labelled(report, address) for address in line), height=24)


def _labelled(report: Report, address: FieldAddress) -> str:
    return f"{field_at(address).label}：{report.field(address)}"


class _LineWriter:
    """Writes lines that reach over all columns; `row` is the last one written."""

    def __init__(self, sheet: Worksheet, columns: int) -> None:
        self._sheet = sheet
        self._columns = columns
        self.row = 0

    def write(
        self, text: str, *, font: str = BODY_FONT, size: int = 11, height: int, align: str = "left"
    ) -> None:
        from openpyxl.styles import Alignment, Font

        self.row += 1
        cell = cell_at(self._sheet, self.row, 1)
        put_text(cell, text)
        cell.font = Font(name=font, size=size)
        cell.alignment = Alignment(horizontal=align, vertical="center", wrap_text=True)
        self._sheet.merge_cells(
            start_row=self.row, start_column=1, end_row=self.row, end_column=self._columns
        )
        self._sheet.row_dimensions[self.row].height = height
