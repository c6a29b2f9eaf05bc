from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from xjdesk.core.address import CellAddress
from xjdesk.core.comparable import Comparable
from xjdesk.core.document_fields import OWN_LEVEL, SCOPE, WHOLE_REGION
from xjdesk.core.form import Form
from xjdesk.core.last_year import comparable_cells, last_year_of
from xjdesk.core.report import empty_report
from xjdesk.storage.form_library import shipped_forms

_LIBRARY = shipped_forms()
_OLD = _LIBRARY.form("zfxxgk-2014")
_NEW = _LIBRARY.form("zfxxgk-2021")
_RECEIVED = CellAddress("requests", "received", "total")
_FAX = CellAddress("statistics", "received_by_fax", "count")


def _stating(*same: str, cells: tuple[tuple[CellAddress, CellAddress], ...] = ()) -> Form:
    return replace(_NEW, comparable=(Comparable(_OLD.id, same, cells),))


def test_within_one_form_every_cell_is_comparable_with_itself() -> None:
    assert comparable_cells(_NEW, _NEW) == {cell: cell for cell in _NEW.indicator_cells()}


def test_between_two_forms_nothing_is_comparable_unless_the_newer_says_so() -> None:
    assert comparable_cells(_NEW, _OLD) == {}


@pytest.mark.parametrize(
    ("name", "count"), [("requests", 175), ("requests.received", 7), (str(_RECEIVED), 1)]
)
def test_tables_rows_and_cells_can_be_named(name: str, count: int) -> None:
    twin = replace(_NEW, id="twin")
    form = replace(_NEW, comparable=(Comparable("twin", (name,)),))
    found = comparable_cells(form, twin)
    assert len(found) == count
    assert all(new == old for new, old in found.items())


def test_a_cell_can_go_by_another_address() -> None:
    form = _stating(cells=((_RECEIVED, _FAX),))
    assert comparable_cells(form, _OLD) == {_RECEIVED: _FAX}
    report = replace(empty_report(_OLD, 2020), values={_FAX: Decimal(7)})
    last_year = last_year_of(form, _OLD, report)
    assert last_year.number(_RECEIVED) == 7
    assert last_year.number(CellAddress("requests", "received", "natural")) is None


_NAMES = st.lists(
    st.sampled_from(["requests", "review", "statistics.received_by_fax", "none", "requests.x"])
)
_CELLS = st.sampled_from(
    [*_NEW.indicator_cells(), *_OLD.indicator_cells(), *_OLD.tables[0].addresses()]
)


@given(_NAMES, st.lists(st.tuples(_CELLS, _CELLS), max_size=5))
def test_the_map_never_leads_outside_both_forms(
    names: list[str], pairs: list[tuple[CellAddress, CellAddress]]
) -> None:
    found = comparable_cells(_stating(*names, cells=tuple(pairs)), _OLD)
    assert found.keys() <= set(_NEW.indicator_cells())
    assert set(found.values()) <= set(_OLD.indicator_cells())


def test_only_the_year_before_fits_and_only_where_no_scope_contradicts() -> None:
    last_year = last_year_of(
        _NEW, _NEW, replace(empty_report(_NEW, 2023), fields={SCOPE: OWN_LEVEL})
    )
    assert last_year.fits(empty_report(_NEW, 2024))
    assert last_year.fits(replace(empty_report(_NEW, 2024), fields={SCOPE: OWN_LEVEL}))
    assert not last_year.fits(replace(empty_report(_NEW, 2024), fields={SCOPE: WHOLE_REGION}))
    assert not last_year.fits(empty_report(_NEW, 2025))
