"""Setting the text in the cells of a table."""

from __future__ import annotations

from dataclasses import replace

from xjdesk.typesetting.blocks import Block, stack_height_mm
from xjdesk.typesetting.grid import mm
from xjdesk.typesetting.lines.compositor import Align, Compositor, Setting
from xjdesk.typesetting.lines.glyph_text import GlyphText
from xjdesk.typesetting.lines.line_breaking import is_latin
from xjdesk.typesetting.pages import GlyphRun, Origin
from xjdesk.typesetting.table_cells import TableCell

PADDING_MM = 1.5
"""The blank above and below what stands in a cell."""
_LEADING = 1.3
_PAIR_EM = 2.0


def set_cells(
    compositor: Compositor, cells: tuple[TableCell, ...], least_height_mm: float
) -> Block:
    """The cells side by side, each in the middle of the height of the highest."""
    stacks = [_lines(compositor, cell) for cell in cells]
    tallest = max(map(stack_height_mm, stacks), default=0.0)
    height = max(tallest + 2 * PADDING_MM, least_height_mm)
    runs = [
        run.moved(0.0, y)
        for stack in stacks
        for line, y in _centred(stack, height)
        for run in line.runs
    ]
    missing = tuple(found for stack in stacks for line in stack for found in line.missing)
    return Block(height, height, tuple(runs), missing=missing)


def _lines(compositor: Compositor, cell: TableCell) -> list[Block]:
    size = cell.size_pt
    setting = Setting(
        size_pt=size,
        line_mm=mm(size) * _LEADING,
        left_mm=cell.left_mm,
        width_mm=cell.right_mm - cell.left_mm,
        align=cell.align,
        spacing_mm=0.0,
    )
    if not cell.text:
        origin = Origin(cell.place, 0) if cell.place else None
        middle = (cell.left_mm + cell.right_mm) / 2
        return [
            Block(
                mm(size),
                setting.line_mm,
                (GlyphRun(cell.face, size, middle, mm(size), "", origin=origin),),
            )
        ]
    lines: list[Block] = []
    start = -len(cell.text) if cell.is_label else 0
    for line in cell.text.splitlines(keepends=True):
        leading = len(line) - len(line.lstrip())
        origin = Origin(cell.place, start + leading) if cell.place else None
        glyphs = compositor.glyphs(line.strip(), cell.face, origin)
        start += len(line)
        lines += _set_line(compositor, glyphs, setting)
    return lines


def _set_line(compositor: Compositor, glyphs: GlyphText, setting: Setting) -> list[Block]:
    """A line of a cell's text, broken where it does not fit.

    Centred text is broken evenly, and in a narrow cell between words, which are mostly of two
    characters: 社会/公益/组织, not 社会公/益组织.
    """
    if setting.align is not Align.CENTRE:
        return compositor.paragraph(glyphs, setting)
    measure, pair = setting.width_mm, _PAIR_EM * mm(setting.size_pt)
    is_narrow = pair <= measure < min(2 * pair, compositor.width_mm(glyphs, setting))
    if is_narrow and len(glyphs) % 2 == 0 and not any(map(is_latin, glyphs.text)):
        blank = (measure - pair) / 2
        setting = replace(setting, left_mm=setting.left_mm + blank, width_mm=pair)
    return compositor.title(glyphs, setting)


def _centred(stack: list[Block], height_mm: float) -> list[tuple[Block, float]]:
    """The lines of a cell with the place of each, the whole in the middle of the height."""
    y = (height_mm - stack_height_mm(stack)) / 2
    placed: list[tuple[Block, float]] = []
    for line in stack:
        placed.append((line, y))
        y += line.advance_mm
    return placed
