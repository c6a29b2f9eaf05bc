"""The lint of every form in resources/forms: what a form must keep beyond being readable."""

from __future__ import annotations

import re

import pytest

from xjdesk.core.address import CellAddress
from xjdesk.core.form import Form, Table
from xjdesk.core.relation import Over, Relation, RelationKind
from xjdesk.core.report import heading_for
from xjdesk.resource_files import resource
from xjdesk.storage.form_library import shipped_forms

_LIBRARY = shipped_forms()
_FORMS = [pytest.param(_LIBRARY.form(i), id=i) for i in _LIBRARY.ids()]
_RELATIONS = [
    pytest.param(_LIBRARY.form(i), r, id=f"{i} {r.id}")
    for i in _LIBRARY.ids()
    for r in _LIBRARY.form(i).relations
]
_ID = re.compile(r"[a-z][a-z0-9_]*")


def _squeezed(text: str) -> str:
    return "".join(text.split())


@pytest.mark.parametrize("form", _FORMS)
def test_ids_are_unique_and_fit_into_addresses(form: Form) -> None:
    for items in (
        form.chapters,
        form.tables,
        *(t.rows for t in form.tables),
        *(t.columns for t in form.tables),
    ):
        ids = [item.id for item in items]
        assert len(set(ids)) == len(ids)
        assert all(_ID.fullmatch(found) for found in ids)
    relations = [relation.id for relation in form.relations]
    assert len(set(relations)) == len(relations)


@pytest.mark.parametrize("form", _FORMS)
def test_rows_step_in_by_one_level_and_parts_follow_their_whole(form: Form) -> None:
    for table in form.tables:
        before = -1
        seen: set[str] = set()
        for row in table.rows:
            assert row.level <= before + 1, row.id
            assert not row.part_of or row.part_of in seen, row.id
            assert not row.part_of or table.row(row.part_of).level < row.level, row.id
            before = row.level
            seen.add(row.id)


@pytest.mark.parametrize("form", _FORMS)
def test_every_text_is_filled_in_and_chapter_headings_take_a_year(form: Form) -> None:
    assert all((form.name, form.basis, form.chapters, form.tables))
    for chapter in form.chapters:
        assert chapter.tab
        assert "{" not in heading_for(chapter, 2016)
    for table in form.tables:
        assert all(row.label.strip() for row in table.rows)


@pytest.mark.parametrize(("form", "relation"), _RELATIONS)
def test_a_relation_names_cells_that_take_numbers(form: Form, relation: Relation) -> None:
    table = form.table(relation.table)
    if relation.condition is None:
        assert relation.kind is not RelationKind.FORMULA
        return
    for name in relation.condition.names():
        assert _takes_numbers(form, table, relation.over, name), name


def _takes_numbers(form: Form, table: Table, over: Over, name: str) -> bool:
    if "." in name:
        return form.row_of(CellAddress(*name.split("."))).is_indicator
    if over is Over.ROWS:
        return table.column(name) is not None
    return table.row(name).is_indicator


@pytest.mark.parametrize(("form", "relation"), _RELATIONS)
def test_a_relation_says_what_ought_to_hold_and_two_ways_out(
    form: Form, relation: Relation
) -> None:
    assert relation.message.endswith("。")
    assert len(relation.remedies) >= 2
    assert all(remedy.endswith("。") for remedy in relation.remedies)
    assert (relation.factor > 1) == (relation.kind is RelationKind.SWING)


@pytest.mark.parametrize("form", _FORMS)
def test_no_two_forms_cover_the_same_year(form: Form) -> None:
    others = [_LIBRARY.form(i) for i in _LIBRARY.ids() if i != form.id]
    assert not any(o.covers(form.first_year) for o in others)


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
