"""Reading a form definition from the text of its TOML file.

The layout of the file is described in README.md and shown by the files in `resources/forms`. What
is wrong in a file is said with the place where it stands; `core.form_lint` holds what a form must
keep beyond being readable.
"""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Iterable
from functools import lru_cache
from typing import TypeVar, cast

from xjdesk.core.errors import UserError
from xjdesk.core.form import (
    ChapterDefinition,
    ChapterKind,
    Column,
    Form,
    Measure,
    Quantity,
    Row,
    RowKind,
    Table,
)
from xjdesk.core.formula_reader import FormulaError, read_formula
from xjdesk.core.relation import Over, Relation, RelationKind
from xjdesk.core.severity import Severity

_T = TypeVar("_T")


class FormError(UserError):
    """A form definition that cannot be used."""

    def __init__(self, problem: str) -> None:
        super().__init__(f"报表格式文件有误，无法使用（{problem}），请重新安装本程序。", problem)


@lru_cache(maxsize=8)
def read_form(text: str) -> Form:
    """The form that the TOML `text` defines; FormError when it defines none.

    What was read is kept: listing the forms, opening a project and showing it all read the same.
    """
    try:
        source = _Section("form", tomllib.loads(text))
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        raise FormError(str(error)) from error
    return Form(
        id=source.text("id"),
        name=source.text("name"),
        basis=source.text("basis"),
        first_year=source.number("first_year"),
        last_year=source.number("last_year", 0) or None,
        chapters=tuple(map(_chapter, source.sections("chapters"))),
        tables=tuple(map(_table, source.sections("tables"))),
        relations=tuple(map(_relation, source.sections("relations"))),
    )


def _chapter(source: _Section) -> ChapterDefinition:
    return ChapterDefinition(
        id=source.text("id"),
        tab=source.text("tab"),
        heading=source.text("heading", ""),
        guidance=source.text("guidance", ""),
        kind=source.choice("kind", ChapterKind, ChapterKind.TEXT),
        required=source.flag("required"),
        keywords=source.texts("keywords"),
    )


def _table(source: _Section) -> Table:
    return Table(
        id=source.text("id"),
        tab=source.text("tab"),
        title=source.text("title", ""),
        period=source.text("period", ""),
        label_caption=source.text("label_caption"),
        unit_caption=source.text("unit_caption", ""),
        chapter=source.text("chapter", ""),
        columns=tuple(Column(c.text("id"), c.text("label")) for c in source.sections("columns")),
        rows=tuple(map(_row, source.sections("rows"))),
    )


def _row(source: _Section) -> Row:
    is_heading = source.flag("heading")
    return Row(
        id=source.text("id"),
        label=source.text("label"),
        level=source.number("level"),
        kind=RowKind.HEADING if is_heading else RowKind.INDICATOR,
        unit="" if is_heading else source.text("unit"),
        quantity=source.choice("quantity", Quantity, Quantity.COUNT),
        measure=source.choice("measure", Measure, Measure.FLOW),
        part_of=source.text("part_of", ""),
    )


def _relation(source: _Section) -> Relation:
    kind = source.choice("kind", RelationKind, RelationKind.FORMULA)
    try:
        formula = source.text("formula") if kind is RelationKind.FORMULA else ""
        condition = read_formula(formula) if formula else None
    except FormulaError as error:
        raise FormError(f"{source.where}: {error}") from error
    return Relation(
        id=source.text("id"),
        kind=kind,
        table=source.text("table"),
        severity=source.choice("severity", Severity, None),
        message=source.text("message"),
        remedies=source.texts("remedies"),
        condition=condition,
        over=source.choice("over", Over, Over.COLUMNS),
        factor=source.number("factor", 0),
    )


class _Section:
    """A TOML table with typed access; every complaint names the place."""

    def __init__(self, where: str, values: dict[str, object]) -> None:
        self.where = f"{where} {values.get('id', '')}".strip()
        self._values = values

    def text(self, key: str, default: str | None = None) -> str:
        return self._get(key, str, default)

    def number(self, key: str, default: int | None = None) -> int:
        return self._get(key, int, default)

    def flag(self, key: str) -> bool:
        return self._get(key, bool, False)

    def choice(self, key: str, make: Callable[[str], _T], default: _T | None) -> _T:
        if default is not None and key not in self._values:
            return default
        try:
            return make(self.text(key))
        except ValueError as error:
            raise FormError(f"{self.where}: {error}") from error

    def texts(self, key: str) -> tuple[str, ...]:
        items = cast("Iterable[object]", self._get(key, list, []))
        return tuple(self._checked(key, item, str) for item in items)

    def sections(self, key: str) -> list[_Section]:
        items = cast("Iterable[object]", self._get(key, list, []))
        where = f"{self.where}/{key}"
        return [
            _Section(where, cast("dict[str, object]", self._checked(key, item, dict)))
            for item in items
        ]

    def _get(self, key: str, kind: type[_T], default: _T | None) -> _T:
        if key not in self._values:
            if default is None:
                raise FormError(f"{self.where}: {key} is missing")
            return default
        return self._checked(key, self._values[key], kind)

    def _checked(self, key: str, value: object, kind: type[_T]) -> _T:
        if not isinstance(value, kind):
            raise FormError(f"{self.where}: {key} must be of type {kind.__name__}")
        return value
