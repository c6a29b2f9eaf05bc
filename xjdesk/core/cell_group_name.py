"""How several cells are named together: 三、（四）1.……至3.……（总计）."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise

from xjdesk.core.address import CellAddress
from xjdesk.core.form import Form
from xjdesk.core.row_name import RowName, cell_name, row_name
from xjdesk.core.table import LabelPlace, Row, Table

_FEWEST_OF_RANGE = 3
"""Two neighbours are both named, of more the first and the last."""
_EACH = "各项"


def group_name(form: Form, cells: Sequence[CellAddress], *, by_heading: bool = False) -> RowName:
    """The name of one cell, or of several in the order of the form, without repeating itself.

    Cells that make no rows and columns without gaps are named one by one. Rows that are all of a
    heading may be named by it: （四）无法提供各项.
    """
    table = form.table(cells[0].table)
    rows, columns = _distinct(cell.row for cell in cells), _distinct(c.column for c in cells)
    is_block = len(cells) == len(rows) * len(columns) and len({c.table for c in cells}) == 1
    if len(cells) == 1 or not is_block:
        return _one_by_one(form, cells)
    column_label = _columns(table, rows[0], columns)
    if table.labels is LabelPlace.NOWHERE:
        return RowName((), column_label) if len(rows) == 1 else _one_by_one(form, cells)
    is_told = any(len(table.columns_of(row)) > 1 for row in rows)
    name = _rows(table, rows, by_heading)
    return RowName(name.path, name.label, column_label if is_told else "")


def _one_by_one(form: Form, cells: Sequence[CellAddress]) -> RowName:
    names = [cell_name(form, cell) for cell in cells]
    if len(names) == 1:
        return names[0]
    own = RowName((), names[0].label, names[0].note)
    return RowName(names[0].path, "、".join((str(own), *(b.after(a) for a, b in pairwise(names)))))


def _rows(table: Table, rows: Sequence[str], by_heading: bool) -> RowName:
    names = [row_name(table, table.row(row)) for row in rows]
    path = names[0].path
    indicators = [row.id for row in table.rows if row.is_indicator]
    if len(rows) < _FEWEST_OF_RANGE or not _is_range(rows, indicators):
        return RowName(path, "、".join((names[0].label, *(b.after(a) for a, b in pairwise(names)))))
    in_range = RowName(path, f"{names[0].label}至{names[-1].after(names[0])}")
    heading = _heading_of(table, rows) if by_heading else None
    if heading is None:
        return in_range
    name = row_name(table, heading)
    return RowName(name.path, f"{name.label}{_EACH}")


def _heading_of(table: Table, rows: Sequence[str]) -> Row | None:
    """The heading right above the rows, when they are all that stands under it."""
    at = [row.id for row in table.rows].index(rows[0])
    above, behind = table.rows[at - 1], table.rows[at + len(rows) : at + len(rows) + 1]
    if at == 0 or above.is_indicator or table.rows[at].level <= above.level:
        return None
    return None if any(row.level > above.level for row in behind) else above


def _columns(table: Table, row: str, columns: Sequence[str]) -> str:
    first, last = (table.column(columns[at], row) for at in (0, -1))
    told = first.name or first.label
    if len(columns) >= _FEWEST_OF_RANGE and _is_range(
        columns, [column.id for column in table.columns_of(row)]
    ):
        # Under the same captions the label is enough.
        end = last.label if last.groups == first.groups else last.name or last.label
        return f"{told}至{end}"
    found = (table.column(column, row) for column in columns)
    return "、".join(column.name or column.label for column in found)


def _is_range(ids: Sequence[str], order: Sequence[str]) -> bool:
    start = order.index(ids[0]) if ids[0] in order else len(order)
    return list(ids) == list(order[start : start + len(ids)])


def _distinct(ids: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(ids))
