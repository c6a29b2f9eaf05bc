"""A statistics table: captions repeated on every page, rows whole, headings with their rows."""

from __future__ import annotations

from xjdesk.core.table import Table
from xjdesk.core.table_layout import layout_of
from xjdesk.typesetting.blocks import Block, stack_height_mm
from xjdesk.typesetting.flow import Flow
from xjdesk.typesetting.grid import ROUNDING_MM, TEXT_HEIGHT_MM
from xjdesk.typesetting.manuscript import Manuscript
from xjdesk.typesetting.row_division import divided
from xjdesk.typesetting.table_breaks import TableBreaks
from xjdesk.typesetting.table_rows import TableRows

_LEAST_PART_MM = 30.0
"""What a row that no page can hold must find free where it begins."""


def set_table(
    manuscript: Manuscript, flow: Flow, table: Table, above: list[Block], tail: list[Block]
) -> None:
    """Set a table below the blocks `above`; one that keeps the next stays with the first row.

    `tail` is what must stand on the page of the last row.
    """
    layout = layout_of(table, manuscript.report.values)
    rows = TableRows(manuscript, table, layout)
    setter = _TableSetter(flow, rows, TableBreaks(layout), stack_height_mm(tail))
    beginning = setter.beginning_mm()
    flow.place(above, below_mm=beginning)
    if not flow.fits(beginning) and not flow.at_top:
        flow.new_page()
    setter.set_rows()
    flow.place(tail)


class _TableSetter:
    """Sets the rows of a table, page by page, with `below_mm` left free below the last."""

    def __init__(self, flow: Flow, rows: TableRows, breaks: TableBreaks, below_mm: float) -> None:
        self._flow = flow
        self._rows = rows
        self._breaks = breaks
        self._count = len(rows.rows)
        self._is_page_begun = True
        self._long: dict[int, bool] = {}
        self._below_mm = 0.0
        if below_mm:
            last = breaks.last(0, self._count - 1)
            together = self._height_mm(last, self._count) + below_mm
            # What no page holds together with the last rows is not kept with them.
            self._below_mm = below_mm if together <= self._page_mm(last) else 0.0

    def beginning_mm(self) -> float:
        """What must be free where the table begins: captions and the rows that stay with them."""
        stop = self._breaks.first(0)
        height = self._height_mm(0, stop)
        if height <= TEXT_HEIGHT_MM:
            return height
        begun = self._height_mm(0, max(1, len(self._captions(stop - 1))))
        return begun + _LEAST_PART_MM if begun < TEXT_HEIGHT_MM / 2 else _LEAST_PART_MM

    def set_rows(self) -> None:
        """Set all rows."""
        start = 0
        while start < self._count:
            start = self._set_long(start) if self._is_long(start) else self._set_part(start)

    def _set_part(self, start: int) -> int:
        """Set as many rows from `start` on as go on a page; returns the first that does not."""
        stop = self._stop(start)
        if stop == start:
            self._new_page(start)
            stop = max(self._stop(start), start + 1)
        self._put(start, stop)
        if stop < self._count and not self._is_long(stop):
            self._new_page(stop)
        return stop

    def _set_long(self, start: int) -> int:
        """Set a row that is higher than a page: it is cut off between its lines and goes on."""
        if not self._flow.fits(_LEAST_PART_MM):
            self._new_page(start)
        (rest,) = self._rows.part(start, start + 1, self._is_page_begun)
        while not self._flow.fits(rest.height_mm):
            upper, rest = divided(rest, self._flow.room_mm)
            self._flow.put(upper)
            self._new_page(start)
        self._flow.put(rest)
        self._is_page_begun = False
        return start + 1

    def _stop(self, start: int) -> int:
        """Where the rows that begin here with `start` had best end; `start` if on another page."""
        furthest = self._furthest(start)
        if furthest == self._count or self._long_follows(start, furthest):
            return furthest
        stop = self._breaks.last(start, furthest)
        if stop > start:
            return stop
        kept_together = self._height_mm(start, self._breaks.next(start))
        return furthest if kept_together > self._page_mm(start) else start

    def _furthest(self, start: int) -> int:
        """Up to where the rows fit here."""
        stop, least = start, 0.0
        while stop < self._count and not self._is_long(stop):
            least += self._rows.least_mm(stop)
            if not self._flow.fits(least):
                break
            stop += 1
        while stop > start and not self._flow.fits(self._height_mm(start, stop)):
            stop -= 1
        return stop

    def _long_follows(self, start: int, stop: int) -> bool:
        """Whether a row that no page can hold begins below these."""
        height = self._height_mm(start, stop) + _LEAST_PART_MM
        return self._is_long(stop) and self._flow.fits(height)

    def _height_mm(self, start: int, stop: int) -> float:
        """What rows need, with what is to stand below the last."""
        below = self._below_mm if stop == self._count else 0.0
        return sum(self._rows.heights(start, stop)) + below

    def _is_long(self, row: int) -> bool:
        """Whether no page can hold a row."""
        if row not in self._long:
            self._long[row] = sum(self._rows.heights(row, row + 1)) > self._page_mm(row)
        return self._long[row]

    def _page_mm(self, row: int) -> float:
        """What a page has for rows below the captions repeated there."""
        captions = self._captions(row)
        repeated = sum(self._rows.heights(captions.start, captions.stop))
        return TEXT_HEIGHT_MM - repeated + ROUNDING_MM

    def _captions(self, row: int) -> range:
        """The captions that are repeated above a row; not those that take half of the page."""
        captions = self._breaks.captions(row)
        height = sum(self._rows.heights(captions.start, captions.stop))
        return captions if height <= TEXT_HEIGHT_MM / 2 else range(0)

    def _new_page(self, row: int) -> None:
        """Begin a page that goes on with a row."""
        self._flow.new_page()
        self._is_page_begun = True
        captions = self._captions(row)
        if captions:
            self._put(captions.start, captions.stop)

    def _put(self, start: int, stop: int) -> None:
        for block in self._rows.part(start, stop, self._is_page_begun):
            self._flow.put(block)
        self._is_page_begun = False
