"""The founding document and a clean report of the form of 2021, with their forms."""

from __future__ import annotations

from tests.samples.clean_reports import HUAIAN_2024, clean_report
from xjdesk.core.address import CellAddress
from xjdesk.exchange.text.reader import read_report
from xjdesk.resource_files import resource
from xjdesk.storage.form_library import shipped_forms

_LIBRARY = shipped_forms()
_NAME = "xiji-2016.txt"
FORM = _LIBRARY.form("zfxxgk-2014")
SAMPLE = read_report(resource("samples", _NAME).read_bytes(), _NAME, _LIBRARY).report
WIDE_FORM = _LIBRARY.form("zfxxgk-2021")
WIDE = clean_report(HUAIAN_2024, WIDE_FORM)


def cell(row: str) -> CellAddress:
    """A cell of the table of 2014."""
    return CellAddress("statistics", row, "count")
