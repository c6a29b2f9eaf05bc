"""The rows of a statistics table as blocks: every cell centred in its height, ruled all round."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from xjdesk.core.address import CellAddress
from xjdesk.core.table import Table
from xjdesk.core.table_layout import LayoutCell, LayoutRow, TableLayout
from xjdesk.typesetting.blocks import Block
from xjdesk.typesetting.cell_setting import PADDING_MM, set_cells
from xjdesk.typesetting.grid import mm
from xjdesk.typesetting.manuscript import Manuscript
from xjdesk.typesetting.table_cells import CellMaker
from xjdesk.typesetting.table_columns import columns_of
from xjdesk.typesetting.table_rules import TableRules


@dataclass(frozen=True, slots=True)
class _Span:
    """A cell that is higher than one row, and the rows it reaches over, up to before `stop`."""

    cell: LayoutCell
    start: int
    stop: int


class TableRows:
    """All printed rows of a table, those of captions included, counted from 0.

    A part of them is what stands together on one page; what reaches over its end is closed there,
    and its text repeated in the next part.
    """

    def __init__(self, manuscript: Manuscript, table: Table, layout: TableLayout) -> None:
        self.rows: tuple[LayoutRow, ...] = (*layout.header, *layout.body)
        self._compositor = manuscript.compositor
        self._table = table
        columns = columns_of(layout)
        self._maker = CellMaker(manuscript.report, layout, columns, self._compositor.fonts)
        self._rules = TableRules(self.rows, columns.edges_mm)
        self._spans = sorted(_spans(self.rows), key=lambda span: span.stop - span.start)
        self._least_mm = mm(columns.size_pt) + 2 * PADDING_MM
        self._besides: dict[tuple[int, int, int], Block] = {}
        self._contents = [self._content(number) for number in range(len(self.rows))]

    def least_mm(self, number: int) -> float:
        """The height of a row without what stands beside it and others."""
        return self._contents[number].height_mm

    def heights(self, start: int, stop: int) -> list[float]:
        """The height of each row where those from `start` to before `stop` are a part.

        They are higher than they need be where what stands beside them asks for it.
        """
        heights = [content.height_mm for content in self._contents[start:stop]]
        for span in self._spans:
            first, last = max(span.start, start) - start, min(span.stop, stop) - start
            if first < last:
                lacking = self._spanning(span, first + start).height_mm - sum(heights[first:last])
                for number in range(first, last) if lacking > 0.0 else ():
                    heights[number] += lacking / (last - first)
        return heights

    def part(self, start: int, stop: int, is_top: bool) -> list[Block]:
        """The rows from `start` to before `stop`; `is_top`: the table's upper rule is theirs."""
        heights = self.heights(start, stop)
        blocks: list[Block] = []
        for number, height in enumerate(heights, start):
            content = _centred_in(self._contents[number], height)
            runs, missing = content.runs, content.missing
            for span in self._spans:
                if max(span.start, start) == number < span.stop:
                    whole = sum(heights[number - start : span.stop - start])
                    beside = _centred_in(self._spanning(span, number), whole)
                    runs, missing = beside.runs + runs, beside.missing + missing
            rules = self._rules.of(number, height, number == stop - 1, is_top and number == start)
            blocks.append(Block(height, height, runs, rules, missing=missing))
        return blocks

    def _content(self, number: int) -> Block:
        """What stands in the cells that are one row high, in the least height that holds it."""
        row = self.rows[number]
        return self._kept([cell for cell in row.cells if cell.row_span == 1], number)

    def _spanning(self, span: _Span, number: int) -> Block:
        """What stands in a cell higher than one row whose part begins at row `number`."""
        key = (number, span.start, span.cell.column)
        if key not in self._besides:
            self._besides[key] = self._kept([span.cell], number)
        return self._besides[key]

    def _kept(self, cells: list[LayoutCell], number: int) -> Block:
        place = self._place(self.rows[number])
        made = tuple(self._maker.cell(cell, place) for cell in cells)
        key = (made, self._least_mm)
        (block,) = self._compositor.kept(
            key, lambda: [set_cells(self._compositor, made, self._least_mm)]
        )
        return block

    def _place(self, row: LayoutRow) -> CellAddress | None:
        """What the labels of a row lead to: its first value."""
        first = next((cell.address for cell in row.cells if cell.address), None)
        if first or row.row is None:
            return first
        return CellAddress(self._table.id, row.row.id, "")


def _spans(rows: tuple[LayoutRow, ...]) -> Iterator[_Span]:
    for number, row in enumerate(rows):
        for cell in row.cells:
            if cell.row_span > 1:
                yield _Span(cell, number, number + cell.row_span)


def _centred_in(content: Block, height_mm: float) -> Block:
    """The same in a greater height."""
    down = (height_mm - content.height_mm) / 2
    if not down:
        return content
    runs = tuple(run.moved(0.0, down) for run in content.runs)
    return replace(content, height_mm=height_mm, advance_mm=height_mm, runs=runs)
