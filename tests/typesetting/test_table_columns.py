"""How the width of a table is divided."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.typesetting.other_tables import with_rows
from tests.typesetting.random_tables import tables
from xjdesk.core.form import Form
from xjdesk.core.table import Column, Row, RowKind, Table
from xjdesk.core.table_layout import layout_of
from xjdesk.storage.form_library import shipped_forms
from xjdesk.typesetting.grid import TEXT_WIDTH_MM, mm
from xjdesk.typesetting.table_columns import columns_of

_DIGIT_EM = 0.5


@pytest.fixture(scope="module")
def form_2021() -> Form:
    return shipped_forms().form("zfxxgk-2021")


def _widths(table: Table) -> list[float]:
    return [right - left for left, right in pairwise(columns_of(layout_of(table)).edges_mm)]


@given(table=st.just("requests").flatmap(tables))
def test_any_table_is_as_wide_as_the_type_area_and_no_column_is_lost(table: Table) -> None:
    widths = _widths(table)
    assert sum(widths) == pytest.approx(TEXT_WIDTH_MM)
    assert len(widths) == layout_of(table).columns
    assert all(width > 4.0 for width in widths)


@given(table=st.just("requests").flatmap(tables))
def test_columns_of_values_are_of_equal_width(table: Table) -> None:
    layout = layout_of(table)
    values = _widths(table)[layout.first_value_column :]
    assert values == pytest.approx([values[0]] * layout.value_columns)


def test_one_value_beside_long_labels_has_the_usual_width(form: Form) -> None:
    assert _widths(form.tables[0]) == pytest.approx([114.0, 16.0, 26.0])


def test_values_beside_short_labels_are_as_wide_as_these(form_2021: Form) -> None:
    assert _widths(form_2021.table("disclosure")) == pytest.approx([39.0] * 4)


def test_without_labels_the_values_share_the_width(form_2021: Form) -> None:
    assert _widths(form_2021.table("review")) == pytest.approx([156 / 15] * 15)


def test_many_columns_leave_the_labels_about_half_of_the_width(form_2021: Form) -> None:
    """As the official blank does, whose columns are 754, 921, 3271 and seven times 685 wide."""
    *labels, value = _widths(form_2021.table("requests"))[:4]
    official = [part * TEXT_WIDTH_MM / (754 + 921 + 3271 + 7 * 685) for part in (754, 921, 3271)]
    assert sum(labels) == pytest.approx(sum(official), rel=0.05)
    assert value == pytest.approx(685 * TEXT_WIDTH_MM / (754 + 921 + 3271 + 7 * 685), rel=0.05)


@pytest.mark.parametrize(("table", "digits"), [("disclosure", 7), ("requests", 5), ("review", 5)])
def test_numbers_of_usual_length_fit_in_every_column(
    table: str, digits: int, form_2021: Form
) -> None:
    layout = layout_of(form_2021.table(table))
    columns = columns_of(layout)
    needed = digits * _DIGIT_EM * mm(columns.size_pt)
    for row in layout.body:
        for cell in row.cells:
            left, right = columns.inside(cell)
            assert not cell.address or right - left >= needed


@pytest.mark.parametrize(("columns", "size"), [(1, 12.0), (3, 10.5), (7, 9.0), (15, 9.0)])
def test_the_type_is_smaller_where_there_are_more_columns(columns: int, size: float) -> None:
    table = shipped_forms().form("zfxxgk-2014").tables[0]
    many = tuple(Column(f"c{number}", "数") for number in range(columns))
    panel = replace(table.panels[0], columns=many)
    assert columns_of(layout_of(replace(table, panels=(panel,)))).size_pt == size


def test_no_heading_however_long_takes_the_width_from_the_labels(form_2021: Form) -> None:
    table = form_2021.table("requests")
    rows = [
        replace(row, label=row.label * 30) if row.kind is RowKind.HEADING else row
        for row in table.rows
    ]
    first, second, last = _widths(with_rows(table, rows))[:3]
    assert first + second <= TEXT_WIDTH_MM / 4 + 0.01
    assert last > 20.0


def test_a_table_without_rows_above_its_columns_can_be_divided() -> None:
    table = shipped_forms().form("zfxxgk-2014").tables[0]
    assert sum(_widths(with_rows(table, [Row("r", "", 0, RowKind.INDICATOR)]))) == pytest.approx(
        TEXT_WIDTH_MM
    )
