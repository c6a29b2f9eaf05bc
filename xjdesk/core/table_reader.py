"""Reading a statistics table out of a form definition."""

from __future__ import annotations

from xjdesk.core.table import (
    USUAL_DECIMALS,
    Column,
    LabelPlace,
    Measure,
    Panel,
    Quantity,
    Row,
    RowKind,
    Table,
)
from xjdesk.core.toml_section import TomlSection


def read_table(source: TomlSection) -> Table:
    """The table that the section defines; FormError when it defines none.

    Without `panels` the table itself is the only one.
    """
    panels = source.sections("panels") or [source]
    return Table(
        id=source.text("id"),
        tab=source.text("tab"),
        title=source.text("title", ""),
        period=source.text("period", ""),
        scope=source.text("scope", ""),
        unit_caption=source.text("unit_caption", ""),
        chapter=source.text("chapter", ""),
        labels=source.choice("labels", LabelPlace, LabelPlace.ABOVE),
        panels=tuple(map(_panel, panels)),
    )


def _panel(source: TomlSection) -> Panel:
    return Panel(
        columns=tuple(map(_column, source.sections("columns"))),
        rows=tuple(map(_row, source.sections("rows"))),
        caption=source.text("caption", ""),
        label_caption=source.text("label_caption", ""),
    )


def _column(source: TomlSection) -> Column:
    return Column(
        id=source.text("id"),
        label=source.text("label"),
        groups=source.words("groups"),
        name=source.text("name", ""),
        unit=source.text("unit", ""),
        quantity=source.choice("quantity", Quantity, None) if source.has("quantity") else None,
        measure=source.choice("measure", Measure, None) if source.has("measure") else None,
        signed=source.flag("signed"),
    )


def _row(source: TomlSection) -> Row:
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
        decimals=source.number("decimals", USUAL_DECIMALS),
        definition=source.text("definition", ""),
    )
