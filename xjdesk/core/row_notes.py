"""Notes about rows: where their row begins, and what a row with a note is called."""

from __future__ import annotations

from xjdesk.core.address import CellAddress, NoteAddress
from xjdesk.core.form import Form
from xjdesk.core.row_name import row_name


def noted_cell(form: Form, note: NoteAddress) -> CellAddress:
    """The first cell of the row; KeyError when the form has no such row."""
    table = form.table(note.table)
    return CellAddress(note.table, note.row, table.columns_of(table.row(note.row).id)[0].id)


def noted_row_name(form: Form, note: NoteAddress) -> str:
    """The tab and the row: 统计表 三、（一）收到申请数; KeyError when the form has no such row."""
    table = form.table(note.table)
    return f"{table.tab} {row_name(table, table.row(note.row))}"
