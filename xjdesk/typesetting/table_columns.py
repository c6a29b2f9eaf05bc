"""How wide the columns of a statistics table are and how large its type is."""

from __future__ import annotations

import math
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import accumulate

from xjdesk.core.table_layout import CellRole, LayoutCell, TableLayout
from xjdesk.typesetting.grid import (
    SIZE_5_PT,
    SIZE_SMALL_4_PT,
    SIZE_SMALL_5_PT,
    TEXT_WIDTH_MM,
    mm,
)

_UNIT_MM = 16.0
_USUAL_VALUE_MM = 26.0
_LABEL_SHARE = 0.36
"""The least part of the table's width that is left to the labels."""
_HEADINGS_SHARE = 0.25
"""The most of it that is given to headings beside their rows."""
_SIDE_PADDING_MM = 1.5
_SIDE_PADDING_SHARE = 0.06
"""Of a narrow column no more than this is left blank at either side."""
_MOST_CAPTION_LINES = 3
_LEAST_VALUE_EM = 3.0
"""Six digits, or three characters of a caption."""
_LEAST_HEADING_EM = 4.0
"""A heading beside its rows: its number on a line of its own, four characters on the next."""
_MOST_HEADING_LINES = 3


@dataclass(frozen=True, slots=True)
class TableColumns:
    """Edges of the columns in mm from the left edge of the 版心, and the size of the type in pt."""

    edges_mm: tuple[float, ...]
    size_pt: float

    def sides(self, cell: LayoutCell) -> tuple[float, float]:
        """Left and right edge of a cell."""
        return self.edges_mm[cell.column], self.edges_mm[cell.column + cell.column_span]

    def inside(self, cell: LayoutCell) -> tuple[float, float]:
        """Between what its text stands: the edges of a cell without the blank along them."""
        left, right = self.sides(cell)
        padding = side_padding_mm(right - left)
        return left + padding, right - padding


def side_padding_mm(width_mm: float) -> float:
    """What is left blank at either side of a cell of that width."""
    return min(_SIDE_PADDING_MM, _SIDE_PADDING_SHARE * width_mm)


def is_row_label(layout: TableLayout, cell: LayoutCell) -> bool:
    """Whether a label is that of its row alone, not of a heading beside several."""
    return cell.column + cell.column_span == layout.label_columns


def columns_of(layout: TableLayout) -> TableColumns:
    """Divide the width of the 版心; many value columns make them narrow and the type small.

    Columns that there is room for are of the usual width, wider where the labels are short. Where
    there are more they take what their captions need, and the labels the rest.
    """
    count = layout.value_columns
    size = _size_pt(count)
    units = [_UNIT_MM] * layout.has_units
    if not layout.label_columns:
        values = [(TEXT_WIDTH_MM - sum(units)) / count] * count if count else []
        return _columns([*units, *values], size)
    headings = _heading_widths(layout, size)
    value = _value_mm(layout, size, sum(headings), TEXT_WIDTH_MM - sum(units))
    labels = TEXT_WIDTH_MM - sum(units) - value * count - sum(headings)
    return _columns([*headings, labels, *units, *[value] * count], size)


def _columns(widths: list[float], size_pt: float) -> TableColumns:
    return TableColumns(tuple(accumulate(widths, initial=0.0)), size_pt)


def _value_mm(layout: TableLayout, size_pt: float, headings_mm: float, width_mm: float) -> float:
    """The width of one value column, of `width_mm` for labels and values together."""
    count = layout.value_columns
    if not count:
        return 0.0
    most = (width_mm - TEXT_WIDTH_MM * _LABEL_SHARE) / count
    value = min(_USUAL_VALUE_MM, most)
    if value < _USUAL_VALUE_MM:
        value = min(most, _caption_mm(layout, size_pt))
    labels = headings_mm + _widened(_longest_label_em(layout) * mm(size_pt))
    spare = (width_mm - labels) / count
    # No wider than the labels themselves.
    return max(value, min(spare, width_mm / (count + 1)))


def _caption_mm(layout: TableLayout, size_pt: float) -> float:
    """The width in which every caption over one column can be set in a few lines."""
    captions = (
        cell.text
        for row in (*layout.header, *layout.body)
        for cell in row.cells
        if cell.role is CellRole.CAPTION
        and cell.column >= layout.first_value_column
        and cell.column_span == 1
    )
    longest = math.ceil(_longest_em(captions) / _MOST_CAPTION_LINES)
    return _widened(max(longest, _LEAST_VALUE_EM) * mm(size_pt))


def _heading_widths(layout: TableLayout, size_pt: float) -> list[float]:
    """The widths of the columns of headings that stand beside their rows, outermost first."""
    columns = range(layout.label_columns - 1)
    longest = (_longest_em(_headings_in(layout, column)) for column in columns)
    ems = [max(_LEAST_HEADING_EM, math.ceil(em / _MOST_HEADING_LINES)) for em in longest]
    widths = [_widened(em * mm(size_pt)) for em in ems]
    too_much = max(1.0, sum(widths) / (TEXT_WIDTH_MM * _HEADINGS_SHARE))
    return [width / too_much for width in widths]


def _headings_in(layout: TableLayout, column: int) -> Iterable[str]:
    cells = (cell for row in layout.body for cell in row.cells)
    return (
        cell.text
        for cell in cells
        if cell.role is CellRole.LABEL and cell.column == column and cell.column_span == 1
    )


def _longest_label_em(layout: TableLayout) -> float:
    """The longest label of a row, with its indent where all labels stand in one column."""
    longest = 0.0
    for row in layout.body:
        for cell in row.cells:
            if cell.role is CellRole.LABEL and is_row_label(layout, cell):
                indent = cell.row.level if cell.row and layout.label_columns == 1 else 0
                longest = max(longest, indent + _longest_em([cell.text]))
    return longest


def _widened(inside_mm: float) -> float:
    """The width of a column in which that much is left between the blanks at its sides."""
    narrow = inside_mm / (1 - 2 * _SIDE_PADDING_SHARE)
    return min(narrow, inside_mm + 2 * _SIDE_PADDING_MM)


def _longest_em(texts: Iterable[str]) -> float:
    lines = (line for text in texts for line in text.splitlines())
    return max((sum(map(_em, line)) for line in lines), default=0.0)


def _em(character: str) -> float:
    return 1.0 if unicodedata.east_asian_width(character) in "WFA" else 0.5


def _size_pt(value_columns: int) -> float:
    if value_columns <= 2:
        return SIZE_SMALL_4_PT
    return SIZE_5_PT if value_columns <= 4 else SIZE_SMALL_5_PT
