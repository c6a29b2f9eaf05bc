"""The look of tables that list things, a row each, to be chosen and not edited."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QTableView


def make_row_list(view: QTableView, widths_em: Mapping[int, float]) -> None:
    """Have whole rows selected, nothing edited, and columns as wide as told in 字 of its font."""
    view.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    view.setAlternatingRowColors(True)
    view.setShowGrid(False)
    view.setTabKeyNavigation(False)
    view.setWordWrap(False)
    view.verticalHeader().hide()
    header = view.horizontalHeader()
    header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
    header.setHighlightSections(False)
    em = view.fontMetrics().horizontalAdvance("国")
    for column, width in widths_em.items():
        view.setColumnWidth(column, round(width * em))
