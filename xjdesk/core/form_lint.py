"""What a form must keep beyond being readable.

The forms that come with the program are held to it by tests, those embedded in project files when
they are opened.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from xjdesk.core.address import CellAddress, parse_cell_address
from xjdesk.core.comparable_lint import comparable_problems
from xjdesk.core.document_fields import LEVEL, field_at
from xjdesk.core.form import Form
from xjdesk.core.formula import LAST, Comparison, Condition, this_year_name
from xjdesk.core.power import Power
from xjdesk.core.relation import Over, Relation, RelationKind
from xjdesk.core.report import heading_for
from xjdesk.core.row_name import cell_name
from xjdesk.core.table import Table
from xjdesk.core.text_rules_lint import text_rule_problems

_ID = re.compile(r"[a-z][a-z0-9_]*")
_FEWEST_REMEDIES = 2
_ANY_YEAR = 2016


def problems(form: Form) -> tuple[str, ...]:
    """What is wrong with the form, each with its place; empty for a good form."""
    return (
        *_ids("chapters", [c.id for c in form.chapters]),
        *_ids("tables", [t.id for t in form.tables]),
        *_names(form),
        *(p for table in form.tables for p in _table(table)),
        *_relation_ids(form),
        *(p for relation in form.relations for p in _relation(form, relation)),
        *(p for power in form.powers for p in _power(form, power)),
        *text_rule_problems(form),
        *comparable_problems(form),
    )


def _ids(where: str, ids: Sequence[str]) -> Iterator[str]:
    if len(set(ids)) < len(ids):
        yield f"{where}: an id stands twice"
    yield from (f"{where}: {i!r} is no id" for i in ids if not _ID.fullmatch(i))


def _names(form: Form) -> Iterator[str]:
    if not form.chapters:
        yield "there is no chapter"
    for chapter in form.chapters:
        try:
            if "{" in heading_for(chapter, _ANY_YEAR):
                yield f"chapter {chapter.id}: the heading keeps a brace"
        except (KeyError, ValueError, IndexError):
            yield f"chapter {chapter.id}: the heading cannot be filled in"
        if chapter.fixed and not chapter.heading:
            yield f"chapter {chapter.id}: a fixed heading is empty"
        if not chapter.tab:
            yield f"chapter {chapter.id}: the tab has no name"


def _table(table: Table) -> Iterator[str]:
    if table.id == LAST:
        yield f"table {LAST}: the name is that of last year's cells"
    for panel in table.panels:
        yield from _ids(f"table {table.id} columns", [c.id for c in panel.columns])
        if any(table.column(column.id) != column for column in panel.columns):
            yield f"table {table.id}: a column is another one in another panel"
    yield from _ids(f"table {table.id} rows", [r.id for r in table.rows])
    try:
        table.period.format(year=_ANY_YEAR)
        table.scope.format(scope="")
    except (KeyError, ValueError, IndexError):
        yield f"table {table.id}: the period or scope cannot be filled in"
    before, seen = -1, set[str]()
    for row in table.rows:
        if not row.label.strip():
            yield f"row {row.id}: the label is empty"
        if not 0 <= row.level <= before + 1:
            yield f"row {row.id}: its level skips one"
        if row.definition and not (row.is_indicator and row.definition.endswith("。")):
            yield f"row {row.id}: the definition is no sentence about an indicator"
        if row.part_of and row.part_of not in seen:
            yield f"row {row.id}: it is part of no row above it"
        before = row.level
        seen.add(row.id)


def _relation_ids(form: Form) -> Iterator[str]:
    ids = [relation.id for relation in form.relations]
    if len(set(ids)) < len(ids):
        yield "relations: an id stands twice"


def _relation(form: Form, relation: Relation) -> Iterator[str]:
    if not relation.message.endswith("。"):
        yield f"{relation.id}: the message is no sentence"
    if len(relation.remedies) < _FEWEST_REMEDIES:
        yield f"{relation.id}: it offers fewer than {_FEWEST_REMEDIES} remedies"
    if (relation.factor > 1) != (relation.kind is RelationKind.SWING):
        yield f"{relation.id}: a factor is for swings, and a swing needs one"
    table = next((t for t in form.tables if t.id == relation.table), None)
    if table is None:
        yield f"{relation.id}: there is no table {relation.table}"
        return
    if relation.rows and relation.kind is not RelationKind.SWING:
        yield f"{relation.id}: only a swing is of certain rows"
    indicators = {row.id for row in table.rows if row.is_indicator}
    unknown = (row for row in relation.rows if row not in indicators)
    yield from (f"{relation.id}: {row} is no row that takes numbers" for row in unknown)
    if relation.condition is not None:
        yield from _formula(form, table, relation, relation.condition)


def _power(form: Form, power: Power) -> Iterator[str]:
    cells = {(cell.table, cell.row) for cell in form.indicator_cells()}
    for row in power.rows:
        if (power.table, row) not in cells:
            yield f"{power.id}: {power.table}.{row} is no row that takes numbers"
    unknown = set(power.levels) - set(field_at(LEVEL).choices)
    yield from (f"{power.id}: there is no level {level}" for level in sorted(unknown))
    if not power.rows or not power.levels:
        yield f"{power.id}: it has no rows or no levels"
    if not (power.message.endswith("。") and power.doubt.endswith("。")):
        yield f"{power.id}: message or doubt is no sentence"
    if len(power.remedies) < _FEWEST_REMEDIES:
        yield f"{power.id}: it offers fewer than {_FEWEST_REMEDIES} remedies"


def _formula(form: Form, table: Table, relation: Relation, condition: Condition) -> Iterator[str]:
    """What keeps a message from naming both sides, and every cell apart from the others."""
    names = tuple(dict.fromkeys(condition.names()))
    if not names:
        yield f"{relation.id}: it names no cell"
    elif isinstance(condition, Comparison) and all(map(this_year_name, condition.left.names())):
        yield f"{relation.id}: its left side names no cell"
    unknown = [n for n in names if not _takes_numbers(form, table, relation.over, n)]
    yield from (f"{relation.id}: {name} is no cell that takes a number" for name in unknown)
    if not unknown and relation.over is Over.COLUMNS:
        told = [_told(form, table, name) for name in names if not this_year_name(name)]
        if len(set(told)) < len(told):
            yield f"{relation.id}: two of its cells have the same name"


def _told(form: Form, table: Table, name: str) -> str:
    address = _address(table, name)
    return f"{address.table} {cell_name(form, address)}"


def _address(table: Table, name: str) -> CellAddress:
    """The cell a name stands for, of several columns in the first.

    For a cell of last year it is that of this year: what they count is told apart by comparing.
    """
    name = this_year_name(name) or name
    if "." in name:
        return parse_cell_address(name)
    return CellAddress(table.id, name, table.columns[0].id)


def _takes_numbers(form: Form, table: Table, over: Over, name: str) -> bool:
    name = this_year_name(name) or name
    try:
        if over is Over.ROWS and "." not in name:
            return bool(table.column(name))
        return form.row_of(_address(table, name)).is_indicator
    except (KeyError, ValueError, IndexError):
        return False
