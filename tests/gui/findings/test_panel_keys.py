"""The findings panel by keys alone."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from tests.gui.findings.panel_rows import (
    CLOSED,
    current,
    findings,
    select,
)
from xjdesk.core.document_fields import SIGNER
from xjdesk.gui.findings.panel import FindingsPanel
from xjdesk.gui.findings.wrapping_button import WrappingButton
from xjdesk.gui.main_window import MainWindow


def test_keys_open_and_close_groups(panel: FindingsPanel, qtbot: QtBot) -> None:
    panel.view.setFocus()
    panel.view.setCurrentIndex(panel.model.index_of_row(0))
    qtbot.keyClick(panel.view, Qt.Key.Key_Left)
    group = panel.model.index(0, 0)
    assert panel.view.currentIndex() == group
    qtbot.keyClick(panel.view, Qt.Key.Key_Left)
    assert not panel.view.isExpanded(group)
    qtbot.keyClick(panel.view, Qt.Key.Key_Return)
    assert panel.view.isExpanded(group)


def test_a_finding_is_copied_with_its_place(panel: FindingsPanel, window: MainWindow) -> None:
    panel.view.setFocus()
    select(panel, SIGNER)
    window.ui.actionCopy.trigger()
    place, message = QGuiApplication.clipboard().text().split("\n")
    assert place == "公文信息 签发人"
    assert message == findings(panel)[current(panel)].message


def test_a_key_goes_to_the_list_and_back(
    panel: FindingsPanel, window: MainWindow, qtbot: QtBot
) -> None:
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    window.show_place(SIGNER)
    signer = window.focusWidget()
    assert signer is not None
    qtbot.keyClick(signer, Qt.Key.Key_F6)
    assert panel.view.hasFocus()
    panel.filter.setFocus()
    qtbot.keyClick(panel.filter, Qt.Key.Key_F6)
    assert signer.hasFocus()


def test_the_key_leads_from_the_panel_to_the_open_tab_when_it_was_entered_otherwise(
    panel: FindingsPanel, window: MainWindow, qtbot: QtBot
) -> None:
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    panel.filter.setFocus()
    qtbot.keyClick(panel.filter, Qt.Key.Key_F6)
    assert _has_focus_within(window.workspace)


def test_the_key_leads_back_into_the_tab_that_is_open_now(
    panel: FindingsPanel, window: MainWindow, qtbot: QtBot
) -> None:
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    window.show_place(SIGNER)
    qtbot.keyClick(window.focusWidget(), Qt.Key.Key_F6)
    assert window.workspace is not None
    window.workspace.open_tab_of(CLOSED)
    qtbot.keyClick(panel.view, Qt.Key.Key_F6)
    assert _has_focus_within(window.workspace.currentWidget())


def _has_focus_within(area: QWidget | None) -> bool:
    focus = QApplication.focusWidget()
    return area is not None and focus is not None and area.isAncestorOf(focus)


def test_the_tab_key_goes_from_the_filter_through_the_list_to_the_ways_out(
    panel: FindingsPanel, qtbot: QtBot
) -> None:
    for _ in range(2):
        panel.show_next()
        buttons = panel.detail.ways.findChildren(WrappingButton)
        offered = [button for button in buttons if not button.isHidden()]
        panel.filter.setFocus()
        passed: list[QWidget | None] = []
        for _ in range(3 + len(offered)):
            focus = QApplication.focusWidget()
            passed.append(focus)
            qtbot.keyClick(focus, Qt.Key.Key_Tab)
        assert offered
        assert passed == [panel.filter, panel.grouping, panel.view, *offered]
