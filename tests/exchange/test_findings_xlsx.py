from __future__ import annotations

import io
import time
import zipfile
from collections.abc import Sequence

import openpyxl
import pytest
from openpyxl.worksheet.worksheet import Worksheet

from xjdesk.checks.finding import Finding
from xjdesk.checks.findings import check, rule_book
from xjdesk.checks.remedy import Remedy, advise
from xjdesk.checks.settlement import SettledFinding, Standing, settle
from xjdesk.core.address import CellAddress, SpanAddress
from xjdesk.core.document_fields import SIGNER
from xjdesk.core.explanation import EarlierExplanation, Explanation
from xjdesk.core.report import Report
from xjdesk.core.severity import Severity
from xjdesk.exchange.findings_xlsx import findings_xlsx_bytes
from xjdesk.exchange.text.reader import read_report
from xjdesk.resource_files import resource
from xjdesk.storage.form_library import shipped_forms

_FORMS = shipped_forms()
_FORM = _FORMS.form("zfxxgk-2014")


@pytest.fixture(scope="module")
def sample() -> Report:
    data = resource("samples", "xiji-2016.txt").read_bytes()
    return read_report(data, "xiji-2016.txt", _FORMS).report


def _sheets(report: Report, settled: Sequence[SettledFinding]) -> dict[str, Worksheet]:
    data = findings_xlsx_bytes(report, _FORM, settled)
    workbook = openpyxl.load_workbook(io.BytesIO(data))
    return {sheet.title: sheet for sheet in workbook.worksheets}


def _rows(sheet: Worksheet) -> list[list[object]]:
    return [[cell.value for cell in row] for row in sheet.iter_rows(min_row=4)]


def _query(message: str = "少填一项。", basis: str = "1｜2") -> Finding:
    cell = CellAddress("statistics", "closed", "count")
    remedies = advise("更正数字。", "说明情况。")
    return Finding("T-1", Severity.QUERY, (cell,), message, remedies=remedies, basis=basis)


def test_every_finding_is_a_row_in_the_order_of_the_program(sample: Report) -> None:
    found = check(rule_book(_FORM), sample).sorted()
    sheet = _sheets(sample, settle(found, {}))["问题清单"]
    assert sheet["A1"].value == "西吉县人民政府2016年度报告问题清单"
    assert str(sheet["A2"].value).startswith("成文日期：2017年1月19日　　强制1条")
    header = [cell.value for cell in sheet[3]]
    assert header == ["序号", "级别", "位置", "问题", "可以这样处理", "状态、情况说明", "规则"]
    rows = _rows(sheet)
    assert [row[0] for row in rows] == [str(n) for n in range(1, len(found) + 1)]
    assert [row[3] for row in rows] == [finding.message for finding in found]
    assert [row[6] for row in rows] == [finding.rule for finding in found]
    assert {row[5] for row in rows} == {"待处理"}


def test_places_and_ways_out_are_told_one_a_line(sample: Report) -> None:
    spans = tuple(SpanAddress("overview", 0, at, at + 1) for at in range(3))
    ways = advise("改。", "删。")
    finding = Finding("P-1", Severity.HINT, (*spans, SIGNER), "字。", remedies=ways)
    (row,) = _rows(_sheets(sample, settle([finding], {}))["问题清单"])
    assert row[1:5] == ["提示", "一、工作情况 第1段\n公文信息 签发人", "字。", "1. 改。\n2. 删。"]


def test_a_button_that_only_leads_somewhere_is_no_way_out_on_paper(sample: Report) -> None:
    cell = CellAddress("statistics", "closed", "count")
    ways = (Remedy("转到统计表", place=cell), *advise("改。"))
    finding = Finding("T-1", Severity.QUERY, (cell,), "不符。", remedies=ways)
    (row,) = _rows(_sheets(sample, settle([finding], {}))["问题清单"])
    assert row[4] == "1. 改。"


