"""A statistics table: header repeated on every page, rows whole, labels indented by level."""

from __future__ import annotations

from dataclasses import dataclass, replace

from xjdesk.core.address import CellAddress, Place
from xjdesk.core.form import Row, Table
from xjdesk.core.numbers import show_entry
from xjdesk.typesetting.blocks import Block, stack_height_mm
from xjdesk.typesetting.flow import Flow
from xjdesk.typesetting.grid import ROUNDING_MM, TEXT_HEIGHT_MM, mm
from xjdesk.typesetting.lines.compositor import Align, Compositor, Setting
from xjdesk.typesetting.manuscript import Manuscript
from xjdesk.typesetting.pages import Face, GlyphRun, Origin, Rule
from xjdesk.typesetting.table_columns import TableColumns, columns_of

_RULE_MM = 0.2
_SIDE_PADDING_MM = 1.5
_PADDING_MM = 1.5
_LEADING = 1.3
_BELOW_BASELINE = 0.3
"""More than reaches below the baseline, as a share of the size."""


@dataclass(frozen=True, slots=True)
class _Cell:
    """What stands in one cell, ready to be broken into lines."""

    text: str
    place: Place | None = None
    face: Face = Face.FANGSONG
    align: Align = Align.CENTRE
    indent_mm: float = 0.0


def set_table(manuscript: Manuscript, flow: Flow, table: Table, tail: list[Block]) -> None:
    """Set a table here; `tail` is what must stand on the page of its last row."""
    builder = _RowBuilder(manuscript.compositor, columns_of(table))
    header = _closed_above(builder.row(_header_cells(table)))
    rows = [builder.row(_cells(manuscript, table, row, builder.indent_mm)) for row in table.rows]
    needed = _needed_heights(table, rows, stack_height_mm(tail))
    if rows and not flow.fits(header.height_mm + needed[0]) and not flow.at_top:
        flow.new_page()
    flow.put(header)
    for row, height in zip(rows, needed, strict=True):
        if not flow.fits(height):
            flow.new_page()
            flow.put(header)
        _put_row(flow, header, row)
    flow.place(tail)


def _needed_heights(table: Table, rows: list[Block], below_last_mm: float) -> list[float]:
    """What must be free for each row: heading rows are not parted from the row below them."""
    needed: list[float] = []
    below = below_last_mm
    for row, block in zip(reversed(table.rows), reversed(rows), strict=True):
        keeps_next = not row.is_indicator or not needed
        needed.insert(0, block.height_mm + (below if keeps_next else 0.0))
        below = needed[0]
    return needed


def _closed_above(header: Block) -> Block:
    """The header with the table's upper rule."""
    lower = next(rule for rule in header.rules if rule.x0 != rule.x1)
    return replace(header, rules=(replace(lower, y0=0.0, y1=0.0), *header.rules))


def _put_row(flow: Flow, header: Block, row: Block) -> None:
    """Put a row; one that is taller than a page is cut off between its lines and goes on."""
    room = TEXT_HEIGHT_MM - header.height_mm
    while row.height_mm > room + ROUNDING_MM:
        row, rest = _divided(row, room)
        flow.put(row)
        flow.new_page()
        flow.put(header)
        row = rest
    flow.put(row)


def _divided(row: Block, height_mm: float) -> tuple[Block, Block]:
    """The part of a row above `height_mm` and the part below it, each with its own rules."""
    size = mm(row.runs[0].size_pt)
    lowest = height_mm - _PADDING_MM - _BELOW_BASELINE * size
    upper = tuple(run for run in row.runs if run.baseline_mm <= lowest)
    lower = tuple(run for run in row.runs if run.baseline_mm > lowest)
    shift = _PADDING_MM + size - min(run.baseline_mm for run in lower)
    rest = row.height_mm + shift
    verticals = tuple(rule for rule in row.rules if rule.x0 == rule.x1)
    horizontal = next(rule for rule in row.rules if rule.x0 != rule.x1)

    def framed(height: float) -> tuple[Rule, ...]:
        sides = tuple(replace(rule, y1=height) for rule in verticals)
        return (*sides, replace(horizontal, y0=height, y1=height))

    return (
        Block(height_mm, height_mm, upper, framed(height_mm), missing=row.missing),
        Block(rest, rest, tuple(run.moved(0.0, shift) for run in lower), framed(rest)),
    )


