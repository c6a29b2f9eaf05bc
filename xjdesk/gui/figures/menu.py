"""What the context menu of the narrative offers for figures, and what a chip tells."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from xjdesk.core.address import CellAddress
from xjdesk.core.figure import FigureSource
from xjdesk.core.figure_text import arithmetic, figure_text
from xjdesk.core.form import Form
from xjdesk.core.report import Report
from xjdesk.core.row_name import cell_name
from xjdesk.gui.captions import caption
from xjdesk.gui.page import FigureDeed


def add_figure_entries(
    menu: QMenu,
    form: Form,
    source: FigureSource | None,
    lead: Callable[[CellAddress], None],
    do: Callable[[FigureDeed], None] | None,
) -> None:
    """Put what can be done with the figure of `source` on top of `menu`; without one, binding.

    Where there is no `do`, the text is only read.
    """
    entries: list[QAction] = []
    for cell in source.cells() if source else ():
        name = cell_label(form, cell)
        if name is not None:
            entries.append(_entry(menu, f"转到“{caption(name)}”", partial(lead, cell)))
    if do is not None:
        bind = "更换引用(&L)…" if source else "引用统计数(&L)…"
        entries.append(_entry(menu, bind, partial(do, FigureDeed.BIND)))
    if do is not None and source:
        entries.append(_entry(menu, "解除引用(&U)", partial(do, FigureDeed.RELEASE)))
    if entries:
        below = QAction(menu)
        below.setSeparator(True)
        menu.insertActions(menu.actions()[0], [*entries, below])


def _entry(menu: QMenu, text: str, chosen: Callable[[], None]) -> QAction:
    entry = QAction(text, menu)
    entry.triggered.connect(lambda: chosen())
    return entry


def told_by_chip(form: Form, report: Report, source: FigureSource) -> str:
    """What the tooltip of a chip says: cells, values and the reckoning."""
    lines = [f"引用统计数：{arithmetic(form, report, source)}"]
    if figure_text(source, report.value) is None:
        lines.append("现在算不出数来，正文保留原来的数。")
    return "\n".join(lines)


def cell_label(form: Form, cell: CellAddress) -> str | None:
    """What a cell is called; None when the form has no such cell."""
    try:
        return str(cell_name(form, cell))
    except KeyError:
        return None
