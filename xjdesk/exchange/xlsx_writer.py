"""The report as a workbook: each statistics table on a sheet of its own, then the narrative.

The sheets are the printed form: title, period, 填报单位（盖章）, header rows repeated on every
printed page, sign-off lines; A4, fitted to the width of the page. Above a table of a chapter stand
the title of the report and the chapter's heading.
"""

from __future__ import annotations

from xjdesk.core import document_fields as fields
from xjdesk.core.form import Form
from xjdesk.core.report import Report
from xjdesk.core.table import Table
from xjdesk.exchange.xlsx_narrative import write_narrative
from xjdesk.exchange.xlsx_page import empty_workbook, set_page, workbook_bytes
from xjdesk.exchange.xlsx_table import write_table
from xjdesk.exchange.xlsx_text import without_controls

NARRATIVE_SHEET = "正文"

_LONGEST_SHEET_NAME = 31
_FORBIDDEN_IN_SHEET_NAMES = str.maketrans("[]:*?/\\", "（）：＊？／＼")


def xlsx_bytes(report: Report, form: Form) -> bytes:
    """The workbook as the bytes of an .xlsx file; equal reports give equal bytes."""
    workbook = empty_workbook()
    table_sheets: dict[str, list[str]] = {}
    for table in form.tables:
        sheet = workbook.create_sheet(_sheet_name(table))
        table_sheets.setdefault(table.chapter, []).append(sheet.title)
        write_table(sheet, report, table)
        set_page(sheet)
    sheet = workbook.create_sheet(NARRATIVE_SHEET)
    write_narrative(sheet, report, table_sheets)
    set_page(sheet)
    title = without_controls(" ".join(report.field(fields.TITLE).split()))
    creator = without_controls(report.field(fields.ISSUER))
    return workbook_bytes(workbook, creator=creator, title=title)


def _sheet_name(table: Table) -> str:
    name = without_controls(" ".join(table.tab.split())).translate(_FORBIDDEN_IN_SHEET_NAMES)
    return name[:_LONGEST_SHEET_NAME].strip("'") or "统计表"