def _header_cells(table: Table) -> list[_Cell]:
    captions = [table.label_caption]
    if columns_of(table).has_units:
        captions.append(table.unit_caption)
    captions += [column.label for column in table.columns]
    return [_Cell(caption, face=Face.HEITI) for caption in captions]


def _cells(manuscript: Manuscript, table: Table, row: Row, level_mm: float) -> list[_Cell]:
    addresses = [CellAddress(table.id, row.id, column.id) for column in table.columns]
    first = addresses[0] if addresses else CellAddress(table.id, row.id, "")
    cells = [_Cell(row.label, first, align=Align.LEFT, indent_mm=row.level * level_mm)]
    if columns_of(table).has_units:
        cells.append(_Cell(row.unit, first))
    report = manuscript.report
    cells += [_Cell(show_entry(report.value(address)), address) for address in addresses]
    return cells


class _RowBuilder:
    """Makes rows of the same columns."""

    def __init__(self, compositor: Compositor, columns: TableColumns) -> None:
        self._compositor = compositor
        self._columns = columns
        self.indent_mm = mm(columns.size_pt)

    def row(self, cells: list[_Cell]) -> Block:
        """A row as high as its highest cell, the other cells centred in that height."""
        key = (self._columns, tuple(cells))
        (row,) = self._compositor.kept(key, lambda: [self._set_row(cells)])
        return row

    def _set_row(self, cells: list[_Cell]) -> Block:
        spans = self._columns.spans
        stacks = [self._lines(cell, span) for cell, span in zip(cells, spans, strict=True)]
        tallest = max(stack_height_mm(stack) for stack in stacks)
        height = max(tallest, mm(self._columns.size_pt)) + 2 * _PADDING_MM
        runs = [
            run.moved(0.0, y)
            for stack in stacks
            for line, y in _centred(stack, height)
            for run in line.runs
        ]
        missing = tuple(found for stack in stacks for line in stack for found in line.missing)
        return Block(height, height, tuple(runs), self._rules(height), missing=missing)

    def _lines(self, cell: _Cell, span: tuple[float, float]) -> list[Block]:
        left, right = span
        size = self._columns.size_pt
        setting = Setting(
            size_pt=size,
            line_mm=mm(size) * _LEADING,
            left_mm=left + _SIDE_PADDING_MM + cell.indent_mm,
            width_mm=right - left - 2 * _SIDE_PADDING_MM - cell.indent_mm,
            align=cell.align,
            spacing_mm=0.0,
        )
        origin = Origin(cell.place, 0) if cell.place else None
        if not cell.text:
            middle = GlyphRun(cell.face, size, (left + right) / 2, mm(size), "", origin=origin)
            return [Block(mm(size), setting.line_mm, (middle,))]
        lines: list[Block] = []
        for line in cell.text.split("\n"):
            glyphs = self._compositor.glyphs(line.strip(), cell.face, origin)
            # Centred text in a narrow cell is broken evenly: 商业/企业, not 商业企/业.
            is_centred = cell.align is Align.CENTRE
            set_lines = self._compositor.title if is_centred else self._compositor.paragraph
            lines += set_lines(glyphs, setting)
        return lines

    def _rules(self, height: float) -> tuple[Rule, ...]:
        edges = self._columns.edges_mm
        verticals = [Rule(x, 0.0, x, height, _RULE_MM) for x in edges]
        return (*verticals, Rule(edges[0], height, edges[-1], height, _RULE_MM))


def _centred(stack: list[Block], height_mm: float) -> list[tuple[Block, float]]:
    """The lines of a cell with the place of each, the whole in the middle of the height."""
    y = (height_mm - stack_height_mm(stack)) / 2
    placed: list[tuple[Block, float]] = []
    for line in stack:
        placed.append((line, y))
        y += line.advance_mm
    return placed
