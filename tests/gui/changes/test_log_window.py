from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from xjdesk.core.address import CellAddress, ParagraphAddress
from xjdesk.core.change import Change
from xjdesk.core.change_log import LoggedChange
from xjdesk.core.document_fields import SIGNER
from xjdesk.core.report import Paragraph
from xjdesk.gui.cell_range import read_range
from xjdesk.gui.changes.log_window import LogWindow
from xjdesk.gui.document import Document
from xjdesk.typesetting.pages import Origin

_CELL = CellAddress("statistics", "meetings", "count")


@pytest.fixture
def edited(document: Document) -> Document:
    """The founding document after four changes: cell, field, paragraph put in, paragraph."""
    chapter = document.report.chapters[1]
    old = chapter.paragraphs[0]
    new = Paragraph(old.text.replace("2016", "2017", 1))
    for change in (
        Change(_CELL, document.report.value(_CELL), Decimal(77)),
        Change(SIGNER, document.report.field(SIGNER), "王五"),
        Change(ParagraphAddress(chapter.id, 0), (old,), (new,)),
        Change(ParagraphAddress(chapter.id, 0), (), (Paragraph("新的一段"),)),
    ):
        assert document.submit("修改", [change])
    return document


@pytest.fixture
def log(edited: Document, qtbot: QtBot) -> Iterator[LogWindow]:
    parent = QWidget()
    qtbot.addWidget(parent)
    window = LogWindow(edited, parent)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    yield window
    window.close()


def _places(log: LogWindow) -> list[str]:
    entries = log.view.entries
    return [entries.row_at(row).place for row in range(entries.rowCount())]


def _select(log: LogWindow, words: str) -> None:
    row = next(row for row, place in enumerate(_places(log)) if words in place)
    log.view.selectRow(row)


def test_the_newest_change_comes_first(log: LogWindow) -> None:
    assert len(_places(log)) == 4
    assert "签发人" in _places(log)[2]
    assert log.summary.text() == "共 4 条，显示 4 条"
    assert log.focusWidget() is log.view
    assert log.view.none.isHidden()


def test_a_document_that_was_never_changed_says_so(document: Document, qtbot: QtBot) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    window = LogWindow(document, parent)
    window.show()
    assert window.view.none.text() == "还没有修改过。"
    assert window.view.accessibleDescription() == "还没有修改过。"
    assert window.summary.text() == "共 0 条，显示 0 条"
    assert not window.go.isEnabled()
    assert not window.copy.isEnabled()
    window.close()


def test_typing_narrows_the_list_down(log: LogWindow, qtbot: QtBot) -> None:
    log.search.setFocus()
    qtbot.keyClicks(log.search, "77")
    assert len(_places(log)) == 1
    assert log.summary.text() == "共 4 条，显示 1 条"
    qtbot.keyClicks(log.search, "xyz")
    assert log.view.none.text() == "没有符合条件的修改。"
    assert not log.copy.isEnabled()
    qtbot.keyClick(log.search, Qt.Key.Key_Escape)
    assert len(_places(log)) == 4
    assert log.isVisible()


def test_the_selected_change_stays_selected_while_the_list_is_narrowed(log: LogWindow) -> None:
    _select(log, "签发人")
    log.search.setText("王五")
    row = log.view.current()
    assert row is not None
    assert "签发人" in row.place
    log.search.setText("")
    row = log.view.current()
    assert row is not None
    assert "签发人" in row.place
    assert log.view.currentIndex().row() == 2


def test_it_follows_the_document_and_leaves_the_selection(
    log: LogWindow, edited: Document, qtbot: QtBot
) -> None:
    _select(log, "签发人")
    edited.submit("修改", [Change(_CELL, Decimal(77), Decimal(78))])
    qtbot.waitUntil(lambda: len(_places(log)) == 5)
    assert log.view.currentIndex().row() == 3
    assert log.view.entries.row_at(0).shown[3:] == ("77", "78")
    edited.undo()
    qtbot.waitUntil(lambda: len(_places(log)) == 4)
    assert log.view.currentIndex().row() == 2


def test_closed_it_does_nothing_and_opened_again_it_is_up_to_date(
    log: LogWindow, edited: Document, qtbot: QtBot
) -> None:
    qtbot.keyClick(log.view, Qt.Key.Key_Escape)
    assert not log.isVisible()
    edited.submit("修改", [Change(_CELL, Decimal(77), Decimal(78))])
    assert log.view.entries.rowCount() == 4
    log.show()
    assert log.view.entries.rowCount() == 5


def test_only_what_was_changed_where_the_caret_stands(log: LogWindow, edited: Document) -> None:
    log.only_here.setChecked(True)
    assert "单击" in log.view.none.text()
    log.follow(Origin(_CELL, 0))
    assert [log.view.entries.row_at(0).new] == ["77"]
    assert log.summary.text().startswith("共 4 条，显示 1 条：统计表 ")
    log.follow(Origin(SIGNER, 3))
    assert _places(log) == ["公文信息 签发人"]
    log.follow(None)
    assert _places(log) == []
    log.only_here.setChecked(False)
    assert len(_places(log)) == 4


