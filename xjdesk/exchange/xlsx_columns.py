"""How wide the columns of a table are on a worksheet, in half-width characters."""

from __future__ import annotations

from itertools import pairwise

from xjdesk.core.table_layout import LayoutCell, TableLayout
from xjdesk.typesetting.table_columns import columns_of

_TABLE_WIDTH = 86.0
"""What a page of A4 holds at full size."""
_UNIT_WIDTH = 10.0
_PER_MM = 14 / 26
_LEAST_VALUE_WIDTH = 7.0
"""Six digits; a narrower cell would show ### instead. The page is then printed smaller."""


def column_widths(layout: TableLayout) -> list[float]:
    """The widths of all columns of the layout, divided as on the printed page."""
    printed = [right - left for left, right in pairwise(columns_of(layout).edges_mm)]
    values = printed[layout.first_value_column :]
    enlarged = max(1.0, _LEAST_VALUE_WIDTH / (min(values, default=1.0) * _PER_MM))
    widths = [width * _PER_MM * enlarged for width in printed]
    if layout.has_units:
        widths[layout.label_columns] = _UNIT_WIDTH
    if layout.label_columns:
        last = layout.label_columns - 1
        widths[last] += _TABLE_WIDTH * enlarged - sum(widths)
    return [round(width, 2) for width in widths]


def width_of(widths: list[float], cell: LayoutCell) -> float:
    """The width of a cell, over all its columns."""
    return sum(widths[cell.column : cell.column + cell.column_span])
