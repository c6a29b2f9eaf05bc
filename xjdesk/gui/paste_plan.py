"""What becomes of the fields that are pasted into a statistics table."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from xjdesk.core.numbers import read_entry
from xjdesk.gui.entered_text import one_cell
from xjdesk.gui.table_model import PastedCell, TableModel


@dataclass(frozen=True, slots=True)
class PastePlan:
    """The fields that land in a cell, how many of these are no number, how many are lost."""

    fitting: tuple[PastedCell, ...]
    texts: int
    lost: int

    @property
    def sentence(self) -> str:
        """What the user is told once it is done."""
        texts = f"，其中{self.texts}格不是数字" if self.texts else ""
        lost = f"，另有{self.lost}格不是可填的格，没有填" if self.lost else ""
        return f"已填入{len(self.fitting)}格{texts}{lost}。"


def plan_paste(model: TableModel, fields: Iterable[PastedCell]) -> PastePlan:
    """Sort out `fields`, which may lie outside the grid.

    Nothing is lost with a blank field, nor with one that says what its place shows anyway: the
    labels and units of a copied range.
    """
    fitting: list[PastedCell] = []
    texts = lost = 0
    for field in fields:
        if _is_inside(model, field) and model.takes_number(field.row, field.column):
            fitting.append(field)
            entry = read_entry(one_cell(field.text), model.row_at(field.row).unit)
            texts += isinstance(entry, str)
        elif field.text.strip() and field.text.strip() != _shown(model, field):
            lost += 1
    return PastePlan(tuple(fitting), texts, lost)


def _is_inside(model: TableModel, field: PastedCell) -> bool:
    return field.row < model.rowCount() and field.column < model.columnCount()


def _shown(model: TableModel, field: PastedCell) -> str:
    if not _is_inside(model, field):
        return ""
    return str(model.index(field.row, field.column).data() or "").strip()
