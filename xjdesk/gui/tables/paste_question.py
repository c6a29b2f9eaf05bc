"""What pasting a range would do to a table, told before it is done."""

from __future__ import annotations

from dataclasses import dataclass

from xjdesk.core.numbers import read_entry
from xjdesk.gui.entered_text import one_cell
from xjdesk.gui.tables.model import PastedCell, TableModel
from xjdesk.gui.tables.paste_plan import PastePlan

_OUTSIDE = "表外"


@dataclass(frozen=True, slots=True)
class PasteLine:
    """One field: where it lands, what stands there, what was pasted, and what is to be said of it.

    `is_lost` where it is not filled in.
    """

    where: str
    now: str
    pasted: str
    remark: str
    is_lost: bool


@dataclass(frozen=True, slots=True)
class PasteQuestion:
    """How many cells would be filled in and how many fields not, and a line for each of them."""

    filled: int
    lost: int
    is_moved: bool
    lines: tuple[PasteLine, ...]

    @property
    def headline(self) -> str:
        """All of it in a sentence."""
        told = f"将填入{self.filled}格"
        replaced = sum(bool(line.now) and line.now != line.pasted for line in self.lines)
        if replaced:
            told += f"（替换{replaced}格原有的数）"
        if self.lost:
            told += f"，{self.lost}格不可填"
        moved = "粘贴内容已按行名、列名对到表中的位置。" if self.is_moved else ""
        return f"{told}。{moved}"


def paste_question(model: TableModel, plan: PastePlan) -> PasteQuestion:
    """The question whether to carry out `plan`; what needs to be looked at comes first."""
    lost = [_lost_line(model, field) for field in plan.lost]
    filled = [line for field in plan.fitting if (line := _line(model, field)) is not None]
    doubtful = sorted(filled, key=lambda line: not line.remark)
    return PasteQuestion(len(plan.fitting), len(plan.lost), plan.is_moved, (*lost, *doubtful))


def _lost_line(model: TableModel, field: PastedCell) -> PasteLine:
    grid = model.grid
    cell = grid.cell(field.row, field.column)
    if cell is None:
        where, why = _OUTSIDE, "超出表格，不填入"
    elif cell.shown.address is not None:
        where, why = model.title_of(cell.shown.address), "标题行不填数，不填入"
    else:
        where, why = cell.shown.text.replace("\n", ""), "不是填数的格，不填入"
    return PasteLine(where, "", one_cell(field.text), why, is_lost=True)


def _line(model: TableModel, field: PastedCell) -> PasteLine | None:
    address = model.grid.address(field.row, field.column)
    if address is None:
        return None
    text = one_cell(field.text)
    remark = "不是数字" if isinstance(read_entry(text, model.unit(address)), str) else ""
    now = model.text(field.row, field.column)
    return PasteLine(model.title_of(address), now, text, remark, is_lost=False)
