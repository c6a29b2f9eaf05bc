"""The definition of a report: chapters, tables and relations as data.

A form is read from a TOML file (`core.form_reader`); adding one changes no code.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum

from xjdesk.core.address import CellAddress, FieldAddress
from xjdesk.core.comparable import Comparable
from xjdesk.core.phrase import TextRules
from xjdesk.core.power import Power
from xjdesk.core.relation import Relation
from xjdesk.core.table import Counting, Row, Table, counting_in


class ChapterKind(StrEnum):
    """Whether a chapter is running text or holds tables."""

    TEXT = "text"
    TABLES = "tables"


@dataclass(frozen=True, slots=True)
class ChapterDefinition:
    """A chapter the form asks for.

    `heading` may hold `{year}` and `{next_year}`; an empty heading is printed without one (the
    preface). `tab` is its short name on screen, `guidance` what the editor shows above it,
    `keywords` the words by which a reader recognises another office's heading for it; one that
    begins with ^ counts only right behind the heading's numbering. Of a `fixed` chapter wording and
    place of the heading are prescribed.
    """

    id: str
    tab: str
    heading: str
    guidance: str
    kind: ChapterKind
    required: bool
    keywords: tuple[str, ...]
    fixed: bool = False


@dataclass(frozen=True, slots=True)
class Form:
    """A report form (报表格式): what one kind of yearly report consists of.

    `first_year` and `last_year` are the years reported on; `last_year` None means still in force.
    `text_rules` say of which cells the narrative speaks, `comparable` what earlier forms counted
    alike, `powers` whose rows may hold numbers only for some organs. `not_asked` are fields of a
    document that reports in this form may go without.
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
    comparable: tuple[Comparable, ...] = ()
    powers: tuple[Power, ...] = ()
    not_asked: frozenset[FieldAddress] = frozenset()

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

    def has(self, address: CellAddress) -> bool:
        """Whether the form has that cell."""
        return any(table.holds(address) for table in self.tables)

    def row_of(self, address: CellAddress) -> Row:
        """The row a cell stands in; KeyError when the form has no such cell."""
        table = self.table(address.table)
        table.column(address.column, address.row)
        return table.row(address.row)

    def counting(self, address: CellAddress) -> Counting:
        """What the number in a cell counts; KeyError when the form has no such cell."""
        table = self.table(address.table)
        return counting_in(table.row(address.row), table.column(address.column, address.row))

    def units(self) -> frozenset[str]:
        """Every unit that a cell is counted in."""
        return frozenset(self.counting(cell).unit for cell in self.indicator_cells()) - {""}