def test_of_many_places_the_first_few_are_named_and_all_counted(sample: Report) -> None:
    cells = tuple(_FORM.tables[0].addresses())[:9]
    finding = Finding("X-1", Severity.ERROR, cells, "多处。")
    (row,) = _rows(_sheets(sample, settle([finding], {}))["问题清单"])
    assert str(row[2]).endswith("\n等9处")
    assert len(str(row[2]).split("\n")) == 5


def test_explained_findings_have_a_sheet_with_values_and_what_was_said_before(
    sample: Report,
) -> None:
    finding = _query()
    earlier = (EarlierExplanation("原先如此。", "3｜4"),)
    said = {finding.address: Explanation("属实。", "1｜2", earlier)}
    sheets = _sheets(sample, settle([finding, _query("另一项。", "9")], said))
    states = [row[5] for row in _rows(sheets["问题清单"])]
    assert states[0] == "已说明：属实。"
    (row,) = _rows(sheets["情况说明"])
    assert row == [
        "1",
        "统计表 三、（二）申请办结数",
        "少填一项。",
        "属实。",
        "1｜2",
        "原先如此。（当时的数值：3｜4）",
    ]


def test_what_was_said_for_other_values_and_what_was_dismissed_is_told(sample: Report) -> None:
    stale, hint = _query(), Finding("S-1", Severity.HINT, (SIGNER,), "提示。", basis="词")
    said = {
        stale.address: Explanation("旧情况。", "0"),
        hint.address: Explanation("", "词"),
    }
    settled = settle([stale, hint], said)
    assert [one.standing for one in settled] == [Standing.OPEN, Standing.DISMISSED]
    sheets = _sheets(sample, settled)
    states = [str(row[5]) for row in _rows(sheets["问题清单"])]
    assert "旧情况。" in states[0]
    assert states[0].startswith("待处理")
    assert states[1] == "不再提示"
    assert "另有不再提示1条" in str(sheets["问题清单"]["A2"].value)
    assert _rows(sheets["情况说明"]) == []


def test_both_sheets_print_on_landscape_a4_with_the_header_on_every_page(sample: Report) -> None:
    for name, sheet in _sheets(sample, settle([_query()], {})).items():
        assert sheet.page_setup.orientation == "landscape"
        assert sheet.page_setup.paperSize == 9
        assert sheet.page_setup.fitToWidth == 1
        assert sheet.page_setup.fitToHeight == 0
        assert sheet.print_title_rows == "$3:$3"
        assert sheet.freeze_panes == "A4"
        assert sheet.print_area.startswith(f"'{name}'!$A$1:")


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@SUM(A1)", '=HYPERLINK("http://x")'])
def test_text_never_becomes_a_formula(sample: Report, text: str) -> None:
    finding = Finding("T-1", Severity.QUERY, (SIGNER,), text, remedies=advise(text), basis=text)
    said = {finding.address: Explanation(text, text, (EarlierExplanation(text, text),))}
    data = findings_xlsx_bytes(sample, _FORM, settle([finding], said))
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert not any(b"<f>" in archive.read(name) for name in archive.namelist())
    cells = [
        cell
        for sheet in openpyxl.load_workbook(io.BytesIO(data)).worksheets
        for row in sheet.iter_rows()
        for cell in row
    ]
    found = [cell for cell in cells if cell.value == text]
    assert len(found) == 4
    assert all(cell.quotePrefix for cell in found)
    assert all(cell.data_type != "f" for cell in cells)


def test_equal_findings_give_equal_bytes_at_any_time(
    sample: Report, monkeypatch: pytest.MonkeyPatch
) -> None:
    settled = settle(check(rule_book(_FORM), sample).sorted(), {})
    first = findings_xlsx_bytes(sample, _FORM, settled)
    later = time.time() + 100_000
    monkeypatch.setattr(time, "time", lambda: later)
    assert findings_xlsx_bytes(sample, _FORM, settled) == first
