"""Tables of several columns on worksheets: merges, borders, numbers, what is repeated."""

from __future__ import annotations

import io
from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal

import openpyxl
import pytest
from hypothesis import Phase, Verbosity, given, settings
from hypothesis import strategies as st
from openpyxl.worksheet.worksheet import Worksheet

from tests.samples.clean_reports import HUAIAN_2024, clean_report
from tests.samples.official_blank import OFFICIAL_CELLS, Cell
from tests.typesetting.random_tables import tables, values
from xjdesk.core.address import CellAddress
from xjdesk.core.document_fields import SCOPE, WHOLE_REGION
from xjdesk.core.form import Form
from xjdesk.core.numbers import Entry
from xjdesk.core.report import Report
from xjdesk.core.table import Table
from xjdesk.core.table_layout import layout_of
from xjdesk.exchange.xlsx_writer import NARRATIVE_SHEET, xlsx_bytes
from xjdesk.storage.form_library import shipped_forms

_FORM = shipped_forms().form("zfxxgk-2021")
_HEAD_ROWS = 2
"""The report's title and the chapter's heading."""


@pytest.fixture(scope="module")
def huaian() -> Report:
    return clean_report(HUAIAN_2024, _FORM)


def _sheets(report: Report, form: Form = _FORM) -> dict[str, Worksheet]:
    workbook = openpyxl.load_workbook(io.BytesIO(xlsx_bytes(report, form)))
    return {sheet.title: sheet for sheet in workbook.worksheets}


def _sheet(report: Report, table_id: str) -> Worksheet:
    return _sheets(report)[_FORM.table(table_id).tab]


def _spans(sheet: Worksheet) -> dict[tuple[int, int], tuple[int, int]]:
    """How far the merged cells reach, by row and column of their first cell."""
    return {
        (merged.min_row, merged.min_col): (
            merged.max_row - merged.min_row + 1,
            merged.max_col - merged.min_col + 1,
        )
        for merged in sheet.merged_cells.ranges
    }


def _cells(sheet: Worksheet, head_rows: int) -> list[list[Cell]]:
    """The cells that begin in each row: text, rows and columns; without what merges cover."""
    spans = _spans(sheet)
    covered = {
        (row + down, column + right)
        for (row, column), (height, width) in spans.items()
        for down in range(height)
        for right in range(width)
    } - set(spans)
    found: list[list[Cell]] = []
    for row in range(head_rows + 1, sheet.max_row + 1):
        cells: list[Cell] = []
        for column in range(1, sheet.max_column + 1):
            if (row, column) not in covered:
                text = str(sheet.cell(row, column).value or "")
                cells.append((text, *spans.get((row, column), (1, 1))))
        found.append(cells)
    return found


@pytest.mark.parametrize("table_id", OFFICIAL_CELLS)
def test_the_sheets_of_2021_have_the_cells_of_the_official_blank(
    table_id: str, huaian: Report
) -> None:
    sheet = _sheet(replace(huaian, values={}), table_id)
    assert _cells(sheet, _HEAD_ROWS) == [list(row) for row in OFFICIAL_CELLS[table_id]]


@pytest.mark.parametrize("table", _FORM.tables, ids=lambda table: table.id)
def test_every_value_stands_in_its_place_as_a_number(table: Table, huaian: Report) -> None:
    sheet = _sheet(huaian, table.id)
    layout = layout_of(table)
    found = 0
    for number, row in enumerate((*layout.header, *layout.body), start=_HEAD_ROWS + 1):
        for cell in row.cells:
            if cell.address is not None:
                written = sheet.cell(number, cell.column + 1)
                assert written.data_type == "n"
                assert Decimal(str(written.value)) == huaian.value(cell.address)
                found += 1
    assert found == len(list(table.addresses())) - _headings(table)


def _headings(table: Table) -> int:
    return sum(len(table.columns_of(row.id)) for row in table.rows if not row.is_indicator)


def test_an_amount_keeps_its_decimals_and_a_count_has_none(huaian: Report) -> None:
    sheet = _sheet(huaian, "disclosure")
    amount = sheet.cell(sheet.max_row, 2)
    assert (amount.value, amount.number_format) == (96171.6, "0.0")
    assert sheet.cell(5, 2).number_format == "0"


def test_a_text_stays_text_and_its_row_is_high_enough_for_it(huaian: Report) -> None:
    address = CellAddress("requests", "granted", "natural")
    plain = _sheet(huaian, "requests")
    text = "另行统计，见说明"
    sheet = _sheet(replace(huaian, values={**huaian.values, address: text}), "requests")
    (cell,) = (cell for row in sheet.iter_rows() for cell in row if cell.value == text)
    assert cell.data_type == "s"
    assert _height(sheet, cell.row) > _height(plain, cell.row)


