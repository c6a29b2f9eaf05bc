"""The printed layout of a table: rows of cells that may span several rows and columns.

Screen, pages and workbooks all lay a table out by it, so that they cannot differ.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from xjdesk.core.address import CellAddress
from xjdesk.core.table import Column, LabelPlace, Panel, Row, Table


class CellRole(StrEnum):
    """What stands in a cell: a caption, the label or the unit of a row, or a value."""

    CAPTION = "caption"
    LABEL = "label"
    UNIT = "unit"
    VALUE = "value"


@dataclass(frozen=True, slots=True)
class LayoutCell:
    """A cell with its top left corner at `column`, counted from 0, and how far it reaches.

    `text` is what is printed in it, empty for a value, which stands at `address`. `row` is the row
    of the form that a label or unit belongs to.
    """

    role: CellRole
    column: int
    text: str = ""
    row_span: int = 1
    column_span: int = 1
    address: CellAddress | None = None
    row: Row | None = None


@dataclass(frozen=True, slots=True)
class LayoutRow:
    """The cells that begin in one printed row, from left to right.

    `row` is the row of the form whose values stand in it; a row of captions has none.
    """

    cells: tuple[LayoutCell, ...]
    row: Row | None = None


@dataclass(frozen=True, slots=True)
class TableLayout:
    """A table as it is printed.

    The grid has `label_columns`, then one column for units if `has_units`, then `value_columns`.
    `header` is repeated on every page. Where several panels have captions of their own these stand
    in `body`, and there is no header.
    """

    label_columns: int
    has_units: bool
    value_columns: int
    header: tuple[LayoutRow, ...]
    body: tuple[LayoutRow, ...]

    @property
    def first_value_column(self) -> int:
        """The number of columns before the values."""
        return self.label_columns + int(self.has_units)

    @property
    def columns(self) -> int:
        """The number of columns of the grid."""
        return self.first_value_column + self.value_columns


def layout_of(table: Table, values: Collection[CellAddress] = ()) -> TableLayout:
    """The layout of `table`.

    A heading that is printed beside its rows gets a row of its own, above them, where `values`
    holds one of its cells: whatever stands in a report can be seen.
    """
    return _layout(table, _stray_headings(table, values))


def _stray_headings(table: Table, values: Collection[CellAddress]) -> frozenset[str]:
    if table.labels is not LabelPlace.BESIDE:
        return frozenset()
    headings = (row for row in table.rows if not row.is_indicator)
    return frozenset(
        row.id for row in headings if any(cell in values for cell in table.cells_in(row.id))
    )


@lru_cache(maxsize=64)
def _layout(table: Table, stray: frozenset[str]) -> TableLayout:
    maker = _LayoutMaker(table, stray)
    is_single = len(table.panels) == 1
    header = tuple(maker.captions(table.panels[0])) if is_single else ()
    body: list[LayoutRow] = []
    for panel in table.panels:
        if not is_single:
            body += maker.captions(panel)
        body += maker.rows(panel)
    return TableLayout(
        maker.label_columns, maker.has_units, maker.value_columns, header, tuple(body)
    )


class _LayoutMaker:
    def __init__(self, table: Table, stray: frozenset[str]) -> None:
        self._table = table
        self._stray = stray
        self.has_units = bool(table.unit_caption)
        self.value_columns = max((len(panel.columns) for panel in table.panels), default=0)
        match table.labels:
            case LabelPlace.ABOVE:
                self.label_columns = 1
            case LabelPlace.BESIDE:
                self.label_columns = 1 + max((row.level for row in table.rows), default=0)
            case LabelPlace.NOWHERE:
                self.label_columns = 0
        self._first_value = self.label_columns + int(self.has_units)

    def captions(self, panel: Panel) -> Iterator[LayoutRow]:
        """The panel's own caption, and the captions of its columns, group above group."""
        if panel.caption:
            across = self._first_value + self.value_columns
            yield LayoutRow((_caption(0, panel.caption, column_span=across),))
        depth = 1 + max((len(column.groups) for column in panel.columns), default=0)
        for level in range(depth):
            leading = tuple(self._leading_captions(panel, depth)) if level == 0 else ()
            yield LayoutRow((*leading, *self._column_captions(panel, level, depth)))

    def rows(self, panel: Panel) -> Iterator[LayoutRow]:
        """The panel's rows."""
        printed = [row for row in panel.rows if self._has_own_row(row)]
        heads: list[Row] = []
        begun = set[str]()
        for row in panel.rows:
            heads = [head for head in heads if head.level < row.level]
            if self._has_own_row(row):
                labels = tuple(self._labels(panel, row, heads, begun, printed))
                yield LayoutRow((*labels, *self._values(panel, row)), row)
            if not row.is_indicator:
                heads.append(row)

    def _has_own_row(self, row: Row) -> bool:
        return (
            row.is_indicator or self._table.labels is not LabelPlace.BESIDE or row.id in self._stray
        )

    def _labels(
        self, panel: Panel, row: Row, heads: Sequence[Row], begun: set[str], printed: Sequence[Row]
    ) -> Iterator[LayoutCell]:
        if self._table.labels is LabelPlace.BESIDE:
            for column, head in enumerate(heads):
                if head.id not in begun:
                    begun.add(head.id)
                    height = len(_under(panel, head, printed))
                    yield LayoutCell(CellRole.LABEL, column, head.label, height, row=head)
            # Below an indicator, beside which nothing stands, a row begins where that one does.
            width = self.label_columns - len(heads)
            yield LayoutCell(CellRole.LABEL, len(heads), row.label, column_span=width, row=row)
        elif self._table.labels is LabelPlace.ABOVE:
            yield LayoutCell(CellRole.LABEL, 0, row.label, row=row)
        if self.has_units:
            yield LayoutCell(CellRole.UNIT, self.label_columns, row.unit, row=row)

    def _values(self, panel: Panel, row: Row) -> Iterator[LayoutCell]:
        for number, column in enumerate(panel.columns):
            address = CellAddress(self._table.id, row.id, column.id)
            at, width = self._place(panel, number)
            yield LayoutCell(CellRole.VALUE, at, column_span=width, address=address, row=row)

    def _place(self, panel: Panel, number: int) -> tuple[int, int]:
        """Where a column of the panel begins and how many of the grid it takes."""
        is_last = number == len(panel.columns) - 1
        width = self.value_columns - number if is_last else 1
        return self._first_value + number, width

    def _leading_captions(self, panel: Panel, depth: int) -> Iterator[LayoutCell]:
        if self.label_columns:
            yield _caption(0, panel.label_caption, depth, self.label_columns)
        if self.has_units:
            yield _caption(self.label_columns, self._table.unit_caption, depth)

    def _column_captions(self, panel: Panel, level: int, depth: int) -> Iterator[LayoutCell]:
        columns = panel.columns
        number = 0
        while number < len(columns):
            column = columns[number]
            at, width = self._place(panel, number)
            if level > len(column.groups):
                number += 1
            elif level == len(column.groups):
                yield _caption(at, column.label, depth - level, width)
                number += 1
            else:
                shared = _sharing(columns[number:], level)
                end, last = self._place(panel, number + shared - 1)
                yield _caption(at, column.groups[level], column_span=end + last - at)
                number += shared


def _caption(column: int, text: str, row_span: int = 1, column_span: int = 1) -> LayoutCell:
    return LayoutCell(CellRole.CAPTION, column, text, row_span, column_span)


def _sharing(columns: Sequence[Column], level: int) -> int:
    """How many of the first columns stand under the same captions down to `level`."""
    groups = columns[0].groups[: level + 1]
    count = 0
    while count < len(columns) and columns[count].groups[: level + 1] == groups:
        count += 1
    return count


def _under(panel: Panel, head: Row, printed: Sequence[Row]) -> list[Row]:
    """The printed rows that a heading heads."""
    rows = panel.rows[panel.rows.index(head) + 1 :]
    under: list[Row] = []
    for row in rows:
        if row.level <= head.level:
            break
        if row in printed:
            under.append(row)
    return under
