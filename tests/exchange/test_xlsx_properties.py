"""What stands in a workbook beside its cells holds nothing that a workbook may not."""

from __future__ import annotations

import io
from collections.abc import Callable
from dataclasses import replace

import openpyxl
import pytest

from xjdesk.core import document_fields as fields
from xjdesk.core.form import Form
from xjdesk.core.report import Report, empty_report
from xjdesk.exchange.findings_xlsx import findings_xlsx_bytes
from xjdesk.exchange.xlsx_writer import xlsx_bytes
from xjdesk.storage.form_library import shipped_forms

_FORM = shipped_forms().form("zfxxgk-2014")
_WRITERS: dict[str, Callable[[Report, Form], bytes]] = {
    "report": xlsx_bytes,
    "findings": lambda report, form: findings_xlsx_bytes(report, form, []),
}


@pytest.mark.parametrize("writer", _WRITERS)
@pytest.mark.parametrize("odd", ["\x01", "\x0b", "\ud83d", "\ufffe", "=cmd|' /C calc'!A0", "&P<>"])
def test_names_of_any_characters_make_a_good_workbook(odd: str, writer: str) -> None:
    texts = {fields.ISSUER: f"西{odd}吉", fields.TITLE: f"{odd}报告"}
    report = replace(empty_report(_FORM, 2016), fields=texts)
    workbook = openpyxl.load_workbook(io.BytesIO(_WRITERS[writer](report, _FORM)))
    visible = odd if odd.isprintable() and odd != "\ufffe" else ""
    assert workbook.properties.creator == f"西{visible}吉"


@pytest.mark.parametrize(
    ("tab", "name"),
    [
        ("统计表", "统计表"),
        ("表[1]:2/3\\4?*", "表（1）：2／3＼4？＊"),
        ("表\x01\n\ud83d一", "表 一"),
        ("'表'", "表"),
        ("", "统计表"),
        ("''", "统计表"),
        ("长" * 40, "长" * 31),
        ("=1+1", "=1+1"),
    ],
)
def test_a_sheet_gets_a_name_that_excel_takes(tab: str, name: str) -> None:
    form = replace(_FORM, tables=(replace(_FORM.tables[0], tab=tab),))
    data = xlsx_bytes(empty_report(form, 2016), form)
    assert openpyxl.load_workbook(io.BytesIO(data)).sheetnames == [name, "正文"]
