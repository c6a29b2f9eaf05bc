"""The narrative on a worksheet: one paragraph a row, to be read and copied."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from xjdesk.core import document_fields as fields
from xjdesk.core.report import Report
from xjdesk.exchange.xlsx_text import LONGEST_TEXT, cell_at, height_for, put_text

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

_WIDTH = 74.0


@dataclass(frozen=True, slots=True)
class _Line:
    text: str
    font: str = "仿宋"
    size: int = 12
    align: str = "left"


def write_narrative(
    sheet: Worksheet, report: Report, table_sheets: Mapping[str, Sequence[str]]
) -> None:
    """Write the document's text, from its number to its date, onto an empty sheet.

    `table_sheets` names the sheets of the tables that stand in a chapter, by the chapter's id.
    """
    from openpyxl.styles import Alignment, Font

    sheet.column_dimensions["A"].width = _WIDTH
    row = 0
    for line in _lines(report, table_sheets):
        for start in range(0, max(1, len(line.text)), LONGEST_TEXT):
            row += 1
            part = line.text[start : start + LONGEST_TEXT]
            cell = cell_at(sheet, row, 1)
            put_text(cell, part)
            cell.font = Font(name=line.font, size=line.size)
            cell.alignment = Alignment(horizontal=line.align, vertical="top", wrap_text=True)
            sheet.row_dimensions[row].height = height_for(part, _WIDTH - 8)
    sheet.print_area = f"A1:A{max(row, 1)}"


def _lines(report: Report, table_sheets: Mapping[str, Sequence[str]]) -> Iterator[_Line]:
    if number := report.field(fields.NUMBER):
        yield _Line(number, align="center")
    for title in report.field(fields.TITLE).splitlines():
        yield _Line(title, "方正小标宋简体", 16, "center")
    if addressee := report.field(fields.ADDRESSEE):
        yield _Line(f"{addressee}：")
    for chapter in report.chapters:
        if chapter.heading:
            yield _Line(chapter.heading, "黑体")
        for paragraph in chapter.paragraphs:
            yield _Line("　　" + paragraph.text)
        for name in table_sheets.get(chapter.id, ()):
            yield _Line(f"　　（见“{name}”工作表）")
    if note := report.field(fields.ANNEX_NOTE):
        yield _Line("　　附件：" + note)
    for address in (fields.ORGAN, fields.DATE):
        if text := report.field(address):
            yield _Line(text, align="right")
