"""The rows of the findings panel, counted through all groups."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex

from xjdesk.checks.finding import Finding
from xjdesk.core.address import CellAddress, Place
from xjdesk.gui.findings.panel import FindingsPanel

CLOSED = CellAddress("statistics", "closed_in_time", "count")
STRAY = CellAddress("statistics", "response_channels", "count")
"""The heading row of the founding document that holds a number."""


def findings(panel: FindingsPanel) -> list[Finding]:
    """The findings as they are listed."""
    return [row.finding for row in panel.model.rows()]


def number_of(panel: FindingsPanel, place: Place) -> int:
    """The number of the first row that points at `place`."""
    return next(n for n, found in enumerate(findings(panel)) if place in found.where)


def index_of(panel: FindingsPanel, place: Place) -> QModelIndex:
    """That row as the view knows it."""
    return panel.model.index_of_row(number_of(panel, place))


def current(panel: FindingsPanel) -> int:
    """The number of the selected row."""
    return panel.model.row_number(panel.view.currentIndex())


def select(panel: FindingsPanel, place: Place) -> None:
    """Select the first row that points at `place`."""
    panel.view.setCurrentIndex(index_of(panel, place))
