from __future__ import annotations

import io
import time
import zipfile
from dataclasses import replace
from decimal import Decimal

import openpyxl
import pytest
from openpyxl.worksheet.worksheet import Worksheet

from xjdesk.core import document_fields as fields
from xjdesk.core.address import CellAddress
from xjdesk.core.report import Chapter, Paragraph, Report, empty_report
from xjdesk.exchange.text.reader import read_report
from xjdesk.exchange.xlsx_writer import xlsx_bytes
from xjdesk.resource_files import resource
from xjdesk.storage.form_library import shipped_forms

_FORMS = shipped_forms()
_FORM = _FORMS.form("zfxxgk-2014")


@pytest.fixture(scope="module")
def sample() -> Report:
    data = resource("samples", "xiji-2016.txt").read_bytes()
    return read_report(data, "xiji-2016.txt", _FORMS).report


def _sheets(report: Report) -> dict[str, Worksheet]:
    workbook = openpyxl.load_workbook(io.BytesIO(xlsx_bytes(report, _FORM)))
    return {sheet.title: sheet for sheet in workbook.worksheets}


def test_the_table_reads_back_row_for_row(sample: Report) -> None:
    sheet = _sheets(sample)["统计表"]
    rows = [[cell.value for cell in row] for row in sheet.iter_rows()]
    assert rows[0][0] == "西吉县政府信息公开情况统计表"
    assert rows[1][0] == "（2016年度）"
    assert rows[2][0] == "填报单位（盖章）："
    assert rows[3] == ["统  计  指  标", "单位", "统计数"]
    table = _FORM.tables[0]
    for row, read in zip(table.rows, rows[4 : 4 + len(table.rows)], strict=True):
        value = sample.value(CellAddress("statistics", row.id, "count"))
        assert read == [row.label, row.unit or None, value]
    assert str(rows[-2][0]).startswith("单位负责人：毛兆平")
    assert rows[-1][0] == "联系电话：0954-3012401        填报日期：2017年1月19日"


def test_the_page_is_set_for_printing(sample: Report) -> None:
    sheet = _sheets(sample)["统计表"]
    assert sheet.print_title_rows == "$4:$4"
    assert sheet.print_area == "'统计表'!$A$1:$C$70"
    assert sheet.page_setup.paperSize == 9
    assert sheet.page_setup.fitToWidth == 1
    assert sheet["C10"].border.left.style == "thin"


def test_numbers_are_numbers_with_their_decimals(sample: Report) -> None:
    values = dict(sample.values)
    values[CellAddress("statistics", "funds", "count")] = Decimal("2.50")
    sheet = _sheets(replace(sample, values=values))["统计表"]
    funds = next(row for row in sheet.iter_rows() if "专项经费" in str(row[0].value))
    assert (funds[2].value, funds[2].number_format) == (2.5, "0.00")
    assert sheet["C6"].value == 5000
    assert sheet["C6"].number_format == "0"


def test_the_narrative_stands_on_its_own_sheet(sample: Report) -> None:
    column = [cell.value for cell in _sheets(sample)["正文"]["A"]]
    assert column[:4] == [
        "西政发〔2017〕12号",
        "西吉县人民政府",
        "关于2016年政府信息公开工作年度报告",
        "固原市人民政府：",
    ]
    texts = [p.text for chapter in sample.chapters for p in chapter.paragraphs]
    assert [value.removeprefix("　　") for value in column if value.startswith("　　")][
        :-1
    ] == texts


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@SUM(A1)", '=HYPERLINK("http://x")', "\t=2"])
def test_text_never_becomes_a_formula(text: str) -> None:
    address = CellAddress("statistics", "meetings", "count")
    report = replace(
        empty_report(_FORM, 2016),
        fields={fields.ANNEX_TITLE: text, fields.HEAD: text},
        values={address: text},
        chapters=(Chapter("preface", text, (Paragraph(text),)),),
    )
    data = xlsx_bytes(report, _FORM)
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert not any(b"<f>" in archive.read(name) for name in archive.namelist())
    cells = [c for sheet in _sheets(report).values() for row in sheet.iter_rows() for c in row]
    found = [cell for cell in cells if cell.value == text]
    assert len(found) == 3
    assert all(cell.quotePrefix for cell in found)
    assert all(cell.data_type != "f" for cell in cells)


def test_characters_no_workbook_may_hold_and_endless_paragraphs_do_no_harm() -> None:
    long = "长" * 70_000
    chapter = Chapter("preface", "", (Paragraph("a\x00b\x1f\ud800c"), Paragraph(long)))
    sheet = _sheets(replace(empty_report(_FORM, 2016), chapters=(chapter,)))["正文"]
    values = [cell.value for cell in sheet["A"]]
    assert values[0] == "　　abc"
    assert "".join(values[1:]) == "　　" + long


def test_equal_reports_give_equal_bytes_at_any_time(
    sample: Report, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = xlsx_bytes(sample, _FORM)
    later = time.time() + 100_000
    monkeypatch.setattr(time, "time", lambda: later)
    assert xlsx_bytes(sample, _FORM) == first
    with zipfile.ZipFile(io.BytesIO(first)) as archive:
        assert b"1980-01-01T00:00:00Z" in archive.read("docProps/core.xml")
        assert {info.date_time for info in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
