"""How indicators and cells are named in a sentence: 三、（二）1.按时办结数."""

from __future__ import annotations

import re
from dataclasses import dataclass

from xjdesk.core.address import CellAddress
from xjdesk.core.form import Form
from xjdesk.core.outline import numbering
from xjdesk.core.table import LabelPlace, Row, Table

_PART_MARK = "其中："
_LAST_YEAR = "上年"


@dataclass(frozen=True, slots=True)
class RowName:
    """A name in pieces: the numbering it stands under and its own label, led by its own number.

    `note` follows in brackets where the name alone does not say which cell is meant.
    """

    path: tuple[str, ...]
    label: str
    note: str = ""

    def __str__(self) -> str:
        return "".join(self.path) + self._own

    @property
    def _own(self) -> str:
        return self.label + (f"（{self.note}）" if self.note else "")

    def after(self, other: RowName) -> str:
        """The name without what `other`, named just before, told: leading numbers, or its row."""
        if self.note and (self.path, self.label) == (other.path, other.label):
            return self.note
        found = numbering(other.label)
        told = (*other.path, found.text) if found else other.path
        shared = 0
        for mine, theirs in zip(self.path, told, strict=False):
            if mine != theirs:
                break
            shared += 1
        return "".join(self.path[shared:]) + self._own


def row_name(table: Table, row: Row) -> RowName:
    """The row's label without notes, with the numbering of the rows it stands under."""
    path = tuple(number for parent in _parents(table, row) if (number := _number(parent)))
    label = _short(row.label)
    if row.part_of and not label.startswith(_PART_MARK):
        label = _PART_MARK + label
    return RowName(path, label)


def cell_name(form: Form, address: CellAddress) -> RowName:
    """The name of a cell; its column is told only where the row has several.

    Where the labels of rows are not printed, the column alone names it.
    """
    table = form.table(address.table)
    row = form.row_of(address)
    column = table.column(address.column, row.id)
    column_name = column.name or column.label
    if table.labels is LabelPlace.NOWHERE:
        return RowName((), column_name)
    name = row_name(table, row)
    if len(table.columns_of(row.id)) == 1:
        return name
    return RowName(name.path, name.label, column_name)


def of_last_year(name: RowName) -> RowName:
    """What the same cell is called where last year's report is meant."""
    return RowName((_LAST_YEAR, *name.path), name.label, name.note)


def labels_of(form: Form, address: CellAddress) -> tuple[str, ...]:
    """All that is printed for a cell: headings and label of its row, captions of its column."""
    table = form.table(address.table)
    row = form.row_of(address)
    column = table.column(address.column, row.id)
    printed = () if table.labels is LabelPlace.NOWHERE else (*_parents(table, row), row)
    captions = () if len(table.columns_of(row.id)) == 1 else (*column.groups, column.label)
    labels = (table.panel_of(row.id).caption, *(above.label for above in printed), *captions)
    return tuple(label.replace("\n", "") for label in labels if label)


def _parents(table: Table, row: Row) -> list[Row]:
    """The nearest rows above of ever smaller level, topmost first."""
    parents: list[Row] = []
    level = row.level
    for above in reversed(table.rows[: table.rows.index(row)]):
        if above.level < level:
            level = above.level
            parents.insert(0, above)
    return parents


def _number(row: Row) -> str:
    found = numbering(row.label)
    return found.text if found else ""


def _short(label: str) -> str:
    """The label without line breaks and without a note in brackets after its name."""
    plain = label.replace("\n", "")
    found = numbering(plain)
    start = len(found.text) if found else 0
    return plain[:start] + re.split(r"[（(]", plain[start:], maxsplit=1)[0]
