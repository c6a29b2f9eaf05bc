"""Dates chosen from a calendar, and today's by a key."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import QDate, Qt
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from xjdesk.core.change import Change
from xjdesk.core.date_text import date_text
from xjdesk.core.document_fields import DATE
from xjdesk.gui.document import Document
from xjdesk.gui.fields.date_picker import DatePicker
from xjdesk.gui.main_window import MainWindow

_NAME = "field-signoff-date"


@pytest.fixture
def line(window: MainWindow) -> QLineEdit:
    """The field of the date of the document."""
    window.show_place(DATE)
    found = window.findChild(QLineEdit, _NAME)
    assert isinstance(found, QLineEdit)
    return found


@pytest.fixture
def picker(window: MainWindow, line: QLineEdit) -> DatePicker:
    """The button beside it."""
    name = f"选择{line.accessibleName()}"
    return next(one for one in window.findChildren(DatePicker) if one.accessibleName() == name)


def test_today_is_put_there_by_ctrl_and_semicolon(
    line: QLineEdit, picker: DatePicker, document: Document, qtbot: QtBot
) -> None:
    qtbot.keyClick(line, Qt.Key.Key_Semicolon, Qt.KeyboardModifier.ControlModifier)
    today = QDate.currentDate()
    expected = date_text(date(today.year(), today.month(), today.day()))
    assert document.report.field(DATE) == line.text() == expected
    document.undo()
    assert line.text() == "2017年1月19日"


def test_alt_and_down_opens_the_calendar_at_the_date_that_stands_there(
    line: QLineEdit, picker: DatePicker, qtbot: QtBot
) -> None:
    qtbot.keyClick(line, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    popup = picker.calendar
    assert popup is not None
    assert popup.isVisible()
    assert popup.calendar.selectedDate() == QDate(2017, 1, 19)
    popup.hide()


@pytest.mark.parametrize("typed", ["2017-3-1", "２０１７．３．１", "二〇一七年三月一日"])
def test_dates_written_otherwise_are_understood(
    line: QLineEdit, picker: DatePicker, typed: str
) -> None:
    line.setText(typed)
    picker.open()
    popup = picker.calendar
    assert popup is not None
    assert popup.calendar.selectedDate() == QDate(2017, 3, 1)
    popup.hide()


def test_a_day_that_is_chosen_is_written_as_documents_have_it(
    line: QLineEdit, picker: DatePicker, document: Document
) -> None:
    picker.open()
    popup = picker.calendar
    assert popup is not None
    popup.calendar.activated.emit(QDate(2017, 2, 3))
    assert document.report.field(DATE) == "2017年2月3日"
    assert not popup.isVisible()


def test_escape_closes_it_and_leaves_the_date(
    line: QLineEdit, picker: DatePicker, document: Document, qtbot: QtBot
) -> None:
    picker.open()
    popup = picker.calendar
    assert popup is not None
    qtbot.keyClick(popup, Qt.Key.Key_Escape)
    assert not popup.isVisible()
    assert document.report.field(DATE) == "2017年1月19日"


@pytest.mark.parametrize(("typed", "written"), [("2017-3-1", "2017年3月1日"), ("2017", "2017")])
def test_a_date_typed_otherwise_is_written_properly_when_it_is_done(
    line: QLineEdit, document: Document, qtbot: QtBot, typed: str, written: str
) -> None:
    line.window().activateWindow()
    line.setFocus()
    qtbot.waitUntil(line.hasFocus)
    line.selectAll()
    qtbot.keyClicks(line, typed)
    assert document.report.field(DATE) == typed
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert document.report.field(DATE) == line.text() == written
    document.undo()
    assert line.text() == "2017年1月19日"


def test_a_date_that_is_only_passed_by_is_left_as_it_is(
    line: QLineEdit, document: Document, qtbot: QtBot
) -> None:
    document.submit("改", [Change(DATE, document.report.field(DATE), "2017.1.19")])
    line.window().activateWindow()
    line.setFocus()
    qtbot.waitUntil(line.hasFocus)
    qtbot.keyClick(line, Qt.Key.Key_Tab)
    assert document.report.field(DATE) == "2017.1.19"
