"""The rows of a statistics table: labels indented by level, every cell centred in the row."""

from __future__ import annotations

from dataclasses import dataclass, replace

from xjdesk.core.address import CellAddress, Place
from xjdesk.core.numbers import show_entry
from xjdesk.core.table import Row, Table
from xjdesk.typesetting.blocks import Block, stack_height_mm
from xjdesk.typesetting.grid import mm
from xjdesk.typesetting.lines.compositor import Align, Setting
from xjdesk.typesetting.manuscript import Manuscript
from xjdesk.typesetting.pages import Face, GlyphRun, Origin, Rule
from xjdesk.typesetting.table_columns import columns_of

_RULE_MM = 0.2
_SIDE_PADDING_MM = 1.5
_SIDE_PADDING_SHARE = 0.1
"""Of a narrow column no more than this is left blank at either side."""
_PADDING_MM = 1.5
_LEADING = 1.3
_BELOW_BASELINE = 0.3
"""More than reaches below the baseline, as a share of the size."""


@dataclass(frozen=True, slots=True)
class _Cell:
    """What stands in one cell, ready to be broken into lines; a label only leads to `place`."""

    text: str
    place: Place | None = None
    is_label: bool = False
    face: Face = Face.FANGSONG
    align: Align = Align.CENTRE
    indent_mm: float = 0.0


class RowBuilder:
    """Makes the rows of one table: blocks as high as their highest cell."""

    def __init__(self, manuscript: Manuscript, table: Table) -> None:
        self._compositor = manuscript.compositor
        self._report = manuscript.report
        self._table = table
        self._columns = columns_of(table)

    def header(self) -> Block:
        """The captions, with the table's upper rule."""
        captions = [self._table.panels[0].label_caption]
        if self._columns.has_units:
            captions.append(self._table.unit_caption)
        captions += [column.label for column in self._table.columns]
        header = self._kept([_Cell(caption, face=Face.HEITI) for caption in captions])
        lower = next(rule for rule in header.rules if rule.x0 != rule.x1)
        return replace(header, rules=(replace(lower, y0=0.0, y1=0.0), *header.rules))

    def row(self, row: Row) -> Block:
        """Label, unit and values of a row."""
        table = self._table
        addresses = [CellAddress(table.id, row.id, column.id) for column in table.columns]
        first = addresses[0] if addresses else CellAddress(table.id, row.id, "")
        indent = row.level * mm(self._columns.size_pt)
        cells = [_Cell(row.label, first, True, align=Align.LEFT, indent_mm=indent)]
        if self._columns.has_units:
            cells.append(_Cell(row.unit, first, True))
        cells += [_Cell(show_entry(self._report.value(at)), at) for at in addresses]
        return self._kept(cells)

    def _kept(self, cells: list[_Cell]) -> Block:
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
        padding = min(_SIDE_PADDING_MM, _SIDE_PADDING_SHARE * (right - left))
        setting = Setting(
            size_pt=size,
            line_mm=mm(size) * _LEADING,
            left_mm=left + padding + cell.indent_mm,
            width_mm=right - left - 2 * padding - cell.indent_mm,
            align=cell.align,
            spacing_mm=0.0,
        )
        if not cell.text:
            origin = Origin(cell.place, 0) if cell.place else None
            middle = GlyphRun(cell.face, size, (left + right) / 2, mm(size), "", origin=origin)
            return [Block(mm(size), setting.line_mm, (middle,))]
        lines: list[Block] = []
        start = -len(cell.text) if cell.is_label else 0
        for line in cell.text.splitlines(keepends=True):
            leading = len(line) - len(line.lstrip())
            origin = Origin(cell.place, start + leading) if cell.place else None
            glyphs = self._compositor.glyphs(line.strip(), cell.face, origin)
            start += len(line)
            # Centred text in a narrow cell is broken evenly: 商业/企业, not 商业企/业.
            is_centred = cell.align is Align.CENTRE
            set_lines = self._compositor.title if is_centred else self._compositor.paragraph
            lines += set_lines(glyphs, setting)
        return lines

    def _rules(self, height: float) -> tuple[Rule, ...]:
        edges = self._columns.edges_mm
        verticals = [Rule(x, 0.0, x, height, _RULE_MM) for x in edges]
        return (*verticals, Rule(edges[0], height, edges[-1], height, _RULE_MM))


def divided(row: Block, height_mm: float) -> tuple[Block, Block]:
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


def _centred(stack: list[Block], height_mm: float) -> list[tuple[Block, float]]:
    """The lines of a cell with the place of each, the whole in the middle of the height."""
    y = (height_mm - stack_height_mm(stack)) / 2
    placed: list[tuple[Block, float]] = []
    for line in stack:
        placed.append((line, y))
        y += line.advance_mm
    return placed
