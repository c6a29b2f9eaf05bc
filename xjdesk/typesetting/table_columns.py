"""How wide the columns of a statistics table are and how large its type is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise

from xjdesk.core.table import Table
from xjdesk.typesetting.grid import (
    SIZE_5_PT,
    SIZE_SMALL_4_PT,
    SIZE_SMALL_5_PT,
    TEXT_WIDTH_MM,
)

_UNIT_MM = 16.0
_WIDEST_VALUE_MM = 26.0
_LABEL_SHARE = 0.36
"""The least part of the table's width that is left to the labels."""


@dataclass(frozen=True, slots=True)
class TableColumns:
    """Edges of the columns in mm from the left edge of the 版心, and the size of the type in pt.

    The columns are: labels, units if there are any, values.
    """

    edges_mm: tuple[float, ...]
    has_units: bool
    size_pt: float

    @property
    def spans(self) -> Sequence[tuple[float, float]]:
        """Left and right edge of every column."""
        return list(pairwise(self.edges_mm))


def columns_of(table: Table) -> TableColumns:
    """Divide the width of the 版心; many value columns make them narrow and the type small."""
    has_units = bool(table.unit_caption)
    units = [_UNIT_MM] if has_units else []
    count = len(table.columns)
    room = TEXT_WIDTH_MM * (1 - _LABEL_SHARE) - sum(units)
    value = min(_WIDEST_VALUE_MM, room / count) if count else 0.0
    labels = TEXT_WIDTH_MM - sum(units) - value * count
    edges = accumulate([labels, *units, *[value] * count], initial=0.0)
    return TableColumns(tuple(edges), has_units, _size_pt(count))


def _size_pt(value_columns: int) -> float:
    if value_columns <= 2:
        return SIZE_SMALL_4_PT
    return SIZE_5_PT if value_columns <= 4 else SIZE_SMALL_5_PT
