"""The printed layout of tables: spans, panels, headings beside and above."""

from __future__ import annotations

from dataclasses import replace

import pytest

from xjdesk.core.address import CellAddress
from xjdesk.core.form import Form
from xjdesk.core.table import Row, RowKind, Table
from xjdesk.core.table_layout import CellRole, LayoutRow, TableLayout, layout_of
from xjdesk.storage.form_library import shipped_forms

_LIBRARY = shipped_forms()
_TABLES = [
    pytest.param(table, id=f"{form_id}-{table.id}")
    for form_id in _LIBRARY.ids()
    for table in _LIBRARY.form(form_id).tables
]


@pytest.fixture(scope="module")
def form() -> Form:
    return _LIBRARY.form("zfxxgk-2021")


def _rows(layout: TableLayout) -> tuple[LayoutRow, ...]:
    return (*layout.header, *layout.body)


def _texts(row: LayoutRow) -> list[tuple[str, int, int]]:
    return [(cell.text, cell.row_span, cell.column_span) for cell in row.cells]


@pytest.mark.parametrize("table", _TABLES)
def test_every_place_of_the_grid_is_covered_once(table: Table) -> None:
    layout = layout_of(table)
    covered = [
        (number + down, cell.column + right)
        for number, row in enumerate(_rows(layout))
        for cell in row.cells
        for down in range(cell.row_span)
        for right in range(cell.column_span)
    ]
    places = {(r, c) for r in range(len(_rows(layout))) for c in range(layout.columns)}
    assert sorted(covered) == sorted(places)


@pytest.mark.parametrize("table", _TABLES)
def test_every_cell_that_takes_a_number_stands_in_the_layout_once(table: Table) -> None:
    rows = _rows(layout_of(table))
    shown = [cell.address for row in rows for cell in row.cells if cell.role is CellRole.VALUE]
    wanted = [cell for cell in table.addresses() if table.row(cell.row).is_indicator]
    assert [cell for cell in shown if cell in wanted] == wanted


def test_captions_of_columns_stand_under_those_of_their_groups(form: Form) -> None:
    header = layout_of(form.table("requests")).header
    assert _texts(header[0])[1:] == [("申请人情况", 1, 7)]
    assert _texts(header[1]) == [("自然人", 2, 1), ("法人或其他组织", 1, 5), ("总计", 2, 1)]
    assert [text for text, _, _ in _texts(header[2])][0::4] == ["商业企业", "其他"]


def test_headings_beside_their_rows_are_as_high_as_these(form: Form) -> None:
    body = layout_of(form.table("requests")).body
    heads = {c.text: c.row_span for row in body for c in row.cells if c.row_span > 1}
    assert heads == {
        "三、本年度办理结果": 24 - 2,
        "（三）不予公开": 8,
        "（四）无法提供": 3,
        "（五）不予处理": 5,
        "（六）其他处理": 3,
    }


def test_the_last_column_of_a_narrow_panel_takes_the_rest(form: Form) -> None:
    body = layout_of(form.table("disclosure")).body
    assert _texts(body[4]) == [("第二十条第（五）项", 1, 4)]
    assert _texts(body[5]) == [("信息内容", 1, 1), ("本年处理决定数量", 1, 3)]
    assert _texts(body[6]) == [("行政许可", 1, 1), ("", 1, 3)]


def test_a_table_without_labels_begins_with_its_values(form: Form) -> None:
    layout = layout_of(form.table("review"))
    assert layout.first_value_column == 0
    assert [text for text, _, _ in _texts(layout.header[0])] == ["行政复议", "行政诉讼"]


def test_a_part_of_an_indicator_begins_where_that_one_does(form: Form) -> None:
    part = Row("part", "其中：网络申请", 1, RowKind.INDICATOR, "件", part_of="received")
    panel = form.table("requests").panels[0]
    panel = replace(panel, rows=(panel.rows[0], part, *panel.rows[1:]))
    layout = layout_of(replace(form.table("requests"), panels=(panel,)))
    assert [_texts(row)[0] for row in layout.body[:2]] == [
        ("一、本年新收政府信息公开申请数量", 1, 3),
        ("其中：网络申请", 1, 3),
    ]


def test_a_number_in_a_heading_beside_gets_a_row_of_its_own(form: Form) -> None:
    table = form.table("requests")
    stray = CellAddress("requests", "otherwise", "natural")
    plain, layout = layout_of(table), layout_of(table, {stray})
    assert len(layout.body) == len(plain.body) + 1
    (row,) = [row for row in layout.body if row.row and row.row.id == "otherwise"]
    assert row.cells[0].column_span == 2
    assert [cell.address for cell in row.cells[1:]] == list(table.cells_in("otherwise"))
    results = next(c for r in layout.body for c in r.cells if c.text == "三、本年度办理结果")
    assert results.row_span == 23
