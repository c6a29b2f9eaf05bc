"""Between which rows of a statistics table a page may end."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from xjdesk.core.table_layout import LayoutRow, TableLayout

_NEAR = 3
"""How many rows are moved on at most, or kept together, so that none of a group stands alone."""


class TableBreaks:
    """Where the rows of a table, those of captions included, may be parted.

    A break is named by the row below it, counted from 0. Captions and headings are not parted from
    what they head. Of rows that stand under one caption or beside one heading none is left alone
    where a break close by avoids it.
    """

    def __init__(self, layout: TableLayout) -> None:
        self._rows: tuple[LayoutRow, ...] = (*layout.header, *layout.body)
        self._groups = list(_groups(self._rows))

    def may_end(self, stop: int) -> bool:
        """Whether a page may end above row `stop`, or with the table."""
        if stop >= len(self._rows):
            return True
        row = self._rows[stop - 1].row
        return row is not None and row.is_indicator

    def next(self, start: int) -> int:
        """The first break below row `start`."""
        stop = start + 1
        while not self.may_end(stop):
            stop += 1
        return stop

    def first(self, start: int) -> int:
        """The break to which what begins with row `start` should reach at least."""
        stop = self.next(start)
        near = range(stop, min(stop + _NEAR, len(self._rows)) + 1)
        return min(filter(self.may_end, near), key=self._alone)

    def last(self, start: int, furthest: int) -> int:
        """The best break up to `furthest` and below row `start`; `start` itself when none is."""
        found = [s for s in range(furthest, start, -1) if self.may_end(s)]
        if not found:
            return start
        near = [s for s in found if s >= found[0] - _NEAR]
        return min(near, key=self._alone)

    def captions(self, start: int) -> range:
        """The rows of captions under which row `start` stands, which itself is none of them."""
        if self._rows[start].row is None:
            return range(0)
        stop = start
        while stop > 0 and self._rows[stop - 1].row is not None:
            stop -= 1
        first = stop
        while first > 0 and self._rows[first - 1].row is None:
            first -= 1
        return range(first, stop)

    def _alone(self, stop: int) -> int:
        """How many rows of a group a break leaves alone."""
        return sum(
            (stop - first == 1) + (end - stop == 1)
            for first, end in self._groups
            if first < stop < end
        )


def _groups(rows: Sequence[LayoutRow]) -> Iterator[tuple[int, int]]:
    """The rows beside one heading, or between two captions: from the first to behind the last."""
    for number, row in enumerate(rows):
        for cell in row.cells:
            if cell.row_span > 1 and row.row is not None:
                yield number, number + cell.row_span
    captions = [number for number, row in enumerate(rows) if row.row is None]
    for caption, following in zip(captions, [*captions[1:], len(rows)], strict=True):
        yield caption + 1, following
