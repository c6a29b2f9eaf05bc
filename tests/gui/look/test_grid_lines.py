from __future__ import annotations

import pytest
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from xjdesk.gui.document import Document
from xjdesk.gui.look.scheme import dark_palette
from xjdesk.gui.severity_look import SeverityLook
from xjdesk.gui.tables.model import TableModel
from xjdesk.gui.tables.printed_grid import PrintedGrid


@pytest.fixture
def grid(document: Document, look: SeverityLook, qtbot: QtBot) -> PrintedGrid:
    grid = PrintedGrid(TableModel(document, document.form.tables[0], look))
    qtbot.addWidget(grid)
    grid.resize(700, 400)
    return grid


def _line_and_cell(grid: PrintedGrid, palette: QPalette) -> tuple[QColor, QColor]:
    """The colours below a cell that is not marked, and in it."""
    grid.setPalette(palette)
    grid.show()
    QApplication.processEvents()
    picture = grid.viewport().grab().toImage()
    cell = grid.visualRect(grid.model().index(3, 0))
    x = cell.right() - 6
    return picture.pixelColor(x, cell.bottom() + 1), picture.pixelColor(x, cell.center().y())


def test_lines_are_seen_on_dark_ground(grid: PrintedGrid) -> None:
    line, cell = _line_and_cell(grid, dark_palette())
    assert line.lightness() - cell.lightness() > 40


def test_lines_on_light_ground_are_those_of_the_style(grid: PrintedGrid) -> None:
    light = grid.style().standardPalette()
    line, cell = _line_and_cell(grid, light)
    assert line.name() == light.color(QPalette.ColorRole.Window).darker(120).name()
    assert line.lightness() < cell.lightness()
