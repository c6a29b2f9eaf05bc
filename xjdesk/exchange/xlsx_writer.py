"""The report as a workbook: each statistics table on a sheet of its own, then the narrative.

The sheets are the printed form: title, period, 填报单位（盖章）, header row repeated on every
printed page, sign-off lines; A4, fitted to the width of the page.
"""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

from xjdesk.core import document_fields as fields
from xjdesk.core.form import Form, Table
from xjdesk.core.report import Report
from xjdesk.exchange.xlsx_determinism import with_fixed_dates
from xjdesk.exchange.xlsx_narrative import write_narrative
from xjdesk.exchange.xlsx_table import write_table

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

NARRATIVE_SHEET = "正文"

_LONGEST_SHEET_NAME = 31
_FORBIDDEN_IN_SHEET_NAMES = str.maketrans("[]:*?/\\", "（）：＊？／＼")


def xlsx_bytes(report: Report, form: Form) -> bytes:
    """The workbook as the bytes of an .xlsx file; equal reports give equal bytes."""
    from openpyxl import Workbook

    workbook = Workbook()
    for sheet in workbook.worksheets:
        workbook.remove(sheet)
    for table in form.tables:
        sheet = workbook.create_sheet(_sheet_name(table))
        write_table(sheet, report, table)
        _set_page(sheet)
    sheet = workbook.create_sheet(NARRATIVE_SHEET)
    write_narrative(sheet, report)
    _set_page(sheet)
    workbook.properties.creator = report.field(fields.ISSUER)
    workbook.properties.title = " ".join(report.field(fields.TITLE).split())
    buffer = io.BytesIO()
    workbook.save(buffer)
    return with_fixed_dates(buffer.getvalue())


def _sheet_name(table: Table) -> str:
    return table.tab.translate(_FORBIDDEN_IN_SHEET_NAMES)[:_LONGEST_SHEET_NAME]


def _set_page(sheet: Worksheet) -> None:
    from openpyxl.worksheet.properties import PageSetupProperties

    sheet.page_setup.paperSize = sheet.PAPERSIZE_A4
    sheet.page_setup.orientation = sheet.ORIENTATION_PORTRAIT
    sheet.page_setup.fitToWidth = 1
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.print_options.horizontalCentered = True
    margins = sheet.page_margins
    margins.left = margins.right = 0.8
    margins.top = margins.bottom = 0.8
    if (footer := sheet.HeaderFooter.oddFooter) and footer.center:
        footer.center.text = "— &P —"
    sheet.sheet_view.showGridLines = False
