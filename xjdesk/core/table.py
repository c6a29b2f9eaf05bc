"""Statistics tables of a form: rows, columns, and what their cells count."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from itertools import chain

from xjdesk.core.address import CellAddress


class RowKind(StrEnum):
    """A heading row carries no number; an indicator row takes one in every column."""

    HEADING = "heading"
    INDICATOR = "indicator"


class Quantity(StrEnum):
    """What a cell counts: whole pieces, or an amount of money in 万元 with decimals."""

    COUNT = "count"
    AMOUNT = "amount"


class Measure(StrEnum):
    """A flow adds up over the year's periods; a stock is the state at its end."""

    FLOW = "flow"
    STOCK = "stock"


class LabelPlace(StrEnum):
    """Where the labels of rows are printed.

    ABOVE: a heading is a row of its own above the rows it heads. BESIDE: it is a cell at the left
    of them, as high as all of them together. NOWHERE: rows are told by their columns alone.
    """

    ABOVE = "above"
    BESIDE = "beside"
    NOWHERE = "nowhere"


USUAL_DECIMALS = 2
"""The most decimals of an amount in 万元, where a form does not say otherwise."""


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a statistics table.

    `label` is as printed (a line break where the printed form breaks before a note), `level` the
    depth of indent from 0, `part_of` the row of which a 其中 row is a part. An amount has at most
    `decimals`. `definition` says in sentences what is counted (指标解释), where that is known.
    """

    id: str
    label: str
    level: int
    kind: RowKind
    unit: str = ""
    quantity: Quantity = Quantity.COUNT
    measure: Measure = Measure.FLOW
    part_of: str = ""
    decimals: int = USUAL_DECIMALS
    definition: str = ""

    @property
    def is_indicator(self) -> bool:
        """Whether the row takes numbers."""
        return self.kind is RowKind.INDICATOR


@dataclass(frozen=True, slots=True)
class Column:
    """A value column of a statistics table.

    `label` is as printed, `groups` are the captions printed above it, outermost first, each over
    all neighbours that share it. `name` is what it is called in a sentence where the label alone
    does not tell it. `unit`, `quantity` and `measure` hold instead of those of the row where they
    are given. A `signed` one takes numbers below 0, as 本年增/减 does.
    """

    id: str
    label: str
    groups: tuple[str, ...] = ()
    name: str = ""
    unit: str = ""
    quantity: Quantity | None = None
    measure: Measure | None = None
    signed: bool = False


@dataclass(frozen=True, slots=True)
class Counting:
    """What the number in one cell counts; `decimals` are the most that an amount may have."""

    unit: str
    quantity: Quantity
    measure: Measure
    decimals: int
    signed: bool


@dataclass(frozen=True, slots=True)
class Panel:
    """Rows of a table that have the same columns; most tables are a single one.

    `caption` is printed across, above the captions of labels and columns; empty for none.
    """

    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    caption: str = ""
    label_caption: str = ""


@dataclass(frozen=True)
class Table:
    """A statistics table: its printed captions and its panels, one below the other.

    `chapter` is the chapter it stands in, or empty for a table in the annex. `title` is proposed
    for the annex, `period` holds `{year}`, `scope` is printed below it and holds `{scope}`, once a
    scope is chosen. Without a `unit_caption` units are not printed.
    """

    id: str
    tab: str
    title: str
    period: str
    unit_caption: str
    chapter: str
    panels: tuple[Panel, ...]
    labels: LabelPlace = LabelPlace.ABOVE
    scope: str = ""

    @cached_property
    def rows(self) -> tuple[Row, ...]:
        """All rows from top to bottom."""
        return tuple(chain.from_iterable(panel.rows for panel in self.panels))

    @cached_property
    def columns(self) -> tuple[Column, ...]:
        """Every column of any panel, once, in the order in which they come."""
        found = (column for panel in self.panels for column in panel.columns)
        return tuple({column.id: column for column in found}.values())

    @cached_property
    def captions(self) -> tuple[str, ...]:
        """All that is printed above rows and columns, once, in the order of the page."""
        found: list[str] = []
        for panel in self.panels:
            found += [panel.caption, panel.label_caption, self.unit_caption]
            for column in panel.columns:
                found += [*column.groups, column.label]
        return tuple(dict.fromkeys(caption for caption in found if caption))

    def row(self, row_id: str) -> Row:
        """The row of that id; KeyError when there is none."""
        return self._places[row_id][1]

    def panel_of(self, row_id: str) -> Panel:
        """The panel in which the row of that id stands; KeyError when there is none."""
        return self._places[row_id][0]

    def columns_of(self, row_id: str) -> tuple[Column, ...]:
        """The columns of the row of that id; KeyError when there is none."""
        return self._places[row_id][0].columns

    def column(self, column_id: str, row_id: str | None = None) -> Column:
        """The column of that id, of those that the row has if one is given; else KeyError."""
        columns = self.columns if row_id is None else self.columns_of(row_id)
        for column in columns:
            if column.id == column_id:
                return column
        raise KeyError(column_id)

    def holds(self, address: CellAddress) -> bool:
        """Whether the table has that cell."""
        place = self._places.get(address.row)
        if address.table != self.id or place is None:
            return False
        return any(column.id == address.column for column in place[0].columns)

    def addresses(self) -> Iterator[CellAddress]:
        """Every cell, heading rows included, row by row."""
        for panel in self.panels:
            for row in panel.rows:
                for column in panel.columns:
                    yield CellAddress(self.id, row.id, column.id)

    def cells_in(self, row_id: str) -> Iterator[CellAddress]:
        """The cells of the row of that id, from left to right."""
        return (CellAddress(self.id, row_id, column.id) for column in self.columns_of(row_id))

    @cached_property
    def _places(self) -> Mapping[str, tuple[Panel, Row]]:
        return {row.id: (panel, row) for panel in self.panels for row in panel.rows}


def counting_in(row: Row, column: Column) -> Counting:
    """What the cell of `row` in `column` counts."""
    return Counting(
        unit=column.unit or row.unit,
        quantity=column.quantity or row.quantity,
        measure=column.measure or row.measure,
        decimals=row.decimals,
        signed=column.signed,
    )
