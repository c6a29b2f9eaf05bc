"""Every form in resources/forms passes the lint, and that of 2014 is the printed one."""

from __future__ import annotations

import re

import pytest

from xjdesk.core.form import Form
from xjdesk.core.form_lint import problems
from xjdesk.core.report import heading_for
from xjdesk.resource_files import resource
from xjdesk.storage.form_library import shipped_forms

_LIBRARY = shipped_forms()
_FORMS = [pytest.param(_LIBRARY.form(i), id=i) for i in _LIBRARY.ids()]


def _squeezed(text: str) -> str:
    return "".join(text.split())


@pytest.mark.parametrize("form", _FORMS)
def test_a_shipped_form_has_no_problem(form: Form) -> None:
    assert problems(form) == ()


@pytest.mark.parametrize("form", _FORMS)
def test_no_two_forms_cover_the_same_year(form: Form) -> None:
    others = [_LIBRARY.form(i) for i in _LIBRARY.ids() if i != form.id]
    assert not any(o.covers(form.first_year) for o in others)


@pytest.mark.parametrize("form", _FORMS)
def test_every_cell_of_a_form_takes_a_number_or_stands_in_a_heading_row(form: Form) -> None:
    cells = {cell for table in form.tables for cell in table.addresses()}
    takers = tuple(form.indicator_cells())
    assert len(takers) == len(set(takers))
    assert all(form.row_of(cell).is_indicator for cell in takers)
    assert not any(form.row_of(cell).is_indicator for cell in cells - set(takers))


def test_the_2014_form_has_the_labels_and_units_of_the_printed_report_in_order() -> None:
    printed = resource("samples", "xiji-2016.txt").read_text(encoding="utf-8")
    table_text = _squeezed(printed[printed.index("统  计  指  标") :])
    at = 0
    for row in _LIBRARY.form("zfxxgk-2014").tables[0].rows:
        expected = _squeezed(row.label) + row.unit
        found = table_text.find(expected, at)
        assert found >= 0, row.label
        # Between two rows stand a value and perhaps the repeated header, never another label.
        between = table_text[at:found].removeprefix("统计指标单位统计数")
        assert re.fullmatch(r"\d*(统计指标单位统计数)?", between), between
        at = found + len(expected)


def test_the_2014_form_has_the_chapters_of_the_printed_report() -> None:
    printed = resource("samples", "xiji-2016.txt").read_text(encoding="utf-8")
    lines = [line.strip() for line in printed.splitlines()]
    headings = [heading_for(c, 2016) for c in _LIBRARY.form("zfxxgk-2014").chapters]
    at = [lines.index(heading) for heading in headings if heading]
    assert at == sorted(at)
    assert len(at) == 4


def test_the_2014_form_states_every_relation_of_the_list() -> None:
    ids = {r.id[:6] for r in _LIBRARY.form("zfxxgk-2014").relations}
    assert {f"H14-{n:02}" for n in range(1, 18)} <= ids


def test_a_form_defines_what_its_labels_leave_open() -> None:
    rows = {row.id: row for row in _LIBRARY.form("zfxxgk-2014").tables[0].rows}
    assert "不重复计算" in rows["disclosed"].definition
    assert rows["received_by_fax"].definition == ""
