"""Reading a form definition from the text of its TOML file.

The layout of the file is described in README.md and shown by the files in `resources/forms`. What
is wrong in a file is said with the place where it stands; `core.form_lint` holds what a form must
keep beyond being readable.
"""

from __future__ import annotations

import tomllib
from functools import lru_cache

from xjdesk.core.address import FieldAddress, parse_cell_address, parse_field_address
from xjdesk.core.comparable import Comparable
from xjdesk.core.document_fields import field_at
from xjdesk.core.form import ChapterDefinition, ChapterKind, Form
from xjdesk.core.formula_reader import FormulaError, read_formula
from xjdesk.core.power import Power
from xjdesk.core.relation import Over, Relation, RelationKind
from xjdesk.core.severity import Severity
from xjdesk.core.table_reader import read_table
from xjdesk.core.text_rules_reader import read_text_rules
from xjdesk.core.toml_section import FormError, TomlSection


@lru_cache(maxsize=8)
def read_form(text: str) -> Form:
    """The form that the TOML `text` defines; FormError when it defines none.

    What was read is kept: listing the forms, opening a project and showing it all read the same.
    """
    try:
        source = TomlSection("form", tomllib.loads(text))
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        raise FormError(str(error)) from error
    return Form(
        id=source.text("id"),
        name=source.text("name"),
        basis=source.text("basis"),
        first_year=source.number("first_year"),
        last_year=source.number("last_year", 0) or None,
        chapters=tuple(map(_chapter, source.sections("chapters"))),
        tables=tuple(map(read_table, source.sections("tables"))),
        relations=tuple(map(_relation, source.sections("relations"))),
        text_rules=read_text_rules(source.section("text")),
        comparable=tuple(map(_comparable, source.sections("comparable"))),
        powers=tuple(map(_power, source.sections("powers"))),
        not_asked=frozenset(_field(source, text) for text in source.texts("not_asked")),
    )


def _chapter(source: TomlSection) -> ChapterDefinition:
    return ChapterDefinition(
        id=source.text("id"),
        tab=source.text("tab"),
        heading=source.text("heading", ""),
        guidance=source.text("guidance", ""),
        kind=source.choice("kind", ChapterKind, ChapterKind.TEXT),
        required=source.flag("required"),
        keywords=source.texts("keywords"),
        fixed=source.flag("fixed"),
    )


def _power(source: TomlSection) -> Power:
    return Power(
        id=source.text("id"),
        table=source.text("table"),
        rows=source.texts("rows"),
        levels=source.texts("levels"),
        held_by=source.words("held_by"),
        not_held_by=source.words("not_held_by"),
        message=source.text("message"),
        doubt=source.text("doubt"),
        remedies=source.texts("remedies"),
    )


def _field(source: TomlSection, text: str) -> FieldAddress:
    try:
        return field_at(parse_field_address(text)).address
    except (KeyError, ValueError) as error:
        raise FormError(f"{source.where}: {text} is no field") from error


def _relation(source: TomlSection) -> Relation:
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
        rows=source.words("rows"),
    )


def _comparable(source: TomlSection) -> Comparable:
    try:
        cells = tuple(
            (parse_cell_address(new), parse_cell_address(old)) for new, old in source.pairs("cells")
        )
    except ValueError as error:
        raise FormError(f"{source.where}: {error}") from error
    return Comparable(source.text("form"), source.words("same"), cells)
