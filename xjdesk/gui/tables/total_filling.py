"""Writing the totals of a table in, and telling what was written."""

from __future__ import annotations

from collections.abc import Set
from typing import TYPE_CHECKING

from xjdesk.core.address import CellAddress
from xjdesk.gui.tables.model import TableModel

if TYPE_CHECKING:
    from xjdesk.checks.table.computed_totals import FilledTotals

_MOST_NAMED = 3
_NO_TOTALS = "这张表没有按分项算出的合计。"


def fill_totals(model: TableModel, selected: Set[CellAddress]) -> str:
    """Write in, as one step, the totals among several selected cells, or all; tells what was done.

    What does not follow from filled-in parts, or follows in two ways, is left alone.
    """
    filled = model.notes.filled_totals(selected if len(selected) > 1 else None)
    if filled is None or not model.notes.has_totals:
        return _NO_TOTALS
    if model.is_read_only:
        return "本文件只读，没有填入合计。"
    model.make("填入合计", list(filled.changes))
    return _told(model, filled)


def _told(model: TableModel, filled: FilledTotals) -> str:
    count = len(filled.changes)
    told: list[str] = []
    if count:
        cells = [c.address for c in filled.changes if isinstance(c.address, CellAddress)]
        named = "、".join(f"{model.title_of(c)}" for c in cells[:_MOST_NAMED])
        more = "等" if count > _MOST_NAMED else ""
        told.append(f"已填入合计{count}格：{named}{more}。")
    elif not filled.open and not filled.contested:
        told.append("合计都已填好，没有改动。")
    if filled.open:
        told.append(f"{len(filled.open)}格合计的分项没有填全，没有填入。")
    if filled.contested:
        told.append(f"{len(filled.contested)}格按行、按列算出的合计不同，没有填入。")
    return "".join(told)
