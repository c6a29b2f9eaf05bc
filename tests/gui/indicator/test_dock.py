"""指标说明 in the window: shown on demand, follows the current cell, leads to other places."""

from __future__ import annotations

from decimal import Decimal

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from xjdesk.core.address import CellAddress, Place
from xjdesk.core.change import Change
from xjdesk.gui.document import Document
from xjdesk.gui.indicator.panel import IndicatorPanel
from xjdesk.gui.main_window import MainWindow
from xjdesk.gui.services import Services

CLOSED = CellAddress("statistics", "closed", "count")
IN_TIME = CellAddress("statistics", "closed_in_time", "count")


def _here(window: MainWindow) -> Place | None:
    assert window.workspace is not None
    here = window.workspace.here()
    return None if here is None else here.place


@pytest.fixture
def panel(window: MainWindow, qtbot: QtBot) -> IndicatorPanel:
    """The panel beside the table, on 申请办结数."""
    window.ui.actionIndicator.trigger()
    qtbot.waitUntil(lambda: window.indicator.panel is not None)
    window.show_place(CLOSED)
    panel = window.indicator.panel
    assert panel is not None
    qtbot.waitUntil(lambda: "申请办结数" in panel.browser.toPlainText())
    return panel


def test_it_is_closed_and_not_even_made_until_it_is_wanted(
    window: MainWindow, qtbot: QtBot
) -> None:
    window.show_place(CLOSED)
    qtbot.wait(1)
    assert window.indicator.panel is None
    assert not window.ui.actionIndicator.isChecked()
    assert window.ui.actionIndicator.isEnabled()


def test_without_a_document_there_is_nothing_to_tell(empty_window: MainWindow) -> None:
    assert not empty_window.ui.actionIndicator.isEnabled()
    assert empty_window.indicator.dock.isHidden()


def test_it_follows_the_current_cell_and_the_edits(
    window: MainWindow, document: Document, panel: IndicatorPanel, qtbot: QtBot
) -> None:
    assert window.ui.actionIndicator.isChecked()
    assert "本年：198" in panel.browser.toPlainText()
    assert "✗" not in panel.browser.toPlainText()
    document.submit("填写", [Change(CLOSED, Decimal(198), Decimal(200))])
    qtbot.waitUntil(lambda: "✗ 差2" in panel.browser.toPlainText())
    document.undo()
    qtbot.waitUntil(lambda: "本年：198" in panel.browser.toPlainText())
    window.show_place(IN_TIME)
    qtbot.waitUntil(lambda: "1.按时办结数" in panel.browser.toPlainText().splitlines()[0])


def test_outside_the_tables_it_says_what_it_is_for(
    window: MainWindow, panel: IndicatorPanel, qtbot: QtBot
) -> None:
    assert window.workspace is not None
    window.workspace.setCurrentIndex(0)
    qtbot.waitUntil(lambda: "选中统计表里的一格" in panel.browser.toPlainText())


def test_a_link_leads_to_the_cell_it_names(
    window: MainWindow, panel: IndicatorPanel, qtbot: QtBot
) -> None:
    assert window.workspace is not None
    panel.browser.setFocus()
    qtbot.keyClick(panel.browser, Qt.Key.Key_Tab)
    qtbot.keyClick(panel.browser, Qt.Key.Key_Return)
    assert _here(window) == IN_TIME
    qtbot.waitUntil(lambda: "本年：50" in panel.browser.toPlainText())
    panel.browser.anchorClicked.emit(QUrl("0"))
    assert _here(window) == CLOSED


def test_escape_leads_back_to_the_table(
    window: MainWindow, panel: IndicatorPanel, qtbot: QtBot
) -> None:
    panel.browser.setFocus()
    left: list[object] = []
    panel.left.connect(lambda: left.append(True))
    qtbot.keyClick(panel.browser, Qt.Key.Key_Escape)
    assert left
    assert not panel.browser.hasFocus()
    assert _here(window) == CLOSED


def test_a_key_leads_into_it_and_back(
    window: MainWindow, panel: IndicatorPanel, qtbot: QtBot
) -> None:
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    window.show_place(CLOSED)
    table = QApplication.focusWidget()
    assert table is not None
    qtbot.keyClick(table, Qt.Key.Key_F6, Qt.KeyboardModifier.ShiftModifier)
    assert panel.browser.hasFocus()
    qtbot.keyClick(panel.browser, Qt.Key.Key_F6, Qt.KeyboardModifier.ShiftModifier)
    assert table.hasFocus()


def test_hidden_it_works_nothing_out(
    window: MainWindow, document: Document, panel: IndicatorPanel, qtbot: QtBot
) -> None:
    window.ui.actionIndicator.trigger()
    qtbot.waitUntil(lambda: not window.ui.actionIndicator.isChecked())
    document.submit("填写", [Change(CLOSED, Decimal(198), Decimal(200))])
    window.show_place(IN_TIME)
    qtbot.wait(1)
    assert "本年：198" in panel.browser.toPlainText()
    window.ui.actionIndicator.trigger()
    qtbot.waitUntil(lambda: "1.按时办结数" in panel.browser.toPlainText().splitlines()[0])


def test_it_stays_open_from_one_document_to_the_next(
    window: MainWindow, services: Services, panel: IndicatorPanel, qtbot: QtBot
) -> None:
    project = services.new_project("zfxxgk-2021", 2024)
    window.show_document(Document(project, services.forms.form("zfxxgk-2021"), None))
    assert not window.indicator.dock.isHidden()
    qtbot.waitUntil(lambda: window.indicator.panel not in (None, panel))
    window.ui.actionIndicator.trigger()
    qtbot.waitUntil(lambda: not window.ui.actionIndicator.isChecked())
    window.show_document(Document(project, services.forms.form("zfxxgk-2021"), None))
    assert window.indicator.dock.isHidden()
