"""Cut, copy and paste by the menu reach whatever control has the focus."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QComboBox, QLabel, QSpinBox, QWidget
from pytestqt.qtbot import QtBot

from xjdesk.core.document_fields import SIGNER
from xjdesk.gui.document import Document
from xjdesk.gui.main_window import MainWindow


def _focused(window: MainWindow, control: QWidget, qtbot: QtBot) -> None:
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    control.setParent(window)
    control.show()
    control.setFocus()
    assert window.focusWidget() is control


@pytest.mark.parametrize("kind", [QSpinBox, QComboBox])
def test_what_stands_in_a_control_with_a_line_inside_is_copied(
    window: MainWindow, qtbot: QtBot, kind: type[QSpinBox | QComboBox]
) -> None:
    control = kind()
    if isinstance(control, QComboBox):
        control.setEditable(True)
        control.addItem("7")
    else:
        control.setValue(7)
    _focused(window, control, qtbot)
    line = control.lineEdit()
    assert line is not None
    line.selectAll()
    window.ui.actionCopy.trigger()
    assert QGuiApplication.clipboard().text() == "7"


def test_a_list_of_choices_is_left_alone(window: MainWindow, qtbot: QtBot) -> None:
    choice = QComboBox()
    choice.addItem("甲")
    _focused(window, choice, qtbot)
    QGuiApplication.clipboard().setText("乙")
    window.ui.actionPaste.trigger()
    window.ui.actionCut.trigger()
    assert choice.currentText() == "甲"
    assert QGuiApplication.clipboard().text() == "乙"


def test_what_cannot_be_copied_leaves_the_clipboard_alone(window: MainWindow, qtbot: QtBot) -> None:
    label = QLabel("甲")
    _focused(window, label, qtbot)
    QGuiApplication.clipboard().setText("乙")
    window.ui.actionCopy.trigger()
    assert QGuiApplication.clipboard().text() == "乙"


def test_a_finding_is_neither_cut_nor_written_over(
    window: MainWindow, document: Document, qtbot: QtBot
) -> None:
    assert window.findings_panel is not None
    before = document.report
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    window.findings_panel.view.setFocus()
    window.ui.actionCut.trigger()
    window.ui.actionPaste.trigger()
    assert document.report is before


def test_the_words_of_undo_go_with_the_document(window: MainWindow, document: Document) -> None:
    window.show_place(SIGNER)
    assert window.ui.actionUndo.text() == "撤销(&U)"
    assert not window.ui.actionUndo.isEnabled()
