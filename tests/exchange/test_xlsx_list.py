from __future__ import annotations

from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from xjdesk.exchange.xlsx_list import ListColumn, write_list

_COLUMNS = (ListColumn("甲", 8), ListColumn("乙", 40))
_HIGHEST_PT = 409


def _sheet(*rows: tuple[str, str]) -> Worksheet:
    sheet = Workbook().create_sheet()
    write_list(sheet, "标题", "说明", _COLUMNS, rows)
    return sheet


def _heights(sheet: Worksheet) -> list[float]:
    return [sheet.row_dimensions[row].height or 0 for row in range(4, sheet.max_row + 1)]


def test_a_row_is_as_high_as_its_longest_text_needs() -> None:
    short, wide, narrow, lines = _heights(
        _sheet(("一", "一"), ("一", "字" * 100), ("字" * 20, "一"), ("一", "a\nb\nc"))
    )
    assert short < wide
    assert short < narrow
    assert short < lines < wide


def test_text_too_long_for_the_highest_row_goes_on_in_the_next() -> None:
    text = "".join(chr(0x4E00 + number % 5000) for number in range(2000))
    sheet = _sheet(("序", text), ("末", "尾"))
    rows = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=4)]
    assert "".join(str(row[1]) for row in rows[:-1]) == text
    assert [row[0] or "" for row in rows] == ["序", *[""] * (len(rows) - 2), "末"]
    assert max(_heights(sheet)) <= _HIGHEST_PT


def test_characters_that_no_workbook_may_hold_are_left_out() -> None:
    assert _sheet(("a\x00b", "\ud800c"))["A4"].value == "ab"


def test_without_rows_there_is_still_a_header_and_an_area_to_print() -> None:
    sheet = _sheet()
    assert [cell.value for cell in sheet[3]] == ["甲", "乙"]
    assert sheet.print_area.endswith("$A$1:$B$3")
