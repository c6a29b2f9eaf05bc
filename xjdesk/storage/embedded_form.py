"""The form that a project file brings along, for when it is not among those of the program.

A file may come from anywhere. What its form says is therefore bounded, before it is read, by far
more than any form needs and far less than would tie up the program; and what the form says of the
narrative, in regular expressions that might never come to an end, is not used.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any, cast

from xjdesk.core.form import Form
from xjdesk.core.form_lint import problems
from xjdesk.core.form_reader import read_form
from xjdesk.core.phrase import TextRules
from xjdesk.core.relation import Over
from xjdesk.core.toml_section import FormError

MOST_FORM_BYTES = 160 * 1024

_MOST_DOTS = 40
"""In one line. Reading a key in many parts takes time by their square, and more."""
_MOST_VALUES = 10_000
_LONGEST_TEXT = 1000
_LONGEST_FORMULAS = 10_000
"""Characters in all formulas together."""
_MOST_CELLS = 2000
_MOST_COLUMNS = 16
_MOST_CHECKED = 2000
"""How many times relations are checked, each in every column or every row."""
_DEEPEST_LEVEL = 8
_LAST_YEAR = 9999
_PLACEHOLDERS = {
    "chapters": {"heading": ("{year}", "{next_year}")},
    "tables": {
        "title": ("{issuer}", "{year}"),
        "period": ("{year}",),
        "scope": ("{scope}",),
    },
}


def read_embedded_form(source: str) -> Form:
    """The form that the TOML `source` defines; FormError when it is none that can be trusted."""
    if len(source.encode()) > MOST_FORM_BYTES:
        raise FormError("the form is too large")
    if any(line.count(".") > _MOST_DOTS for line in source.splitlines()):
        raise FormError("a line has too many dots")
    try:
        values = tomllib.loads(source)
        _refuse_excess(values)
        form = replace(read_form(source), text_rules=TextRules())
    except (ValueError, RecursionError) as error:
        # ValueError: also a number longer than Python reads.
        raise FormError(str(error)) from error
    _refuse_size(form)
    found = problems(form)
    if found:
        raise FormError("; ".join(found))
    return form


def _refuse_excess(values: Mapping[str, Any]) -> None:
    """What could not even be read in any time or space that a user would wait or have."""
    leaves = list(_leaves(values))
    if len(leaves) > _MOST_VALUES:
        raise FormError("the form says too much")
    if any(isinstance(leaf, str) and len(leaf) > _LONGEST_TEXT for leaf in leaves):
        raise FormError("a text is too long")
    for key, texts in _PLACEHOLDERS.items():
        for section in _sections(values, key):
            for name, known in texts.items():
                _refuse_braces(str(section.get(name, "")), known)
    formulas = sum(len(str(r.get("formula", ""))) for r in _sections(values, "relations"))
    if formulas > _LONGEST_FORMULAS:
        raise FormError("the formulas are too long")


def _refuse_braces(text: str, known: tuple[str, ...]) -> None:
    """Let nothing be filled into a text but a year and a name, as they are."""
    plain = re.sub("|".join(map(re.escape, known)), "", text)
    if "{" in plain or "}" in plain:
        raise FormError(f"{text} cannot be filled in")


def _refuse_size(form: Form) -> None:
    if not form.tables or not 0 < form.first_year <= (form.last_year or _LAST_YEAR) <= _LAST_YEAR:
        raise FormError("there is no table, or no year")
    for table in form.tables:
        if not table.rows or not 0 < len(table.columns) <= _MOST_COLUMNS:
            raise FormError(f"{table.id} has no rows or columns, or too many")
        if any(not 0 <= row.level <= _DEEPEST_LEVEL for row in table.rows):
            raise FormError(f"{table.id} has a row at a level that cannot be printed")
    if sum(len(table.rows) * len(table.columns) for table in form.tables) > _MOST_CELLS:
        raise FormError("the tables are too large")
    rows = {table.id: len(table.rows) for table in form.tables}
    columns = {table.id: len(table.columns) for table in form.tables}
    times = ((rows if r.over is Over.ROWS else columns).get(r.table, 0) for r in form.relations)
    if sum(times) > _MOST_CHECKED:
        raise FormError("there are too many relations")


def _sections(values: Mapping[str, Any], key: str) -> Iterator[Mapping[str, Any]]:
    found = values.get(key, [])
    if isinstance(found, list):
        yield from (one for one in cast("list[Any]", found) if isinstance(one, dict))


def _leaves(value: object) -> Iterator[object]:
    if isinstance(value, dict):
        for part in cast("dict[str, object]", value).values():
            yield from _leaves(part)
    elif isinstance(value, list):
        for part in cast("list[object]", value):
            yield from _leaves(part)
    else:
        yield value
