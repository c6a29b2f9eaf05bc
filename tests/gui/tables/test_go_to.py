from __future__ import annotations

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from xjdesk.core.form import Form
from xjdesk.core.report import Report
from xjdesk.gui.main_window import MainWindow
from xjdesk.gui.tables.go_to import cell_choices
from xjdesk.gui.tables.page import TablePage


def test_every_cell_that_takes_a_number_can_be_gone_to(form: Form, sample: Report) -> None:
    choices = cell_choices(form, sample)
    assert [choice.meant for choice in choices] == list(form.indicator_cells())


def test_a_part_of_a_rows_name_leads_to_its_cell(window: MainWindow, qtbot: QtBot) -> None:
    assert window.workspace is not None
    window.ui.actionGoTo.trigger()
    popup = window.tables.go_to.popup
    assert popup is not None
    popup.line.setText("延期")
    qtbot.keyClick(popup.line, Qt.Key.Key_Return)
    page = window.workspace.page(window.workspace.currentIndex())
    assert isinstance(page, TablePage)
    row = page.model.grid.form_row(page.view.currentIndex().row())
    assert row is not None
    assert "延期" in row.label


def test_going_needs_a_report(empty_window: MainWindow) -> None:
    assert not empty_window.ui.actionGoTo.isEnabled()
