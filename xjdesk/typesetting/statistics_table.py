"""A statistics table: header repeated on every page, rows whole, headings with their rows."""

from __future__ import annotations

from xjdesk.core.table import Table
from xjdesk.typesetting.blocks import Block, stack_height_mm
from xjdesk.typesetting.flow import Flow
from xjdesk.typesetting.grid import ROUNDING_MM, TEXT_HEIGHT_MM
from xjdesk.typesetting.manuscript import Manuscript
from xjdesk.typesetting.table_rows import RowBuilder, divided

_LEAST_PART_MM = 30.0
"""What a row that no page can hold must find free where it begins."""


def set_table(
    manuscript: Manuscript, flow: Flow, table: Table, above: list[Block], tail: list[Block]
) -> None:
    """Set a table below the blocks `above`; one that keeps the next stays with the first row.

    `tail` is what must stand on the page of the last row.
    """
    builder = RowBuilder(manuscript, table)
    header = builder.header()
    rows = [builder.row(row) for row in table.rows]
    page_mm = TEXT_HEIGHT_MM - header.height_mm + ROUNDING_MM
    needed = _needed_heights(table, rows, stack_height_mm(tail), page_mm)
    beginning = header.height_mm + sum(needed[:1])
    flow.place(above, below_mm=beginning)
    if not flow.fits(beginning) and not flow.at_top:
        flow.new_page()
    flow.put(header)
    for row, height in zip(rows, needed, strict=True):
        if not flow.fits(height):
            flow.new_page()
            flow.put(header)
        _put_row(flow, header, row)
    flow.place(tail)


def _needed_heights(
    table: Table, rows: list[Block], below_last_mm: float, page_mm: float
) -> list[float]:
    """What must be free for each row: heading rows are not parted from the row below them.

    That holds for what fits on a page, which has `page_mm` below the header. Of a row that no page
    can hold the first lines are enough.
    """
    needed: list[float] = []
    below = below_last_mm
    for row, block in zip(reversed(table.rows), reversed(rows), strict=True):
        keeps_next = not row.is_indicator or not needed
        together = block.height_mm + (below if keeps_next else 0.0)
        alone = block.height_mm if block.height_mm <= page_mm else _LEAST_PART_MM
        needed.append(together if together <= page_mm else alone)
        below = needed[-1]
    return needed[::-1]


def _put_row(flow: Flow, header: Block, row: Block) -> None:
    """Put a row; one that is taller than a page is cut off between its lines and goes on."""
    while not flow.fits(row.height_mm):
        upper, row = divided(row, flow.room_mm)
        flow.put(upper)
        flow.new_page()
        flow.put(header)
    flow.put(row)