def test_no_row_is_higher_than_a_workbook_allows(huaian: Report) -> None:
    address = CellAddress("requests", "granted", "natural")
    values = {**huaian.values, address: "长" * 3000}
    sheet = _sheet(replace(huaian, values=values), "requests")
    assert max(_height(sheet, row) for row in range(1, sheet.max_row + 1)) == 409


def _height(sheet: Worksheet, row: int) -> float:
    height = sheet.row_dimensions[row].height
    assert height is not None
    return height


def test_the_head_says_which_report_and_which_chapter_it_is(huaian: Report) -> None:
    sheet = _sheet(huaian, "requests")
    assert sheet["A1"].value == "淮安市人民政府2024年政府信息公开工作年度报告"
    assert sheet["A2"].value == "三、收到和处理政府信息公开申请情况"
    assert _spans(sheet)[1, 1] == _spans(sheet)[2, 1] == (1, 10)


def test_captions_are_repeated_in_print_and_stay_in_sight_with_the_labels(huaian: Report) -> None:
    sheets = {table.id: _sheet(huaian, table.id) for table in _FORM.tables}
    assert sheets["requests"].print_title_rows == "$3:$5"
    assert sheets["requests"].freeze_panes == "D6"
    assert sheets["review"].print_title_rows == "$3:$5"
    assert sheets["review"].freeze_panes == "A6"
    assert not sheets["disclosure"].print_title_rows
    assert sheets["disclosure"].freeze_panes == "B3"
    for sheet in sheets.values():
        last = sheet.cell(sheet.max_row, sheet.max_column).coordinate
        assert str(sheet.print_area).endswith(f"!$A$1:${last[0]}${last[1:]}")
        assert sheet.page_setup.fitToWidth == 1


def test_six_digits_fit_into_every_column_and_longer_numbers_are_shrunk(huaian: Report) -> None:
    for table in _FORM.tables:
        sheet = _sheet(huaian, table.id)
        layout = layout_of(table)
        for column in range(layout.first_value_column + 1, layout.columns + 1):
            letter = sheet.cell(_HEAD_ROWS + 1, column).coordinate.rstrip("0123456789")
            assert sheet.column_dimensions[letter].width >= 7
        numbers = (cell for row in sheet.iter_rows() for cell in row if cell.data_type == "n")
        assert all(cell.alignment.shrink_to_fit for cell in numbers if cell.value is not None)


def test_the_narrative_says_on_which_sheet_the_table_of_a_chapter_is(huaian: Report) -> None:
    lines = [cell.value for cell in _sheets(huaian)[NARRATIVE_SHEET]["A"]]
    at = lines.index("三、收到和处理政府信息公开申请情况")
    assert lines[at + 1] == "　　（见“三、依申请公开表”工作表）"


def test_a_chosen_scope_stands_below_the_period() -> None:
    form = shipped_forms().form("zfxxgk-2014")
    report = Report(form.id, 2016, {SCOPE: WHOLE_REGION}, (), {})
    column = [cell.value for cell in _sheets(report, form)[form.tables[0].tab]["A"]]
    assert column[1:3] == ["（2016年度）", "（统计范围：行政区域汇总）"]
    plain = [cell.value for cell in _sheets(replace(report, fields={}), form)["统计表"]["A"]]
    assert [text for text in column if text != "（统计范围：行政区域汇总）"] == plain


_filled = tables("review").flatmap(lambda table: st.tuples(st.just(table), values(table)))


@settings(
    max_examples=12,
    phases=(Phase.explicit, Phase.reuse, Phase.generate),
    verbosity=Verbosity.quiet,
)
@given(filled=_filled)
def test_merges_cover_the_grid_of_any_table_and_every_cell_is_bordered(
    filled: tuple[Table, Mapping[CellAddress, Entry]], huaian: Report
) -> None:
    table, entries = filled
    report, form = replace(huaian, values=entries), replace(_FORM, tables=(table,))
    sheet = _sheets(report, form)[table.tab]
    layout = layout_of(table, entries)
    rows = (*layout.header, *layout.body)
    expected = [[(cell.row_span, cell.column_span) for cell in row.cells] for row in rows]
    cells = _cells(sheet, _HEAD_ROWS)
    assert [[cell[1:] for cell in row] for row in cells] == expected
    assert sheet.max_column == layout.columns
    for (row, column), (height, width) in _spans(sheet).items():
        if row > _HEAD_ROWS:
            _assert_bordered(sheet, row, column, height, width)
    texts = [entry for entry in entries.values() if isinstance(entry, str)]
    assert sum(cell[0] in texts for row in cells for cell in row) == len(texts)


def _assert_bordered(sheet: Worksheet, row: int, column: int, height: int, width: int) -> None:
    for down in range(height):
        assert sheet.cell(row + down, column).border.left.style == "thin"
        assert sheet.cell(row + down, column + width - 1).border.right.style == "thin"
    for right in range(width):
        assert sheet.cell(row, column + right).border.top.style == "thin"
        assert sheet.cell(row + height - 1, column + right).border.bottom.style == "thin"
