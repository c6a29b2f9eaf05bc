"""Every control says what it is, what it is for and how it stands."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QComboBox, QLineEdit, QToolButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from tests.gui.accessible_walk import Fault, controls, faults
from xjdesk.gui.main_window import MainWindow


def test_every_control_of_the_start_page_is_named_and_described(empty_window: MainWindow) -> None:
    assert faults(empty_window) == []


def test_every_control_of_every_tab_is_named_and_described(
    window: MainWindow, qtbot: QtBot
) -> None:
    workspace = window.workspace
    assert workspace is not None
    window.ui.previewDock.show()
    found: dict[str, list[Fault]] = {}
    for tab in range(workspace.count()):
        workspace.setCurrentIndex(tab)
        # A page that was just made is shown from the event loop.
        qtbot.waitUntil(workspace.page(tab).isVisible)
        found[workspace.page_title(tab)] = faults(window)
        assert len(list(controls(workspace))) > 1
    assert {title: told for title, told in found.items() if told} == {}


@pytest.fixture
def unnamed(qtbot: QtBot) -> QWidget:
    """A window in which each control has another fault."""
    window = QWidget()
    qtbot.addWidget(window)
    layout = QVBoxLayout(window)
    for control in (QLineEdit(window), QComboBox(window), QToolButton(window)):
        layout.addWidget(control)
    described = QLineEdit(window)
    described.setAccessibleName("签发人")
    described.setToolTip("姓名")
    layout.addWidget(described)
    window.show()
    return window


def test_the_walk_finds_what_is_not_said(unnamed: QWidget) -> None:
    told = [(fault.control.split("/")[-1], fault.what) for fault in faults(unnamed)]
    assert told == [
        ("QLineEdit", "is named ''"),
        ("QLineEdit", "is not described"),
        ("QComboBox", "is named ''"),
        ("QComboBox", "is not described"),
        ("QToolButton", "is named ''"),
    ]
