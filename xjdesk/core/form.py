"""The definition of a report: chapters, tables and relations as data.

A form is read from a TOML file (`core.form_reader`); adding one changes no code.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum

from xjdesk.core.address import CellAddress
from xjdesk.core.phrase import TextRules
from xjdesk.core.relation import Relation


class RowKind(StrEnum):
    """A heading row carries no number; an indicator row takes one in every column."""

    HEADING = "heading"
    INDICATOR = "indicator"


class Quantity(StrEnum):
    """What an indicator counts: whole pieces, or an amount of money in 万元 with decimals."""

    COUNT = "count"
    AMOUNT = "amount"


class Measure(StrEnum):
    """A flow adds up over the year's periods; a stock is the state at its end."""

    FLOW = "flow"
    STOCK = "stock"


class ChapterKind(StrEnum):
    """Whether a chapter is running text or holds tables."""

    TEXT = "text"
    TABLES = "tables"


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a statistics table.

    `label` is as printed (a line break where the printed form breaks before a note), `level` the
    depth of indent from 0, `part_of` the row of which a 其中 row is a part.
    """

    id: str
    label: str
    level: int
    kind: RowKind
    unit: str = ""
    quantity: Quantity = Quantity.COUNT
    measure: Measure = Measure.FLOW
    part_of: str = ""

    @property
    def is_indicator(self) -> bool:
        """Whether the row takes numbers."""
        return self.kind is RowKind.INDICATOR


@dataclass(frozen=True, slots=True)
class Column:
    """A value column of a statistics table, with its printed label."""

    id: str
    label: str


@dataclass(frozen=True, slots=True)
class Table:
    """A statistics table: its printed captions, its columns and its rows.

    `chapter` is the chapter it stands in, or empty for a table in the annex. `title` is proposed
    for the annex, `period` holds `{year}`.
    """

    id: str
    tab: str
    title: str
    period: str
    label_caption: str
    unit_caption: str
    chapter: str
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]

    def row(self, row_id: str) -> Row:
        """The row of that id; KeyError when there is none."""
        for row in self.rows:
            if row.id == row_id:
                return row
        raise KeyError(row_id)

    def column(self, column_id: str) -> Column:
        """The column of that id; KeyError when there is none."""
        for column in self.columns:
            if column.id == column_id:
                return column
        raise KeyError(column_id)

    def addresses(self) -> Iterator[CellAddress]:
        """Every cell, heading rows included, row by row."""
        for row in self.rows:
            for column in self.columns:
                yield CellAddress(self.id, row.id, column.id)


@dataclass(frozen=True, slots=True)
class ChapterDefinition:
    """A chapter the form asks for.

    `heading` may hold `{year}` and `{next_year}`; an empty heading is printed without one (the
    preface). `tab` is its short name on screen, `guidance` what the editor shows above it,
    `keywords` the words by which a reader recognises another office's heading for it; one that
    begins with ^ counts only right behind the heading's numbering.
    """

    id: str
    tab: str
    heading: str
    guidance: str
    kind: ChapterKind
    required: bool
    keywords: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Form:
    """A report form (报表格式): what one kind of yearly report consists of.

    `first_year` and `last_year` are the years reported on; `last_year` None means still in force.
    `text_rules` say of which cells the narrative speaks.
    """

    id: str
    name: str
    basis: str
    first_year: int
    last_year: int | None
    chapters: tuple[ChapterDefinition, ...]
    tables: tuple[Table, ...]
    relations: tuple[Relation, ...]
    text_rules: TextRules = field(default_factory=TextRules)

    def covers(self, year: int) -> bool:
        """Whether reports on `year` are made in this form."""
        return self.first_year <= year and (self.last_year is None or year <= self.last_year)

    def table(self, table_id: str) -> Table:
        """The table of that id; KeyError when there is none."""
        for table in self.tables:
            if table.id == table_id:
                return table
        raise KeyError(table_id)

    def chapter(self, chapter_id: str) -> ChapterDefinition | None:
        """The chapter definition of that id, or None for one the report itself added."""
        return next((c for c in self.chapters if c.id == chapter_id), None)

    def indicator_cells(self) -> Iterator[CellAddress]:
        """Every cell that takes a number, table by table and row by row."""
        for table in self.tables:
            indicators = {row.id for row in table.rows if row.is_indicator}
            yield from (cell for cell in table.addresses() if cell.row in indicators)

    def row_of(self, address: CellAddress) -> Row:
        """The row a cell stands in; KeyError when the form has no such cell."""
        table = self.table(address.table)
        table.column(address.column)
        return table.row(address.row)
