"""Filling in the fields of the official document."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLineEdit, QPlainTextEdit
from pytestqt.qtbot import QtBot

from xjdesk.core.address import HeadingAddress
from xjdesk.core.document_fields import ADDRESSEE, COPIES_TO, DIRECTION, PARALLEL, SIGNER, TITLE
from xjdesk.gui.document import Document
from xjdesk.gui.main_window import MainWindow


def _line(window: MainWindow, name: str) -> QLineEdit:
    found = window.findChild(QLineEdit, name)
    assert isinstance(found, QLineEdit)
    return found


def test_typing_in_a_field_is_checked_letter_by_letter_and_undone_at_once(
    window: MainWindow, document: Document, qtbot: QtBot
) -> None:
    signer = _line(window, "field-letterhead-signer")
    signer.setFocus()
    queries = document.index.counts().queries
    qtbot.keyClicks(signer, "abc")
    assert document.report.field(SIGNER) == "abc"
    assert document.index.counts().queries == queries - 1
    qtbot.keyClick(signer, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert signer.text() == ""
    assert document.report.field(SIGNER) == ""
    qtbot.keyClick(signer, Qt.Key.Key_Y, Qt.KeyboardModifier.ControlModifier)
    assert signer.text() == "abc"


def test_leaving_a_field_begins_another_step(
    window: MainWindow, document: Document, qtbot: QtBot
) -> None:
    signer, addressee = (
        _line(window, f"field-letterhead-{name}") for name in ("signer", "addressee")
    )
    for field in (signer, addressee, signer):
        field.setFocus()
        qtbot.keyClicks(field, "x")
    assert document.stack.count() == 3
    document.stack.undo()
    assert document.report.field(SIGNER) == "x"
    assert document.report.field(ADDRESSEE).endswith("x")


def test_several_lines_are_kept(window: MainWindow, document: Document, qtbot: QtBot) -> None:
    title = window.findChild(QPlainTextEdit, "field-letterhead-title")
    assert isinstance(title, QPlainTextEdit)
    assert title.toPlainText() == document.report.field(TITLE)
    title.setFocus()
    title.selectAll()
    title.insertPlainText("a\nb")
    assert document.report.field(TITLE) == "a\nb"
    document.stack.undo()
    assert title.toPlainText() == document.report.field(TITLE) != "a\nb"


def test_a_choice_is_a_step(window: MainWindow, document: Document) -> None:
    direction = window.findChild(QComboBox, "field-letterhead-direction")
    assert isinstance(direction, QComboBox)
    direction.setCurrentIndex(direction.findText(PARALLEL))
    direction.activated.emit(direction.currentIndex())
    assert document.report.field(DIRECTION) == PARALLEL
    document.stack.undo()
    assert direction.currentText() == "上行文"


def test_the_year_can_be_corrected(window: MainWindow, document: Document) -> None:
    year = window.findChild(QComboBox, "report-year")
    assert isinstance(year, QComboBox)
    assert year.currentText() == "2016年"
    year.setCurrentIndex(year.findText("2017年"))
    year.activated.emit(year.currentIndex())
    assert document.report.year == 2017
    document.stack.undo()
    assert year.currentText() == "2016年"


def test_a_heading_is_edited_through_the_same_stack(
    window: MainWindow, document: Document, qtbot: QtBot
) -> None:
    window.show_place(HeadingAddress("overview"))
    heading = _line(window, "heading-overview")
    heading.setFocus()
    qtbot.keyClicks(heading, "xy")
    assert document.report.chapter("overview").heading == "一、工作开展情况xy"
    assert document.stack.count() == 1
    document.stack.undo()
    assert heading.text() == "一、工作开展情况"


@pytest.mark.parametrize("chapter", ["overview", "disclosure", "requests", "problems"])
def test_every_heading_can_be_shown(window: MainWindow, chapter: str) -> None:
    window.show_place(HeadingAddress(chapter))
    assert window.focusWidget() is _line(window, f"heading-{chapter}")


def test_a_tab_of_fields_gives_the_focus_to_its_first_field(
    window: MainWindow, document: Document, qtbot: QtBot
) -> None:
    workspace = window.workspace
    assert workspace is not None
    workspace.setCurrentIndex(workspace.count() - 1)
    workspace.currentWidget().setFocus()
    focused = window.focusWidget()
    assert focused is not None
    assert focused.objectName() == "field-signoff-annex_note"


def test_a_field_that_is_led_to_is_seen_whole(
    window: MainWindow, document: Document, qtbot: QtBot
) -> None:
    window.resize(900, 420)
    window.show_place(COPIES_TO)
    editor = window.findChild(QPlainTextEdit, "field-imprint-copies_to")
    assert isinstance(editor, QPlainTextEdit)
    qtbot.waitUntil(lambda: editor.visibleRegion().boundingRect().size() == editor.size())
