"""Editing a field with the keys, the clipboard and the mouse."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from xjdesk.core.address import HeadingAddress
from xjdesk.core.change import Change
from xjdesk.core.document_fields import ISSUER, TITLE
from xjdesk.gui.document import Document
from xjdesk.gui.field_editors import LineEditor, LinesEditor
from xjdesk.gui.heading_edit import HeadingEdit
from xjdesk.gui.main_window import MainWindow

CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def title(window: MainWindow, document: Document) -> LinesEditor:
    document.submit("改", [Change(TITLE, document.report.field(TITLE), "第一行\n第二行")])
    found = window.findChild(LinesEditor, "field-letterhead-title")
    assert isinstance(found, LinesEditor)
    found.setFocus()
    return found


@pytest.fixture
def issuer(window: MainWindow) -> LineEditor:
    found = window.findChild(LineEditor, "field-letterhead-issuer")
    assert isinstance(found, LineEditor)
    found.setFocus()
    return found


def _pasted(text: str) -> QMimeData:
    data = QMimeData()
    data.setText(text)
    return data


def test_one_line_takes_no_breaks_from_the_clipboard(
    issuer: LineEditor, document: Document
) -> None:
    issuer.selectAll()
    QApplication.clipboard().setText("西吉县\r\n人民\t政府\u2028\n")
    issuer.paste()
    assert document.report.field(ISSUER) == issuer.text() == "西吉县人民政府"


def test_a_heading_takes_no_breaks_from_the_clipboard(
    window: MainWindow, document: Document
) -> None:
    window.show_place(HeadingAddress("overview"))
    heading = window.findChild(HeadingEdit, "heading-overview")
    assert isinstance(heading, HeadingEdit)
    heading.selectAll()
    QApplication.clipboard().setText("一、工作\n开展\x1f情况\u2029")
    heading.paste()
    assert document.report.chapter("overview").heading == heading.text() == "一、工作开展情况"


def test_several_lines_take_line_breaks_and_no_other_control_characters(
    title: LinesEditor, document: Document
) -> None:
    title.selectAll()
    title.insertFromMimeData(_pasted("关于\x07报送\r\n年度\u2028报告\t的\x00函"))
    assert document.report.field(TITLE) == "关于报送\n年度\n报告的函"
    assert title.toPlainText() == document.report.field(TITLE)


def test_a_line_broken_with_shift_is_broken_like_any_other(
    title: LinesEditor, document: Document, qtbot: QtBot
) -> None:
    title.moveCursor(QTextCursor.MoveOperation.End)
    qtbot.keyClick(title, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    qtbot.keyClicks(title, "ab")
    assert document.report.field(TITLE) == "第一行\n第二行\nab"
    qtbot.keyClick(title, Qt.Key.Key_Z, CONTROL)
    assert document.report.field(TITLE) == title.toPlainText() == "第一行\n第二行"


def test_a_blank_that_does_not_break_stays_one(title: LinesEditor, document: Document) -> None:
    title.moveCursor(QTextCursor.MoveOperation.Start)
    title.insertPlainText("甲\xa0乙")
    assert document.report.field(TITLE) == "甲\xa0乙第一行\n第二行"


def test_a_dropped_file_is_not_written_into_the_field(title: LinesEditor) -> None:
    data = _pasted("甲")
    assert title.canInsertFromMimeData(data)
    data.setUrls([QUrl.fromLocalFile("/a.xjd")])
    assert not title.canInsertFromMimeData(data)


@pytest.mark.parametrize("at", [0, 2, 3, 4, 7])
def test_after_undo_in_several_lines_writing_goes_on_at_the_same_place(
    title: LinesEditor, document: Document, qtbot: QtBot, at: int
) -> None:
    before = document.report.field(TITLE)
    cursor = title.textCursor()
    cursor.setPosition(at)
    title.setTextCursor(cursor)
    qtbot.keyClicks(title, "ab")
    qtbot.keyClick(title, Qt.Key.Key_Z, CONTROL)
    qtbot.keyClicks(title, "c")
    assert document.report.field(TITLE) == before[:at] + "c" + before[at:]


@pytest.mark.parametrize("at", [0, 2, 6])
def test_after_undo_in_one_line_writing_goes_on_at_the_same_place(
    issuer: LineEditor, document: Document, qtbot: QtBot, at: int
) -> None:
    before = document.report.field(ISSUER)
    issuer.setCursorPosition(at)
    qtbot.keyClicks(issuer, "ab")
    qtbot.keyClick(issuer, Qt.Key.Key_Z, CONTROL)
    qtbot.keyClicks(issuer, "c")
    assert document.report.field(ISSUER) == before[:at] + "c" + before[at:]
