"""Giving the values of a row to its columns, or to none where it is not certain to which."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from xjdesk.exchange.text.row_stream import Box, Piece, StreamRow

_FEWEST_PATTERNS = 2
_NEARLY_ALL = 0.8


@dataclass(frozen=True, slots=True)
class ColumnPlaces:
    """Where the columns of a table stand, told by its complete rows.

    `boxes` are their places on the page, from left to right; empty when the rows do not agree or
    the source has no places. `leading` tells whether blank cells stand before the values, which is
    how some converters keep the width of a label; then `width` is the number of cells that every
    row has, 0 where they differ. `shapes` are the numbers of cells with labels, and of those
    behind them, which may be more than columns where rows are filled up to one length.
    """

    boxes: tuple[Box, ...] = ()
    leading: bool = False
    width: int = 0
    shapes: frozenset[tuple[int, int]] = frozenset()


def column_places(rows: Sequence[StreamRow], columns: int) -> ColumnPlaces:
    """The places of so many columns, by the rows of one panel."""
    complete = [row for row in rows if len(row.filled) == columns]
    leading = any(row.cells and not row.cells[0].text for row in complete)
    trailing = any(row.cells and not row.cells[-1].text for row in complete)
    widths = {row.width for row in complete}
    width = widths.pop() if len(widths) == 1 and leading and not trailing else 0
    patterns = Counter(row.boxes for row in complete if len(row.boxes) == len(row.cells) == columns)
    shapes = _usual_shapes(complete)
    if not patterns:
        return ColumnPlaces((), leading, width, shapes)
    (boxes, count), *others = patterns.most_common(2)
    is_agreed = count >= _FEWEST_PATTERNS and count > 2 * sum(n for _, n in others)
    return ColumnPlaces(boxes if is_agreed else (), leading, width, shapes)


def _usual_shapes(complete: Sequence[StreamRow]) -> frozenset[tuple[int, int]]:
    """The shapes of complete rows; where rows are no lines only one that nearly all have."""
    lines = {_shape(row) for row in complete if row.is_line}
    others = Counter(_shape(row) for row in complete if not row.is_line)
    usual = {shape for shape, n in others.items() if n >= _NEARLY_ALL * others.total()}
    return frozenset(lines | usual)


def _shape(row: StreamRow) -> tuple[int, int]:
    """The number of cells with labels, and of those behind them."""
    return (row.width - len(row.cells) if row.is_line else 0), len(row.cells)


def is_filled_up(row: StreamRow, cells: Sequence[Piece]) -> bool:
    """Whether the blank in the last column may be one that only fills the row up."""
    return not row.boxes and len(row.cells) > len(cells) and bool(row.filled) and not cells[-1].text


def aligned(row: StreamRow, columns: int, places: ColumnPlaces) -> tuple[Piece, ...] | None:
    """The cells of a row, one for each column, blank ones among them; None when it is not certain.

    Blank cells count only where the text keeps their places.
    """
    cells, filled = row.cells, row.filled
    if len(filled) == columns:
        return filled
    if len(cells) == columns and row.keeps_blanks:
        return cells if _ends_for_sure(row, places) else None
    if row.boxes and places.boxes:
        return _by_place(row, places.boxes)
    if row.keeps_blanks and len(cells) > columns:
        return _without_filling(row, columns, places)
    return _on_one_line(row, columns)


def _ends_for_sure(row: StreamRow, places: ColumnPlaces) -> bool:
    """Whether the last cell is one, and no blank between two rows: complete rows tell."""
    if row.boxes or row.cells[-1].text or not row.filled:
        return True
    return _shape(row) in places.shapes or (row.is_line and not places.shapes)


def _without_filling(
    row: StreamRow, columns: int, places: ColumnPlaces
) -> tuple[Piece, ...] | None:
    """The cells of a row that has more of them than columns, for its length or its label's.

    Where blanks fill up the end of rows, a blank in the last column may be one of those, and the
    cell that is missing any other: it counts where complete rows are filled up as far.
    """
    if not row.filled:
        return row.cells[:columns]
    if places.leading:
        filling, cells = row.cells[:-columns], row.cells[-columns:]
        is_sure = places.width and row.width == places.width
    else:
        cells, filling = row.cells[:columns], row.cells[columns:]
        is_sure = bool(cells[-1].text) or _shape(row) in places.shapes
    return cells if is_sure and not any(cell.text for cell in filling) else None


def _by_place(row: StreamRow, places: Sequence[Box]) -> tuple[Piece, ...] | None:
    """The cells by where they stand; None when a value stands elsewhere, or in several columns."""
    numbers = {place: number for number, place in enumerate(places)}
    if len(row.boxes) != len(row.cells) or row.boxes[-1][1] != places[-1][1]:
        return None
    found = [Piece(row.first_line, 0, "")] * len(places)
    for cell, box in zip(row.cells, row.boxes, strict=True):
        if box in numbers:
            found[numbers[box]] = cell
        elif cell.text:
            return None
    return tuple(found)


def _on_one_line(row: StreamRow, columns: int) -> tuple[Piece, ...] | None:
    """The values of the one line that has all of them: a lone number beside them counts pages."""
    if row.keeps_blanks or columns == 1:
        return None
    counts = Counter(cell.line for cell in row.filled)
    full = [line for line, count in counts.items() if count == columns]
    if len(full) != 1 or len(row.filled) > columns + 1:
        return None
    return tuple(cell for cell in row.filled if cell.line == full[0])
