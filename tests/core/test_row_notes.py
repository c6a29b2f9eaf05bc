"""Where a note about a row is, and what its row is called."""

from __future__ import annotations

import pytest

from xjdesk.core.address import CellAddress, NoteAddress
from xjdesk.core.form import Form
from xjdesk.core.row_notes import noted_cell, noted_row_name
from xjdesk.storage.form_library import shipped_forms

_FORMS = shipped_forms()


@pytest.mark.parametrize("form", [_FORMS.form(form_id) for form_id in _FORMS.ids()])
def test_every_cell_is_in_a_row_whose_first_cell_is_known(form: Form) -> None:
    firsts: dict[NoteAddress, CellAddress] = {}
    for cell in form.indicator_cells():
        firsts.setdefault(NoteAddress(cell.table, cell.row), cell)
    assert firsts
    assert all(noted_cell(form, note) == cell for note, cell in firsts.items())


def test_a_row_is_called_by_its_tab_and_its_name() -> None:
    form = _FORMS.form("zfxxgk-2014")
    name = noted_row_name(form, NoteAddress("statistics", "closed"))
    assert name == "统计表 三、（二）申请办结数"


@pytest.mark.parametrize("note", [NoteAddress("gone", "closed"), NoteAddress("statistics", "x")])
def test_a_row_that_the_form_does_not_have_has_no_place(note: NoteAddress) -> None:
    with pytest.raises((KeyError, StopIteration)):
        noted_cell(_FORMS.form("zfxxgk-2014"), note)
