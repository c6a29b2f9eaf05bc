from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from xjdesk.core.address import CellAddress
from xjdesk.core.table import Table
from xjdesk.core.table_layout import layout_of
from xjdesk.gui.tables.grid import ColumnRole, TableGrid
from xjdesk.gui.tables.moves import Move, first_cell, target, target_within
from xjdesk.storage.form_library import shipped_forms

_LIBRARY = shipped_forms()
_TABLES = [
    pytest.param(table, id=f"{form_id}-{table.id}")
    for form_id in _LIBRARY.ids()
    for table in _LIBRARY.form(form_id).tables
]
_WIDE = _LIBRARY.form("zfxxgk-2021")


def _is_blank(_place: tuple[int, int]) -> bool:
    return False


def _grid(table: Table) -> TableGrid:
    return TableGrid(layout_of(table))


@pytest.mark.parametrize("table", _TABLES)
def test_every_place_but_the_marks_is_covered_by_one_cell(table: Table) -> None:
    grid = _grid(table)
    for row in range(grid.row_count):
        for column in range(grid.mark_column):
            cell = grid.cell(row, column)
            assert cell is not None
            assert grid.begins(cell.row, cell.column) == cell
        assert grid.cell(row, grid.mark_column) is None
    assert grid.column_role(grid.mark_column) is ColumnRole.MARK


@pytest.mark.parametrize("table", _TABLES)
def test_every_cell_that_takes_a_number_is_fillable_once(table: Table) -> None:
    grid = _grid(table)
    cells = [c for c in table.addresses() if table.row(c.row).is_indicator]
    assert [grid.address(*place) for place in grid.fillable] == cells
    assert [grid.values[cell] for cell in cells] == [grid.begins(*p) for p in grid.fillable]


def test_captions_between_panels_are_rows_that_take_no_number() -> None:
    grid = _grid(_WIDE.table("disclosure"))
    assert grid.header == ()
    captions = [row for row in range(grid.row_count) if grid.form_row(row) is None]
    assert captions == [0, 1, 4, 5, 7, 8, 11, 12]
    assert not any(grid.takes_number(row, c) for row in captions for c in grid.value_columns)


def test_the_one_column_of_a_panel_reaches_as_far_as_three_of_another() -> None:
    table = _WIDE.table("disclosure")
    grid = _grid(table)
    licences = CellAddress("disclosure", "licences", "decisions")
    row = grid.values[licences].row
    assert [grid.address(row, column) for column in grid.value_columns] == [licences] * 3
    assert [grid.takes_number(row, column) for column in grid.value_columns] == [True, False, False]


def test_a_number_that_strayed_into_a_heading_gets_a_row() -> None:
    table = _WIDE.table("requests")
    stray = CellAddress("requests", "refused", "legal")
    assert stray not in _grid(table).values
    grid = TableGrid(layout_of(table, {stray}))
    place = grid.values[stray]
    assert grid.row_count == _grid(table).row_count + 1
    assert not grid.takes_number(place.row, place.column)


@pytest.mark.parametrize("table", _TABLES)
@pytest.mark.parametrize("forward", [True, False])
def test_tab_visits_every_cell_that_takes_a_number_once(table: Table, forward: bool) -> None:
    grid = _grid(table)
    first = first_cell(grid)
    assert first is not None
    visited = [first if forward else grid.fillable[-1]]
    move = Move.NEXT if forward else Move.PREVIOUS
    while (to := target(grid, visited[-1], move, _is_blank)) != visited[-1]:
        visited.append(to)
    assert visited == list(grid.fillable if forward else grid.fillable[::-1])


@pytest.mark.parametrize("table", _TABLES)
def test_enter_visits_every_cell_of_a_column_once_and_shift_enter_goes_back(table: Table) -> None:
    grid = _grid(table)
    for column in grid.value_columns:
        at = target(grid, (-1, column), Move.DOWN, _is_blank)
        visited = [at]
        while (to := target(grid, (visited[-1][0], column), Move.DOWN, _is_blank))[0] != visited[
            -1
        ][0]:
            visited.append(to)
        covering = (grid.cell(row, column) for row in range(grid.row_count))
        cells = dict.fromkeys((c.row, c.column) for c in covering if c is not None)
        assert visited == [cell for cell in cells if grid.takes_number(*cell)]
        for below, above in zip(visited[:0:-1], visited[-2::-1], strict=True):
            assert target(grid, (below[0], column), Move.UP, _is_blank) == above


def test_enter_goes_down_from_three_columns_into_one_and_stays_there() -> None:
    grid = _grid(_WIDE.table("disclosure"))
    table = {grid.values[a].row: a for a in grid.values}
    start = grid.values[CellAddress("disclosure", "normative_documents", "in_force")]
    to = target(grid, (start.row, start.column), Move.DOWN, _is_blank)
    assert table[to[0]].row == "licences"
    assert table[target(grid, to, Move.DOWN, _is_blank)[0]].row == "penalties"
    assert table[target(grid, to, Move.UP, _is_blank)[0]].row == "normative_documents"


def test_a_move_from_a_label_begins_with_its_row() -> None:
    grid = _grid(_WIDE.table("requests"))
    granted = grid.values[CellAddress("requests", "granted", "natural")]
    assert target(grid, (granted.row, 1), Move.NEXT, _is_blank) == (granted.row, granted.column)


@pytest.mark.parametrize("table", _TABLES)
@given(data=st.data(), move=st.sampled_from(Move))
def test_no_key_leads_to_a_place_without_a_number(
    table: Table, data: st.DataObject, move: Move
) -> None:
    grid = _grid(table)
    at = data.draw(st.sampled_from(grid.fillable))
    filled = data.draw(st.sets(st.sampled_from(grid.fillable)))
    assert grid.takes_number(*target(grid, at, move, filled.__contains__))


@pytest.mark.parametrize("table", _TABLES)
@given(data=st.data(), move=st.sampled_from((Move.DOWN, Move.NEXT)))
def test_enter_and_tab_visit_every_selected_cell_once_a_round(
    table: Table, data: st.DataObject, move: Move
) -> None:
    grid = _grid(table)
    chosen = data.draw(st.sets(st.sampled_from(grid.fillable), min_size=2))
    at = begin = min(chosen)
    visited: set[tuple[int, int]] = set()
    for _ in chosen:
        to = target_within(chosen, at, move)
        assert to is not None
        visited.add(to)
        back = Move.UP if move is Move.DOWN else Move.PREVIOUS
        assert target_within(chosen, to, back) == at
        at = to
    assert visited == chosen
    assert at == begin
