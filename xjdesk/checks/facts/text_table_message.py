"""What is said when narrative and table differ: both sides, the difference, a likely reason."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from xjdesk.checks.facts.cell_values import told
from xjdesk.checks.facts.chapter_readings import PlacedReading
from xjdesk.checks.facts.verdict import Cells, Verdict
from xjdesk.checks.numbers.agreement import Agreement
from xjdesk.checks.numbers.mention import Precision
from xjdesk.checks.quoting import quoted_clause
from xjdesk.core.address import CellAddress
from xjdesk.core.cell_group_name import group_name
from xjdesk.core.form import Form
from xjdesk.core.numbers import show_number
from xjdesk.core.row_name import cell_name

_LEAST_TELLING = 10
"""Numbers below this are equal by chance too often to say where one was taken from."""


def message_of(
    form: Form, placed: PlacedReading, found: Verdict, same: Sequence[CellAddress]
) -> str:
    """The sentence for a number that is not, or not exactly, that of its cells.

    `same` are the cells that do hold it.
    """
    table = told(form, found.cells, found.value)
    parts = [f"正文写{_words(placed)}，统计表中{table}"]
    if found.agreement is Agreement.CONTRADICTS:
        parts += [_other_sum(form, found, cells, value) for cells, value in found.others]
        parts.append(_difference(form, placed, found))
        parts.append(_taken_from(form, placed, found, same))
    elif found.agreement is Agreement.LOOSE:
        parts.append("，约数的写法与实际数不合")
    parts.append(_unit(form, placed, found))
    return "".join(parts) + "。"


def message_of_other_period(
    form: Form, placed: PlacedReading, found: Verdict, same: Sequence[CellAddress]
) -> str:
    """The sentence for a number of several years that is suspiciously another cell's; or empty."""
    taken = _taken_from(form, placed, found, same)
    if found.agreement is not Agreement.CONTRADICTS or not taken:
        return ""
    table = told(form, found.cells, found.value)
    return f"正文写{_words(placed)}，统计表中{table}，两者不符{taken}，并核实时间口径。"


def _other_sum(form: Form, found: Verdict, cells: Cells, value: Decimal) -> str:
    """Another sum that the words may mean; of one that takes in the first only what it adds."""
    added = [cell for cell in cells if cell not in found.cells]
    if len(added) == len(cells) - len(found.cells):
        unit = form.counting(cells[0]).unit
        name = group_name(form, added, by_heading=True)
        return f"，与{name}合计为{show_number(value)}{unit}"
    return f"，{told(form, cells, value)}"


def _words(placed: PlacedReading) -> str:
    mention = placed.reading.mention
    return quoted_clause(placed.paragraph.text, mention.start, mention.end)


def _difference(form: Form, placed: PlacedReading, found: Verdict) -> str:
    mention = placed.reading.mention
    if mention.value is None or mention.precision is not Precision.EXACT:
        return "，两者不符"
    gap = abs(mention.value - found.value)
    return f"，相差{show_number(gap)}{form.counting(found.cells[0]).unit}"


def _unit(form: Form, placed: PlacedReading, found: Verdict) -> str:
    unit = placed.reading.mention.unit
    if unit not in found.phrase.mistaken_units:
        return ""
    return f"，单位应为“{form.counting(found.cells[0]).unit}”，正文写的是“{unit}”"


def _taken_from(
    form: Form, placed: PlacedReading, found: Verdict, same: Sequence[CellAddress]
) -> str:
    """The indicator that does hold the number of the text, one of the same unit before others."""
    mention, mine = placed.reading.mention, found.cells
    if mention.value is None or mention.value < _LEAST_TELLING:
        return ""
    others = [cell for cell in same if _is_neighbour(cell, mine) and form.row_of(cell).is_indicator]
    if not others:
        return ""
    rows = {row.id: at for at, row in enumerate(form.table(mine[0].table).rows)}
    others.sort(key=lambda c: (form.counting(c).unit != mention.unit, rows.get(c.row, len(rows))))
    name = cell_name(form, others[0])
    return f"，却与“{name}”的{show_number(mention.value)}相同，请核实是否引错了指标"


def _is_neighbour(cell: CellAddress, mine: Sequence[CellAddress]) -> bool:
    """Whether it stands in a row or column of the cells: anywhere else it is equal by chance."""
    return cell not in mine and any(
        cell.table == own.table and (cell.row == own.row or cell.column == own.column)
        for own in mine
    )