def test_a_paragraph_is_known_though_another_was_put_in_before_it(
    log: LogWindow, edited: Document
) -> None:
    chapter = edited.report.chapters[1].id
    log.follow(Origin(ParagraphAddress(chapter, 1), 0))
    log.only_here.setChecked(True)
    assert [row.new[:5] for row in log.view.chosen()] == ["2017年"]
    log.follow(Origin(ParagraphAddress(chapter, 0), 0))
    assert [row.new for row in log.view.chosen()] == ["新的一段"]


def test_enter_and_the_button_lead_to_where_the_place_is_now(
    log: LogWindow, edited: Document, qtbot: QtBot
) -> None:
    chapter = edited.report.chapters[1].id
    led: list[object] = []
    log.chosen.connect(led.append)
    log.view.selectRow(1)
    qtbot.keyClick(log.view, Qt.Key.Key_Return)
    _select(log, "签发人")
    log.go.click()
    assert led == [ParagraphAddress(chapter, 1), SIGNER]


def test_a_double_click_leads_there(log: LogWindow, qtbot: QtBot) -> None:
    led: list[object] = []
    log.chosen.connect(led.append)
    at = log.view.visualRect(log.view.entries.index(2, 3)).center()
    qtbot.mouseClick(log.view.viewport(), Qt.MouseButton.LeftButton, pos=at)
    qtbot.mouseDClick(log.view.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert led == [SIGNER]


def test_what_was_taken_out_leads_nowhere_and_says_so(
    log: LogWindow, edited: Document, qtbot: QtBot
) -> None:
    led: list[object] = []
    log.chosen.connect(led.append)
    chapter = edited.report.chapters[1].id
    old = edited.report.chapters[1].paragraphs[1:2]
    edited.submit("删去", [Change(ParagraphAddress(chapter, 1), old, ())])
    edited.submit("修改", [Change(_CELL, Decimal(77), Decimal(78))])
    log.refresh()
    log.view.selectRow(3)
    assert "不能转到" in log.note.text()
    assert not log.go.isEnabled()
    log.view.activated.emit(log.view.currentIndex())
    assert led == []
    log.view.selectRow(0)
    assert log.note.text() == ""
    assert log.go.isEnabled()


def test_a_place_is_looked_for_where_it_is_after_the_very_last_edit(
    log: LogWindow, edited: Document
) -> None:
    led: list[object] = []
    log.chosen.connect(led.append)
    chapter = edited.report.chapters[1].id
    log.view.selectRow(1)
    edited.submit("增加", [Change(ParagraphAddress(chapter, 0), (), (Paragraph("又一段"),))])
    log.go.click()
    assert led == [ParagraphAddress(chapter, 2)]


def test_the_whole_contents_stand_below_with_what_differs_marked(
    log: LogWindow, edited: Document
) -> None:
    log.view.selectRow(1)
    row = log.view.current()
    assert row is not None
    assert log.old.text.toPlainText() == row.old
    assert log.new.text.toPlainText() == row.new
    assert log.old.text.textCursor().selectedText() == "6"
    assert log.new.text.textCursor().selectedText() == "7"
    _select(log, "签发人")
    assert log.new.text.toPlainText() == "王五"
    assert not log.new.text.textCursor().hasSelection()


def test_the_selected_rows_are_copied(log: LogWindow, qtbot: QtBot) -> None:
    _select(log, "签发人")
    qtbot.keyClick(log.view, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    lines = read_range(QGuiApplication.clipboard().text())
    assert [line[2:] for line in lines[1:]] == [["公文信息 签发人", "（空白）", "王五"]]
    assert log.note.text() == "已复制 1 条。"


def test_without_a_selection_everything_that_is_listed_is_copied(log: LogWindow) -> None:
    log.view.clearSelection()
    log.copy.click()
    lines = read_range(QGuiApplication.clipboard().text())
    assert len(lines) == 5
    assert lines[0] == ["时间", "修改人", "位置", "原来", "改为"]
    assert "mso-number-format" in QGuiApplication.clipboard().mimeData().html()
    log.search.setText("77")
    log.view.clearSelection()
    log.copy.click()
    assert len(read_range(QGuiApplication.clipboard().text())) == 2


def test_words_in_the_filter_line_are_copied_from_there(log: LogWindow, qtbot: QtBot) -> None:
    log.search.setText("王五")
    log.search.setFocus()
    log.search.selectAll()
    qtbot.keyClick(log.search, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == "王五"


def test_thousands_of_entries_are_listed_and_gone_through(document: Document, qtbot: QtBot) -> None:
    when = datetime(2026, 3, 1, tzinfo=UTC)
    document.log = tuple(
        LoggedChange(when, "甲", Change(_CELL, Decimal(n), Decimal(n + 1))) for n in range(5000)
    )
    parent = QWidget()
    qtbot.addWidget(parent)
    window = LogWindow(document, parent)
    window.show()
    assert window.summary.text() == "共 5000 条，显示 5000 条"
    window.search.setText("4999")
    assert window.view.entries.rowCount() == 2
    window.close()
