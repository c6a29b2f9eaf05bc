"""Asking for the note about a row."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from xjdesk.gui.tables.note_dialog import MOST_CHARACTERS, NoteDialog, NoteQuestion

_CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def dialog(qtbot: QtBot) -> NoteDialog:
    """The question about a row that has a note."""
    asked = NoteDialog(NoteQuestion("统计表 收到申请数", "台账"))
    qtbot.addWidget(asked)
    asked.show()
    return asked


def test_enter_begins_a_line_and_ctrl_enter_takes_them_all(
    dialog: NoteDialog, qtbot: QtBot
) -> None:
    qtbot.keyClick(dialog.editor, Qt.Key.Key_Return)
    qtbot.keyClicks(dialog.editor, "2024")
    assert dialog.isVisible()
    with qtbot.waitSignal(dialog.accepted):
        qtbot.keyClick(dialog.editor, Qt.Key.Key_Return, _CONTROL)
    assert dialog.text() == "台账\n2024"


def test_escape_leaves_the_note_as_it_was(dialog: NoteDialog, qtbot: QtBot) -> None:
    with qtbot.waitSignal(dialog.rejected):
        qtbot.keyClick(dialog.editor, Qt.Key.Key_Escape)
    assert dialog.result() == QDialog.DialogCode.Rejected


def test_tab_leads_on_to_the_buttons(dialog: NoteDialog, qtbot: QtBot) -> None:
    qtbot.waitUntil(dialog.editor.hasFocus)
    qtbot.keyClick(dialog.editor, Qt.Key.Key_Tab)
    assert not dialog.editor.hasFocus()


def test_a_note_that_is_too_long_is_told_and_not_taken(dialog: NoteDialog, qtbot: QtBot) -> None:
    dialog.editor.setPlainText("字" * (MOST_CHARACTERS + 1))
    assert not dialog.take.isEnabled()
    qtbot.keyClick(dialog.editor, Qt.Key.Key_Return, _CONTROL)
    assert dialog.isVisible()
    dialog.editor.setPlainText("字" * MOST_CHARACTERS)
    assert dialog.take.isEnabled()


def test_what_cannot_be_seen_is_left_out(dialog: NoteDialog) -> None:
    dialog.editor.setPlainText("  台\u200b账\x00 \n\n")
    assert dialog.text() == "台账"
