"""Between which rows a page may end."""

from __future__ import annotations

import pytest

from tests.typesetting.other_tables import with_rows
from xjdesk.core.form import Form
from xjdesk.core.table import Row, RowKind
from xjdesk.core.table_layout import TableLayout, layout_of
from xjdesk.storage.form_library import shipped_forms
from xjdesk.typesetting.table_breaks import TableBreaks


@pytest.fixture(scope="module")
def form_2021() -> Form:
    return shipped_forms().form("zfxxgk-2021")


def _row(layout: TableLayout, row_id: str) -> int:
    rows = (*layout.header, *layout.body)
    return next(number for number, row in enumerate(rows) if row.row and row.row.id == row_id)


def test_captions_are_not_parted_from_the_row_below_them(form_2021: Form) -> None:
    breaks = TableBreaks(layout_of(form_2021.table("requests")))
    assert [stop for stop in range(1, 6) if breaks.may_end(stop)] == [4, 5]
    assert breaks.captions(10) == range(3)


def test_each_panel_has_its_own_captions(form_2021: Form) -> None:
    layout = layout_of(form_2021.table("disclosure"))
    breaks = TableBreaks(layout)
    assert breaks.captions(_row(layout, "normative_documents")) == range(2)
    assert breaks.captions(_row(layout, "coercive_measures")) == range(7, 9)
    # They are printed where the panel begins, not repeated above themselves.
    assert breaks.captions(7) == range(0)


def test_a_heading_is_not_parted_from_its_rows(form: Form) -> None:
    rows = [
        Row("a", "甲", 0, RowKind.INDICATOR),
        Row("h", "组", 0, RowKind.HEADING),
        Row("s", "小组", 1, RowKind.HEADING),
        Row("b", "乙", 2, RowKind.INDICATOR),
        Row("c", "丙", 2, RowKind.INDICATOR),
    ]
    breaks = TableBreaks(layout_of(with_rows(form.tables[0], rows)))
    assert [stop for stop in range(1, 7) if breaks.may_end(stop)] == [2, 5, 6]
    assert breaks.next(2) == 5
    assert breaks.last(1, 4) == 2
    assert breaks.last(2, 4) == 2


@pytest.mark.parametrize(
    ("furthest", "best"),
    [
        # One row of eight would be left above or below the break.
        ("refused_by_law", "refused_state_secret"),
        ("refused_inquiry", "refused_enforcement_file"),
        # Three can only be kept together.
        ("to_be_made", "not_held"),
        ("still_unclear", "not_held"),
        ("refused_third_party", "refused_third_party"),
    ],
)
def test_no_row_beside_a_heading_is_left_alone(furthest: str, best: str, form_2021: Form) -> None:
    layout = layout_of(form_2021.table("requests"))
    breaks = TableBreaks(layout)
    assert breaks.last(3, _row(layout, furthest)) == _row(layout, best)


def test_the_rows_of_a_short_panel_stay_together(form_2021: Form) -> None:
    layout = layout_of(form_2021.table("disclosure"))
    breaks = TableBreaks(layout)
    second = _row(layout, "coercive_measures")
    assert breaks.last(0, second) == _row(layout, "licences") + 1
    assert breaks.first(0) == _row(layout, "normative_documents") + 1
