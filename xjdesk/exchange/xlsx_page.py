"""How the sheets of a workbook are printed, and the workbook as bytes."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

from xjdesk.exchange.xlsx_determinism import with_fixed_dates

if TYPE_CHECKING:
    from openpyxl import Workbook
    from openpyxl.worksheet.worksheet import Worksheet


def empty_workbook() -> Workbook:
    """A workbook without the sheet that openpyxl puts in."""
    from openpyxl import Workbook

    workbook = Workbook()
    for sheet in workbook.worksheets:
        workbook.remove(sheet)
    return workbook


def set_page(sheet: Worksheet, *, is_landscape: bool = False) -> None:
    """A4, fitted to the width of the page, page numbers below, no grid lines."""
    from openpyxl.worksheet.properties import PageSetupProperties

    orientation = sheet.ORIENTATION_LANDSCAPE if is_landscape else sheet.ORIENTATION_PORTRAIT
    sheet.page_setup.paperSize = sheet.PAPERSIZE_A4
    sheet.page_setup.orientation = orientation
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


def workbook_bytes(workbook: Workbook, *, creator: str, title: str) -> bytes:
    """The bytes of an .xlsx file, which depend on the content alone."""
    workbook.properties.creator = creator
    workbook.properties.title = title
    buffer = io.BytesIO()
    workbook.save(buffer)
    return with_fixed_dates(buffer.getvalue())
