"""What stands beside the numbers of a grid, in columns of its own behind the column of marks."""

from __future__ import annotations

from enum import Enum

from xjdesk.core.table_layout import TableLayout


class Side(Enum):
    """A column beside the numbers; the value is its caption."""

    SUM = "算出合计"
    BEFORE = "上年数"
    CHANGE = "增减"
    PERCENT = "增减%"

    @property
    def is_of_last_year(self) -> bool:
        """Whether it looks at last year's report."""
        return self is not Side.SUM


def sides_of(layout: TableLayout) -> tuple[Side, ...]:
    """The columns that a table may have beside its numbers.

    With several columns of numbers, last year's stand below them: a column for each would leave
    too little room. A sum along a row stands at its end, unless rows are told by columns alone.
    """
    if layout.value_columns == 1:
        return tuple(Side)
    return (Side.SUM,) if layout.label_columns else ()
