"""What stands in the cells of a statistics table: text, face, size and place."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

from xjdesk.core.address import Place
from xjdesk.core.numbers import Entry, show_entry, show_number
from xjdesk.core.report import Report
from xjdesk.core.table_layout import CellRole, LayoutCell, TableLayout
from xjdesk.typesetting.fonts.font_set import FontSet
from xjdesk.typesetting.grid import mm
from xjdesk.typesetting.lines.compositor import Align
from xjdesk.typesetting.pages import Face
from xjdesk.typesetting.table_columns import TableColumns, is_row_label

_LEAST_VALUE_PT = 7.0
_STEP_PT = 0.5
_WIDEST_DIGIT_EM = 0.75
"""No font's digits are wider; numbers that fit even so need not be measured."""


@dataclass(frozen=True, slots=True)
class TableCell:
    """What stands in one cell, ready to be broken into lines between `left_mm` and `right_mm`.

    A label only leads to `place`; a caption leads nowhere.
    """

    text: str
    left_mm: float
    right_mm: float
    size_pt: float
    place: Place | None = None
    is_label: bool = False
    face: Face = Face.FANGSONG
    align: Align = Align.CENTRE


class CellMaker:
    """Makes the cells of one table, its numbers so large that the longest stays whole."""

    def __init__(
        self, report: Report, layout: TableLayout, columns: TableColumns, fonts: FontSet
    ) -> None:
        self._report = report
        self._layout = layout
        self._columns = columns
        self._value_pt = _value_pt(report, layout, columns, fonts)

    def cell(self, cell: LayoutCell, place: Place | None) -> TableCell:
        """What is printed in a cell of the layout; `place` is what its label leads to."""
        left, right = self._columns.inside(cell)
        size = self._columns.size_pt
        match cell.role:
            case CellRole.CAPTION:
                return TableCell(
                    cell.text, left, right, size, face=Face.HEITI, align=self._caption_align(cell)
                )
            case CellRole.LABEL:
                label = TableCell(cell.text, left, right, size, place, True)
                return self._placed_label(cell, label)
            case CellRole.UNIT:
                return TableCell(cell.text, left, right, size, place, True)
            case CellRole.VALUE:
                text = show_entry(self._entry(cell))
                return TableCell(text, left, right, self._value_pt, cell.address)

    def _caption_align(self, cell: LayoutCell) -> Align:
        """What is printed across labels and values begins at the left, as the labels do."""
        has_label_below = cell.column < self._layout.first_value_column
        is_across = cell.column_span == self._layout.columns
        return Align.LEFT if has_label_below and is_across else Align.CENTRE

    def _placed_label(self, cell: LayoutCell, label: TableCell) -> TableCell:
        """A heading beside its rows stands in the middle, the label of a row at the left.

        Where all labels stand in one column they are indented by their level.
        """
        if not is_row_label(self._layout, cell):
            return label
        level = cell.row.level if cell.row and self._layout.label_columns == 1 else 0
        indented = label.left_mm + level * mm(label.size_pt)
        return replace(label, align=Align.LEFT, left_mm=indented)

    def _entry(self, cell: LayoutCell) -> Entry | None:
        return self._report.value(cell.address) if cell.address else None


def _value_pt(report: Report, layout: TableLayout, columns: TableColumns, fonts: FontSet) -> float:
    """The size of the values: that of the table, or one in which its longest number fits."""
    size = columns.size_pt
    for cell, number in _numbers(report, layout):
        left, right = columns.inside(cell)
        text = show_number(number)
        if len(text) * _WIDEST_DIGIT_EM * mm(size) <= right - left:
            continue
        em = sum(_advance_em(fonts, character) for character in text)
        fitting = (right - left) / mm(1.0) / em
        size = min(size, math.floor(fitting / _STEP_PT) * _STEP_PT)
    return max(size, _LEAST_VALUE_PT)


def _numbers(report: Report, layout: TableLayout) -> Iterator[tuple[LayoutCell, Decimal]]:
    for row in layout.body:
        for cell in row.cells:
            entry = report.value(cell.address) if cell.address else None
            if isinstance(entry, Decimal):
                yield cell, entry


def _advance_em(fonts: FontSet, character: str) -> float:
    glyph = fonts.glyph(character, Face.FANGSONG)
    return glyph.advance_em if glyph else 0.0
